package dev.tempest.internal.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value is in an item.
 *
 * @param attribute the attribute of the item
 * @param nested what follows it: the name of a nested property as a String, a key of a map as a {@link Key}, the index of a list's
 *     element as an Integer
 */
public record AttributePath(String attribute, List<Object> nested) {
    /** A key of a map whose keys are data, which no message shows. */
    public record Key(String name) {
        @Override
        public String toString() {
            return "[*]";
        }
    }

    /** An attribute of the item itself. */
    public static AttributePath of(String attribute) {
        return new AttributePath(attribute, List.of());
    }

    /** A property of the value that is stored here. */
    public AttributePath then(String property) {
        return longer(property);
    }

    /** An entry of the map that is stored here. */
    public AttributePath then(Key key) {
        return longer(key);
    }

    /** An element of the list that is stored here. */
    public AttributePath then(int index) {
        return longer(index);
    }

    /** The same place in other elements and entries. */
    AttributePath at(List<Object> parts) {
        List<Object> other = new ArrayList<>(nested.size());
        int part = 0;
        for (Object step : nested) {
            other.add(step instanceof String ? step : parts.get(part++));
        }
        return new AttributePath(attribute, List.copyOf(other));
    }

    private AttributePath longer(Object step) {
        List<Object> longer = new ArrayList<>(nested);
        longer.add(step);
        return new AttributePath(attribute, List.copyOf(longer));
    }

    /** What a nested place is a part of. */
    public AttributePath parent() {
        return new AttributePath(attribute, nested.subList(0, nested.size() - 1));
    }

    /** Whether the other is the same place, or lies in it. */
    public boolean contains(AttributePath other) {
        return attribute.equals(other.attribute)
                && nested.size() <= other.nested.size()
                && nested.equals(other.nested.subList(0, nested.size()));
    }

    /** The attribute as messages name it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(attribute);
        for (Object step : nested) {
            text.append(step instanceof Integer ? "[" + step + "]" : step instanceof Key ? step : "." + step);
        }
        return text.toString();
    }
}
