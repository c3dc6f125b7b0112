package dev.tempest.internal.attr;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.bytecode.GetterPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A property of an item type, or of a value nested in it, as the user named it: not checked against any table yet. */
public final class PropertyPath {
    private final Class<?> owner;
    private final List<Object> steps;
    private final int hash;
    private final boolean hasParts;

    /** A key of a map whose keys are data, which no message shows. */
    public record Key(Object value) {
        private static final Key ANY = new Key("");

        @Override
        public String toString() {
            return "[*]";
        }
    }

    private PropertyPath(Class<?> owner, List<Object> steps) {
        this.owner = owner;
        this.steps = steps;
        this.hash = 31 * owner.hashCode() + steps.hashCode();
        this.hasParts = steps.stream().anyMatch(step -> !(step instanceof String));
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
        List<Object> steps = new ArrayList<>();
        for (Object member : getter.members()) {
            steps.add(member instanceof GetterPath.Key key ? new Key(key.value()) : member);
        }
        return new PropertyPath(getter.owner(), List.copyOf(steps));
    }

    /** The same steps in another type. */
    public static PropertyPath in(Class<?> owner, PropertyPath path) {
        return new PropertyPath(owner, path.steps);
    }

    /** A property of this one's value. */
    public PropertyPath then(String property) {
        return longer(List.of(property));
    }

    /** What a getter reads of this one's value. */
    PropertyPath then(PropertyPath getter) {
        return longer(getter.steps);
    }

    /** An element of the list that is this one's value. */
    PropertyPath at(int index) {
        return longer(List.of(index));
    }

    /** An entry of the map that is this one's value. */
    PropertyPath at(Key key) {
        return longer(List.of(key));
    }

    private PropertyPath longer(List<?> more) {
        List<Object> longer = new ArrayList<>(steps);
        longer.addAll(more);
        return new PropertyPath(owner, List.copyOf(longer));
    }

    /** The same for all indexes and keys: what is remembered must not grow with the data. */
    public PropertyPath shape() {
        if (!hasParts) {
            return this;
        }
        List<Object> any = new ArrayList<>(steps.size());
        for (Object step : steps) {
            any.add(step instanceof Integer ? (Object) 0 : step instanceof Key ? Key.ANY : step);
        }
        return new PropertyPath(owner, List.copyOf(any));
    }

    /** Whether it leads through a list or a map. */
    public boolean hasParts() {
        return hasParts;
    }

    /** The indexes of lists, and the keys of maps as a {@link Key}. */
    public List<Object> parts() {
        return steps.stream().filter(step -> !(step instanceof String)).toList();
    }

    /** The item type, or one of its supertypes. */
    public Class<?> owner() {
        return owner;
    }

    /**
     * From the outside to the inside: the names of the properties, or of the fields and methods that read them, as Strings; keys of
     * maps as a {@link Key}; indexes of lists as Integers.
     */
    public List<Object> steps() {
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
        StringBuilder text = new StringBuilder(ModelError.name(owner));
        for (Object step : steps) {
            text.append(step instanceof Integer ? "[" + step + "]" : step instanceof Key ? step : "." + step);
        }
        return text.toString();
    }
}
