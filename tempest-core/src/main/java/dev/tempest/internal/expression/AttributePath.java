package dev.tempest.internal.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value is in an item.
 *
 * @param attribute the attribute of the item
 * @param nested what follows it: the name of a map's entry as a String, the index of a list's element as an Integer
 */
public record AttributePath(String attribute, List<Object> nested) {
    /** An attribute of the item itself. */
    public static AttributePath of(String attribute) {
        return new AttributePath(attribute, List.of());
    }

    /** An entry of the map that is stored here. */
    public AttributePath then(String entry) {
        List<Object> longer = new ArrayList<>(nested);
        longer.add(entry);
        return new AttributePath(attribute, List.copyOf(longer));
    }

    /** An element of the list that is stored here. */
    public AttributePath then(int index) {
        List<Object> longer = new ArrayList<>(nested);
        longer.add(index);
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
            text.append(step instanceof Integer ? "[" + step + "]" : "." + step);
        }
        return text.toString();
    }
}
