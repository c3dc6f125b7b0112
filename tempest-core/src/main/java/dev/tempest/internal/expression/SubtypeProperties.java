package dev.tempest.internal.expression;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.attr.PropertyPath;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The properties that the subtypes of a sealed type have beside those of the sealed type.
 *
 * @param <V> the SDK's attribute value
 */
public final class SubtypeProperties<V> {
    private final List<Subtype<V>> subtypes;

    /**
     * A subtype.
     *
     * @param isOne that an item is of the subtype; null if its key says so
     * @param properties are found out when they are first needed
     */
    public record Subtype<V>(Class<?> type, @Nullable Clause<V> isOne, Supplier<ItemProperties<V>> properties) {
        /** Whether it has the property: a path from a supertype of the sealed type is one of a property of any name. */
        private boolean has(PropertyPath path, Class<?> sealed) {
            return path.owner().isAssignableFrom(sealed)
                    ? properties.get().has(path)
                    : path.owner().isAssignableFrom(type);
        }
    }

    public SubtypeProperties(List<Subtype<V>> subtypes) {
        this.subtypes = subtypes;
    }

    boolean isEmpty() {
        return subtypes.isEmpty();
    }

    private List<Subtype<V>> having(PropertyPath path, Class<?> sealed) {
        return subtypes.stream().filter(each -> each.has(path, sealed)).toList();
    }

    /** Where the property is stored; null if no subtype has it. */
    @Nullable ResolvedAttribute<V> resolve(PropertyPath path, Class<?> sealed) {
        ResolvedAttribute<V> first = null;
        for (Subtype<V> each : having(path, sealed)) {
            ResolvedAttribute<V> own = each.properties().get().resolve(PropertyPath.in(each.type(), path));
            if (first == null) {
                first = own;
            } else if (!first.paths().equals(own.paths()) || !first.storesAs(own)) {
                throw new IllegalArgumentException(path + " is not stored alike by all subtypes of "
                        + ModelError.name(sealed) + " that have it: " + first + " and " + own
                        + ". Name the property of one subtype.");
            }
        }
        return first;
    }

    /** That an item is of a subtype that has the property; null if its key says so. */
    @Nullable Clause<V> condition(PropertyPath path, Class<?> sealed) {
        List<Subtype<V>> having = having(path, sealed);
        List<Clause<V>> clauses = having.stream()
                .map(Subtype::isOne)
                .filter(clause -> clause != null)
                .toList();
        return clauses.isEmpty() || having.size() == subtypes.size()
                ? null
                : clauses.size() == 1 ? clauses.get(0) : new Clause.Any<>(clauses);
    }
}
