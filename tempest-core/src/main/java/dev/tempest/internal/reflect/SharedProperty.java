package dev.tempest.internal.reflect;

import java.lang.invoke.MethodType;
import java.util.List;

/** The property that several subtypes of a sealed type have in common. */
public final class SharedProperty {
    private SharedProperty() {}

    /**
     * A property that reads the objects of all subtypes. It is not filled: the subtypes' own properties are.
     *
     * @param same one of each subtype that has it
     * @param isOfAll whether all subtypes have it; the objects of the others have null there
     */
    public static Property of(List<Property> same, boolean isOfAll) {
        Property first = same.get(0);
        Class<?> read = first.accessor().type();
        Accessor accessor = new SubtypesAccessor(
                isOfAll ? read : MethodType.methodType(read).wrap().returnType(), same);
        return first.of(accessor, isOfAll && same.stream().anyMatch(Property::isRequired));
    }
}
