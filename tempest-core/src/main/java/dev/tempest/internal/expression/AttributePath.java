package dev.tempest.internal.expression;

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
