/**
 * What can be done with links, without any page. Start at {@link dev.tempest.samples.urlshortener.links.Links}.
 */
@NullMarked
package dev.tempest.samples.urlshortener.links;

import org.jspecify.annotations.NullMarked;
