package dev.tempest.tests.designs;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A test of indexes with several attributes in a part of their key. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@DisabledIfSystemProperty(
        named = "dynoxide",
        matches = ".+",
        disabledReason = "dynoxide does not have indexes with several attributes in a part of their key")
public @interface NeedsCompositeIndexes {}
