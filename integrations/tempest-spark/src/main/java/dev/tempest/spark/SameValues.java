package dev.tempest.spark;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two values are stored as the same: numbers of another scale are, and arrays with the same elements. */
final class SameValues {
    private SameValues() {}

    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof BigDecimal number && right instanceof BigDecimal other) {
            return number.compareTo(other) == 0;
        }
        if (left instanceof List<?> list && right instanceof List<?> other) {
            return list.size() == other.size() && sameElements(list.iterator(), other.iterator());
        }
        if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> other) {
            return map.keySet().equals(other.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), other.get(key)));
        }
        if (left.getClass() != right.getClass()) {
            return left.equals(right);
        }
        if (left.getClass().isArray()) {
            return sameArrays(left, right);
        }
        if (left.getClass().isRecord()) {
            return Properties.of(left.getClass()).stream()
                    .allMatch(property -> same(property.valueIn(left), property.valueIn(right)));
        }
        return left.equals(right);
    }

    private static boolean sameElements(Iterator<?> left, Iterator<?> right) {
        while (left.hasNext()) {
            if (!same(left.next(), right.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameArrays(Object left, Object right) {
        int length = Array.getLength(left);
        if (length != Array.getLength(right)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!same(Array.get(left, i), Array.get(right, i))) {
                return false;
            }
        }
        return true;
    }
}
