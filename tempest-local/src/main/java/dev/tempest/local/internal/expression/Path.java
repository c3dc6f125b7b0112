package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.ListOf;
import dev.tempest.local.internal.value.AttributeValue.MapOf;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document path whose names are resolved: an attribute, and steps into it. */
public record Path(List<Step> steps) {
    /** Into a map by a name, or into a list by an index. */
    record Step(@Nullable String name, int index) {
        static Step of(String name) {
            return new Step(name, -1);
        }

        static Step of(int index) {
            return new Step(null, index);
        }

        @Nullable AttributeValue in(AttributeValue value) {
            if (name != null) {
                return value instanceof MapOf map ? map.values().get(name) : null;
            }
            return value instanceof ListOf list && index < list.values().size()
                    ? list.values().get(index)
                    : null;
        }

        @Override
        public String toString() {
            return name == null ? "[" + index + "]" : name;
        }
    }

    public static Path of(String attribute) {
        return new Path(List.of(Step.of(attribute)));
    }

    /** The name of the attribute itself. */
    public String attribute() {
        String name = steps.get(0).name();
        if (name == null) {
            throw new IllegalStateException("A path begins with a name");
        }
        return name;
    }

    public boolean isNested() {
        return steps.size() > 1;
    }

    public @Nullable AttributeValue in(Map<String, AttributeValue> attributes) {
        AttributeValue value = attributes.get(attribute());
        for (int i = 1; i < steps.size() && value != null; i++) {
            value = steps.get(i).in(value);
        }
        return value;
    }

    /** Whether the place is one of an attribute, or of a document that is there and can have such a place. */
    boolean leadsInto(Map<String, AttributeValue> attributes) {
        if (!isNested()) {
            return true;
        }
        AttributeValue parent = new Path(steps.subList(0, steps.size() - 1)).in(attributes);
        return steps.get(steps.size() - 1).name() == null ? parent instanceof ListOf : parent instanceof MapOf;
    }

    /** Whether one of the two paths leads to a part of what the other leads to, or to the same. */
    boolean overlaps(Path other) {
        int common = Math.min(steps.size(), other.steps.size());
        return steps.subList(0, common).equals(other.steps.subList(0, common));
    }

    /** Whether one path takes a place for a map that the other takes for a list. */
    boolean conflictsWith(Path other) {
        int common = Math.min(steps.size(), other.steps.size());
        for (int i = 0; i < common; i++) {
            Step mine = steps.get(i);
            Step theirs = other.steps.get(i);
            if (!mine.equals(theirs)) {
                return (mine.name() == null) != (theirs.name() == null);
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
