package dev.tempest.internal.reflect;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;

/** An item or key type as reflection shows it: its properties, and how to make an object of them. */
public final class TypeModel<T> {
    private final Class<T> type;
    private final List<Property> properties;
    private final ItemFactory<T> factory;

    private TypeModel(Class<T> type, List<Property> properties, ItemFactory<T> factory) {
        this.type = type;
        this.properties = List.copyOf(properties);
        this.factory = factory;
    }

    /** The model of an item type. */
    public static <T> TypeModel<T> ofItem(Class<T> type) {
        return of(type, type, Set.of(), false);
    }

    /**
     * The model of a type whose objects are stored inside of items.
     *
     * @param type a class, or one with type arguments
     */
    public static TypeModel<?> ofValue(Type type) {
        return of(TypeVariables.erasure(type), type, Set.of(), true);
    }

    /**
     * The model of a key type.
     *
     * @param itemProperties the names of the item type's properties: a method of such a name is a property of the key too
     */
    public static <T> TypeModel<T> ofKey(Class<T> type, Set<String> itemProperties) {
        return of(type, type, itemProperties, false);
    }

    private static <T> TypeModel<T> of(Class<T> type, Type declared, Set<String> computedNames, boolean mayBeEmpty) {
        TypeParser.Parsed<T> parsed = new TypeParser<>(type, declared, computedNames, mayBeEmpty).parse();
        return new TypeModel<>(type, parsed.properties(), parsed.factory());
    }

    public Class<T> type() {
        return type;
    }

    public List<Property> properties() {
        return properties;
    }

    public ItemFactory<T> factory() {
        return factory;
    }
}
