/**
 * Tempest in Spring Boot: database interfaces become beans. {@link dev.tempest.spring.TempestProperties} has the settings,
 * {@link dev.tempest.spring.TempestScan} says where the interfaces are, and customizers reach the builders.
 */
@NullMarked
package dev.tempest.spring;

import org.jspecify.annotations.NullMarked;
