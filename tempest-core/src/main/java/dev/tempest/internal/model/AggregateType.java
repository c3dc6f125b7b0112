package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.Rethrow;
import dev.tempest.internal.reflect.ItemFactory;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Subtypes;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.reflect.Types;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type that gathers items of several types: each of its components takes one item, or a list of them.
 *
 * @param <A> the user's class
 */
public final class AggregateType<A> {
    private final Class<A> type;
    private final ItemFactory<A> factory;
    private final List<Property> properties;
    private final List<Component> components = new ArrayList<>();

    /**
     * What takes the items of one class.
     *
     * @param itemType the class of the items
     * @param isList whether the component takes all items of the class, or one
     */
    public record Component(String name, Class<?> itemType, boolean isList) {}

    private AggregateType(Class<A> type) {
        this.type = type;
        TypeModel<A> model = TypeModel.ofItem(type);
        this.factory = model.factory();
        this.properties = model.properties();
        for (Property property : properties) {
            components.add(component(property));
        }
    }

    /**
     * The model of an aggregate.
     *
     * @throws IllegalArgumentException if it has a component that cannot take items, or no usable constructor
     */
    public static <A> AggregateType<A> of(Class<A> type) {
        return new AggregateType<>(type);
    }

    public Class<A> type() {
        return type;
    }

    /** What the type takes, in an order of its own. */
    public List<Component> components() {
        return components;
    }

    /**
     * A component that must not be null, and is.
     *
     * @param values an item, null or a list for each component, in their order
     * @return its name, or null if there is none
     */
    public @Nullable String missing(@Nullable Object[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && properties.get(i).isRequired()) {
                return properties.get(i).name();
            }
        }
        return null;
    }

    /**
     * Makes an object.
     *
     * @param values an item, null or a list for each component, in their order
     */
    public A make(@Nullable Object[] values) {
        @Nullable Object[] arguments = new Object[factory.parameterCount()];
        for (int i = 0; i < values.length; i++) {
            int parameter = properties.get(i).parameter();
            if (parameter != Property.NONE) {
                arguments[parameter] = values[i];
            }
        }
        A made = factory.make(arguments);
        for (int i = 0; i < values.length; i++) {
            if (properties.get(i).isSet()) {
                set(properties.get(i), made, values[i]);
            }
        }
        return made;
    }

    private static void set(Property property, Object made, @Nullable Object value) {
        try {
            property.set(made, value);
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }

    private Component component(Property property) {
        if (property.attribute() != null) {
            throw ModelError.of(
                    type,
                    property.name(),
                    "has an @Attribute, but " + ModelError.name(type) + " gathers items and is not an item type",
                    "Remove the annotation");
        }
        if (property.role() != null) {
            throw ModelError.of(
                    type,
                    property.name(),
                    "is the " + property.role() + ", but " + ModelError.name(type)
                            + " gathers items and is not an item type",
                    "Remove the annotation: it belongs on the item types");
        }
        if (property.parameter() == Property.NONE && !property.isSet()) {
            throw ModelError.of(
                    type,
                    property.name(),
                    "cannot be filled: it is final and no parameter of the constructor",
                    "Make it a parameter of the constructor, or transient");
        }
        Type declared = property.type();
        if (isItemType(declared)) {
            return new Component(property.name(), (Class<?>) declared, false);
        }
        if (declared instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = Types.plain(list.getActualTypeArguments()[0]);
            if (isItemType(element)) {
                return new Component(property.name(), (Class<?>) element, true);
            }
        }
        throw ModelError.of(
                type,
                property.name(),
                "is of type " + Types.name(declared) + ", which is neither an item type nor a List of one",
                "Declare it as an item type of the table or a List of one, or make it transient");
    }

    private static boolean isItemType(Type type) {
        return type instanceof Class<?> c
                && !c.isPrimitive()
                && !c.isArray()
                && !c.isEnum()
                && (Subtypes.areAll(c) || !(c.isInterface() || Modifier.isAbstract(c.getModifiers())))
                && !c.getName().startsWith("java.");
    }
}
