package dev.tempest.internal.write;

import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.internal.schema.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What tells the states of one item type's rows apart: a version, a write token, or all of the attributes. The conditions that
 * follow from it.
 *
 * @param <V> the SDK's attribute value
 */
public final class StoredState<V> {
    /** DynamoDB takes 300, of which a few are left for the conditions of extensions. */
    private static final int MOST_OPERATORS = 296;

    /** DynamoDB takes 4 KB, of which some are left for the conditions of extensions. */
    private static final int LONGEST = 3_900;

    private final Values<V> values;
    private final Clause<V> keyIsFree;
    private final Clause<V> keyIsTaken;
    private final @Nullable AttributePath version;
    private final @Nullable AttributePath token;
    private final List<String> compared;

    /**
     * The states of a type's rows.
     *
     * @param version the attribute of the versions; null for none
     * @param token the attribute of the write tokens; null for none
     * @param attributes of the type
     */
    public StoredState(
            RawTable<V> table, @Nullable String version, @Nullable String token, Iterable<String> attributes) {
        this.values = table.values();
        AttributePath partitionKey = AttributePath.of(table.key().partitionKey());
        this.keyIsFree = new Clause.Existence<>(partitionKey, false);
        this.keyIsTaken = new Clause.Existence<>(partitionKey, true);
        this.version = version == null ? null : AttributePath.of(version);
        this.token = token == null ? null : AttributePath.of(token);
        List<String> others = new ArrayList<>();
        for (String attribute : attributes) {
            if (!table.key().contains(attribute)) {
                others.add(attribute);
            }
        }
        this.compared = List.copyOf(others);
    }

    public Clause<V> keyIsFree() {
        return keyIsFree;
    }

    public Clause<V> keyIsTaken() {
        return keyIsTaken;
    }

    /** The attributes of the item type, without its key. */
    public List<String> compared() {
        return compared;
    }

    /** That the version is stored. */
    public Clause<V> versionIs(V stored) {
        return new Clause.Comparison<>(Objects.requireNonNull(version), "=", stored);
    }

    /** That the token is stored. */
    public Clause<V> tokenIs(V stored) {
        return new Clause.Comparison<>(Objects.requireNonNull(token), "=", stored);
    }

    /**
     * That what is stored is what was read.
     *
     * @param description the item as messages name it
     * @throws IllegalStateException if the item has neither a version nor a token, and too many attributes to compare
     */
    public Clause<V> isStill(Map<String, V> base, Supplier<String> description) {
        V storedVersion = in(base, version);
        V storedToken = in(base, token);
        Clause<V> condition = storedVersion == null && storedToken == null
                ? isUnchanged(base)
                : Clause.both(
                        storedVersion == null ? isNothing(version) : versionIs(storedVersion),
                        storedToken == null ? isNothing(token) : tokenIs(storedToken));
        if (condition == null) {
            throw new IllegalStateException(description.get() + " has neither a @Version nor a @WriteToken yet,"
                    + " and more attributes than one condition can compare, so a change could overwrite that of another"
                    + " writer. Store a first version in it, or a token, with a write of your own.");
        }
        return condition;
    }

    private @Nullable V in(Map<String, V> row, @Nullable AttributePath path) {
        return path == null ? null : values.presentIn(row, path.attribute());
    }

    private @Nullable Clause<V> isNothing(@Nullable AttributePath path) {
        return path == null ? null : Clause.isNothing(path, values);
    }

    /** That a row which nothing tells from a later one has the very attributes that it had; null if they are too many. */
    private @Nullable Clause<V> isUnchanged(Map<String, V> row) {
        Set<String> attributes = new LinkedHashSet<>(compared);
        if (version != null) {
            attributes.add(version.attribute());
        }
        if (token != null) {
            attributes.add(token.attribute());
        }
        Clause<V> unchanged = attributesAre(row, attributes);
        // An item that has none of the attributes is there, all the same.
        return unchanged != null && attributes.stream().noneMatch(row::containsKey)
                ? Clause.both(keyIsTaken, unchanged)
                : unchanged;
    }

    private @Nullable Clause<V> attributesAre(Map<String, V> row, Set<String> attributes) {
        List<Clause<V>> clauses = new ArrayList<>(attributes.size());
        int operators = 0;
        for (String attribute : attributes) {
            AttributePath path = AttributePath.of(attribute);
            V value = row.get(attribute);
            operators += clauses.isEmpty() ? 1 : 2;
            clauses.add(
                    value == null ? new Clause.Existence<>(path, false) : new Clause.Comparison<>(path, "=", value));
        }
        if (operators > MOST_OPERATORS) {
            return null;
        }
        Clause<V> all = new Clause.All<>(clauses);
        StringBuilder text = new StringBuilder();
        new ExpressionWriter<V>().clause(text, all);
        return text.length() > LONGEST ? null : all;
    }

    /** Whether a version or a token is stored. */
    public boolean isMarked(Map<String, V> row) {
        return in(row, version) != null || in(row, token) != null;
    }

    /** Whether no writer came between two states of an item, as far as its marks tell; without marks, whether they are equal. */
    public boolean areSame(@Nullable Map<String, V> base, @Nullable Map<String, V> found) {
        if (base == null || found == null) {
            return base == null && found == null;
        }
        return isMarked(base) ? isSame(base, found, version) && isSame(base, found, token) : base.equals(found);
    }

    private static <V> boolean isSame(Map<String, V> base, Map<String, V> found, @Nullable AttributePath path) {
        return path == null || Objects.equals(base.get(path.attribute()), found.get(path.attribute()));
    }
}
