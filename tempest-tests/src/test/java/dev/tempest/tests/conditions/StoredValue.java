package dev.tempest.tests.conditions;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What DynamoDB's documentation says of a stored value, in plain Java.
 *
 * @param value null if there is none
 */
record StoredValue(AttributeValue value) {
    /** The value at a path of attributes, in an item or in maps and lists within it. */
    static StoredValue in(Map<String, AttributeValue> item, List<String> path) {
        AttributeValue value = AttributeValue.fromM(item);
        for (String step : path) {
            value = value == null ? null : within(value, step);
        }
        return new StoredValue(value);
    }

    private static AttributeValue within(AttributeValue outer, String step) {
        boolean isIndex = Character.isDigit(step.charAt(0));
        if (isIndex && outer.type() == AttributeValue.Type.L) {
            int index = Integer.parseInt(step);
            return index < outer.l().size() ? outer.l().get(index) : null;
        }
        return !isIndex && outer.type() == AttributeValue.Type.M ? outer.m().get(step) : null;
    }

    boolean exists() {
        return value != null;
    }

    boolean isNull() {
        return exists() && value.type() == AttributeValue.Type.NUL;
    }

    /** Values of different types are not equal, and absent ones equal nothing. */
    boolean equalTo(AttributeValue other) {
        if (!exists() || other == null || value.type() != other.type()) {
            return false;
        }
        return switch (value.type()) {
            case N -> new BigDecimal(value.n()).compareTo(new BigDecimal(other.n())) == 0;
            case SS -> new HashSet<>(value.ss()).equals(new HashSet<>(other.ss()));
            case NS -> new HashSet<>(value.ns()).equals(new HashSet<>(other.ns()));
            case L -> equal(value.l(), other.l());
            case M -> equal(value.m(), other.m());
            default -> value.equals(other);
        };
    }

    private static boolean equal(List<AttributeValue> one, List<AttributeValue> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!new StoredValue(one.get(i)).equalTo(other.get(i))) {
                return false;
            }
        }
        return one.size() == other.size();
    }

    private static boolean equal(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(key -> new StoredValue(one.get(key)).equalTo(other.get(key)));
    }

    /** Two strings by their bytes in UTF-8, or two numbers. All others are in no order. */
    boolean isInOrder(AttributeValue other, IntPredicate sign) {
        if (!exists() || other == null || value.type() != other.type()) {
            return false;
        }
        return switch (value.type()) {
            case S -> sign.test(Arrays.compareUnsigned(utf8(value.s()), utf8(other.s())));
            case N -> sign.test(new BigDecimal(value.n()).compareTo(new BigDecimal(other.n())));
            default -> false;
        };
    }

    boolean beginsWith(String prefix) {
        return exists() && value.type() == AttributeValue.Type.S && value.s().startsWith(prefix);
    }

    /** A part of a string, or an element of a set or list. */
    boolean contains(AttributeValue part) {
        if (!exists()) {
            return false;
        }
        return switch (value.type()) {
            case S -> part.type() == AttributeValue.Type.S && value.s().contains(part.s());
            case SS -> part.type() == AttributeValue.Type.S && value.ss().contains(part.s());
            case NS -> part.type() == AttributeValue.Type.N && value.ns().contains(part.n());
            case L -> value.l().stream().anyMatch(element -> new StoredValue(element).equalTo(part));
            default -> false;
        };
    }

    /** -1 if it has no size, as numbers, booleans and null. */
    int size() {
        if (!exists()) {
            return -1;
        }
        return switch (value.type()) {
            case S -> value.s().length();
            case SS -> value.ss().size();
            case NS -> value.ns().size();
            case L -> value.l().size();
            case M -> value.m().size();
            default -> -1;
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
