package dev.tempest.sdk2.internal.mapping;

import dev.tempest.UnreadableItemException;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.Shown;
import dev.tempest.internal.codec.RowCodec;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.RawTypes;
import dev.tempest.internal.model.TableModel;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.Migration.AttributeStep;
import dev.tempest.sdk2.migration.Migration.Step;
import dev.tempest.sdk2.migration.Migration.TypedStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A migration of the rows of one item type in one table. */
public final class Upgrade {
    private final Migration<?> migration;
    private final TableContext<?> table;
    private final List<BoundStep> steps = new ArrayList<>();
    private final List<String> kept;
    private final String targetText;

    private record BoundStep(int version, UnaryOperator<Map<String, AttributeValue>> change) {}

    private Upgrade(
            Migration<?> migration,
            TableContext<?> table,
            Function<Class<?>, ItemType<?, AttributeValue>> types,
            List<String> kept) {
        this.migration = migration;
        this.table = table;
        this.kept = kept;
        this.targetText = Integer.toString(migration.version());
        for (Step step : migration.steps()) {
            steps.add(new BoundStep(step.version(), change(step, types)));
        }
    }

    /**
     * A migration in a table.
     *
     * @param types makes the models of older item types
     * @throws IllegalArgumentException if an older item type is wrong, or if the attribute of the model version serves something
     *     else
     */
    public static Upgrade of(
            Migration<?> migration, TableContext<?> table, Function<Class<?>, ItemType<?, AttributeValue>> types) {
        return of(migration, table, types, List.of());
    }

    /**
     * The migration by which items of a type are read; null if there is none.
     *
     * @param kept attributes that no step changes, as they mark what is stored
     * @throws IllegalArgumentException if the migration does not fit the type
     */
    static @Nullable Upgrade onRead(ItemType<?, AttributeValue> type, TableContext<?> table, List<String> kept) {
        Migration<?> migration = table.settings().migrations().get(type.type());
        if (migration == null) {
            return null;
        }
        if (type.stores(migration.versionAttribute()) && !table.schema().table().isKey(migration.versionAttribute())) {
            throw reserved(migration, "an attribute of " + ModelError.name(type.type()));
        }
        if (!type.unique().isEmpty()) {
            throw ModelError.of(
                    type.type(),
                    type.unique().rules().get(0).properties().get(0),
                    "is @Unique, and items with unique values cannot be migrated on read: an item that is not yet"
                            + " written again would not have its values",
                    "Call migrate(...) for the table, and leave out migrateOnRead(...)");
        }
        TableModel<AttributeValue> types = new TableModel<>(
                table.schema().table(),
                table.schema().itemTables(),
                new RawTypes(),
                new UniqueTable<>(table.schema().table()));
        return of(migration, table, types::itemType, kept);
    }

    private static Upgrade of(
            Migration<?> migration,
            TableContext<?> table,
            Function<Class<?>, ItemType<?, AttributeValue>> types,
            List<String> kept) {
        String attribute = migration.versionAttribute();
        WriteTokens tokens = table.tokens();
        String use = table.schema().table().isKey(attribute)
                ? "a key attribute of table " + table.name()
                : tokens != null && tokens.attribute().equals(attribute)
                        ? "the @WriteToken of table " + table.name()
                        : null;
        if (use != null) {
            throw reserved(migration, use);
        }
        if (migration.steps().isEmpty()) {
            throw new IllegalArgumentException(migration + " has no step. Call step(1, ...).");
        }
        return new Upgrade(migration, table, types, kept);
    }

    /** The attribute of the model version is one that serves something else. */
    public static IllegalArgumentException reserved(Migration<?> migration, String use) {
        return new IllegalArgumentException("The migration of " + ModelError.name(migration.type())
                + " keeps the model version in " + migration.versionAttribute() + ", which is " + use
                + ". Name an attribute that serves nothing else.");
    }

    private UnaryOperator<Map<String, AttributeValue>> change(
            Step step, Function<Class<?>, ItemType<?, AttributeValue>> types) {
        if (step instanceof AttributeStep simple) {
            return simple.change();
        }
        return typed((TypedStep<?, ?>) step, types);
    }

