package dev.tempest.internal.schema;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks into rows of property values, where no SDK is needed to show how types are read. */
public final class PlainValues implements Values<Object> {
    /** Stands for DynamoDB's own null. */
    public static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "NULL";
        }
    };

    @Override
    public boolean isNull(Object value) {
        return value == NULL;
    }

    @Override
    public @Nullable String text(Object value) {
        return value instanceof String text ? text : null;
    }

    @Override
    public boolean isBinary(Object value) {
        return false;
    }

    @Override
    public boolean isNumber(Object value) {
        return value instanceof Number;
    }

    @Override
    public boolean isEmpty(Object value) {
        return value.equals("");
    }

    @Override
    public int compare(Object one, Object other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean same(Object one, Object other) {
        return one.equals(other);
    }

    @Override
    public @Nullable String problem(Object value) {
        return null;
    }

    @Override
    public String describe(Object value) {
        return value.toString();
    }

    @Override
    public String kind(Object value) {
        return value.getClass().getSimpleName();
    }

    @Override
    public Object neutral(Object value) {
        return value;
    }

    @Override
    public @Nullable Object onlyElement(Object value) {
        return value instanceof Collection<?> collection && collection.size() == 1
                ? collection.iterator().next()
                : null;
    }

    @Override
    public boolean isSet(Object value) {
        return value instanceof Set;
    }

    @Override
    public Object ofNull() {
        return NULL;
    }

    @Override
    public Object ofText(String text) {
        return text;
    }

    @Override
    public Object ofNumber(BigDecimal number) {
        return number;
    }

    @Override
    public Object ofBytes(ByteBuffer bytes) {
        return bytes;
    }
}
