package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Names the DynamoDB table behind a table method of a logical database.
 *
 * <p>It has no {@code @Target}, so that Kotlin's {@code @TableName val} and {@code @get:TableName val} both compile.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
public @interface TableName {
    /** The table's name. */
    String value();
}
