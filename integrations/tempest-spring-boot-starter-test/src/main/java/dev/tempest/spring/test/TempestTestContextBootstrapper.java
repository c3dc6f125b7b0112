package dev.tempest.spring.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Finds the properties of a {@link TempestTest}. */
final class TempestTestContextBootstrapper extends TestSliceTestContextBootstrapper<TempestTest> {}
