package dev.tempest.internal.expression;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.bytecode.GetterPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of an item type, or of a value nested in it, as the user named it: not checked against any table yet. */
public final class PropertyPath {
    private final Class<?> owner;
    private final List<String> steps;
    private final int hash;

    private PropertyPath(Class<?> owner, List<String> steps) {
        this.owner = owner;
        this.steps = steps;
        this.hash = 31 * owner.hashCode() + steps.hashCode();
    }

    /** A property by its own name, or by that of the field or the method that reads it. */
    public static PropertyPath of(Class<?> owner, String property) {
        return new PropertyPath(owner, List.of(property));
    }

    /** A property of a nested value, by its name and those of the properties around it. */
    static PropertyPath of(Class<?> owner, List<String> properties) {
        if (properties.isEmpty()) {
            throw new IllegalArgumentException("A getter of " + ModelError.name(owner) + " names no property.");
        }
        return new PropertyPath(owner, List.copyOf(properties));
    }

    static PropertyPath of(GetterPath getter) {
        return new PropertyPath(getter.owner(), getter.members());
    }

    /** A property of this one's value. */
    public PropertyPath then(String property) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(property);
        return new PropertyPath(owner, List.copyOf(longer));
    }

    /** The item type, or one of its supertypes. */
    public Class<?> owner() {
        return owner;
    }

    /** The names of the properties, or of the fields and methods that read them, from the outside to the inside. */
    public List<String> steps() {
        return steps;
    }

    /** Whether the other is the same property, or a part of it. */
    boolean contains(PropertyPath other) {
        return steps.size() <= other.steps.size() && steps.equals(other.steps.subList(0, steps.size()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PropertyPath path
                        && path.hash == hash
                        && path.owner == owner
                        && path.steps.equals(steps));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The property as messages name it. */
    @Override
    public String toString() {
        return ModelError.name(owner) + "." + String.join(".", steps);
    }
}