    @SuppressWarnings("unchecked") // The model of a class makes items of the class.
    private <A, B> UnaryOperator<Map<String, AttributeValue>> typed(
            TypedStep<A, B> step, Function<Class<?>, ItemType<?, AttributeValue>> types) {
        RowCodec<A, AttributeValue> from = ((ItemType<A, AttributeValue>) types.apply(step.from())).codec();
        ItemType<B, AttributeValue> into = (ItemType<B, AttributeValue>) types.apply(step.into());
        List<String> old = from.bindings().stream()
                .flatMap(binding -> Stream.of(binding.attributes()))
                .toList();
        return row -> {
            B item = step.change().apply(from.decode(row, table.name()));
            Map<String, AttributeValue> made = into.encode(item);
            old.forEach(row::remove);
            row.putAll(made);
            return row;
        };
    }

    public String attribute() {
        return migration.versionAttribute();
    }

    /** The version of the model that rows are brought to. */
    public int target() {
        return migration.version();
    }

    public AttributeValue targetValue() {
        return AttributeValue.fromN(targetText);
    }

    /** Whether a row is of the current model, or of one that is newer than this program. */
    public boolean isCurrent(Map<String, AttributeValue> row) {
        AttributeValue stored = row.get(attribute());
        return (stored != null && targetText.equals(stored.n()))
                || version(row).compareTo(BigDecimal.valueOf(target())) >= 0;
    }

    /**
     * The row as it is read: the very row if it is of the current model.
     *
     * @throws UnreadableItemException if it cannot be migrated
     */
    Map<String, AttributeValue> current(Map<String, AttributeValue> row) {
        if (isCurrent(row)) {
            return row;
        }
        Map<String, AttributeValue> made = apply(row);
        String key = changedKey(row, made);
        if (key != null) {
            throw unreadable(row, "the migration changes " + key + ", a key attribute", null);
        }
        for (String attribute : kept) {
            AttributeValue stored = row.get(attribute);
            if (stored != null) {
                made.put(attribute, stored);
            }
        }
        return made;
    }

    /** A key attribute that differs; null for none. */
    public @Nullable String changedKey(Map<String, AttributeValue> row, Map<String, AttributeValue> made) {
        for (String key : table.schema().table().key().attributes()) {
            AttributeValue before = row.get(key);
            AttributeValue after = made.get(key);
            if (before != null && (after == null || !SdkValues.INSTANCE.same(before, after))) {
                return key;
            }
        }
        return null;
    }

    private BigDecimal version(Map<String, AttributeValue> row) {
        AttributeValue stored = SdkValues.in(row, attribute());
        if (stored == null) {
            return BigDecimal.ZERO;
        }
        if (stored.n() == null) {
            throw unreadable(row, "its " + attribute() + ", the version of its model, is not a number", null);
        }
        return new BigDecimal(stored.n());
    }

    /**
     * A row of an older model as one of the current model.
     *
     * @throws UnreadableItemException if a step fails, or if there is none for the row
     */
    public Map<String, AttributeValue> apply(Map<String, AttributeValue> row) {
        BigDecimal version = version(row);
        int first = steps.get(0).version();
        if (version.compareTo(BigDecimal.valueOf(first - 1L)) < 0) {
            throw unreadable(
                    row,
                    "its model is at version " + version.toPlainString() + ", and the first step is from "
                            + (first - 1),
                    null);
        }
        Map<String, AttributeValue> changed = new HashMap<>(row);
        for (BoundStep step : steps) {
            if (version.compareTo(BigDecimal.valueOf(step.version())) < 0) {
                changed = apply(step, changed, row);
            }
        }
        changed.put(attribute(), targetValue());
        return changed;
    }

    private Map<String, AttributeValue> apply(
            BoundStep step, Map<String, AttributeValue> row, Map<String, AttributeValue> stored) {
        Map<String, AttributeValue> made;
        try {
            made = step.change().apply(row);
        } catch (UnreadableItemException e) {
            throw e;
        } catch (RuntimeException e) {
            throw unreadable(stored, "the step to version " + step.version() + " threw " + Shown.thrown(e), e);
        }
        if (made == null) {
            throw unreadable(stored, "the step to version " + step.version() + " returned null", null);
        }
        // A step may return a map that cannot be changed.
        Map<String, AttributeValue> copy = new HashMap<>(made);
        copy.values().removeIf(value -> value == null);
        return copy;
    }

    /** What to throw for a row that stays as it is; the reason holds no stored value. */
    public UnreadableItemException unreadable(
            Map<String, AttributeValue> row, String reason, @Nullable Throwable cause) {
        return new UnreadableItemException(
                table.name(),
                table.schema().table().keyValues(row),
                migration.type(),
                "The item " + table.schema().table().describeKey(row) + " in table " + table.name()
                        + " cannot be migrated: " + reason + ".",
                cause == null ? null : Shown.withoutMessage(cause));
    }
}
