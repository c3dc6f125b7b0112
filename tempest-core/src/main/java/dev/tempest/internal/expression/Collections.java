package dev.tempest.internal.expression;

import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Makes collections of the type that a property has, for its converter. */
final class Collections {
    private static final List<Supplier<Collection<Object>>> MAKERS =
            List.of(ArrayList::new, LinkedHashSet::new, HashSet::new, TreeSet::new);

    private Collections() {}

    /**
     * A collection of some elements.
     *
     * @throws IllegalArgumentException if the attribute's property is no collection that the program's converter could take
     */
    static Object of(ResolvedAttribute<?> attribute, List<?> elements) {
        Class<?> type = TypeVariables.erasure(attribute.type());
        for (Supplier<Collection<Object>> maker : MAKERS) {
            Collection<Object> made = maker.get();
            if (type.isInstance(made)) {
                made.addAll(elements);
                return made;
            }
        }
        throw attribute.refused("is " + Types.aName(attribute.type()) + ", not a list or set of the standard library");
    }
}
