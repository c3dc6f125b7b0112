/**
 * Writers who change one playlist at the same time, and the check that no change is lost, whoever stores the playlist. Start
 * at {@link dev.tempest.samples.race.RaceScript}.
 */
@NullMarked
package dev.tempest.samples.race;

import org.jspecify.annotations.NullMarked;
