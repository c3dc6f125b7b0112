package dev.tempest.tests.kinds;

/** A type that the SDK does not know. */
public record Celsius(int degrees) {}
