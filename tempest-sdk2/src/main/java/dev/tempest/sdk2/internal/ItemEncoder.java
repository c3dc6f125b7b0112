package dev.tempest.sdk2.internal;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.TraceToken;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.locking.WriterSlots;
import dev.tempest.internal.schema.KeySchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.extensions.WriteModification;
import software.amazon.awssdk.enhanced.dynamodb.internal.operations.OperationName;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes items of one type ready to be written: with their versions moved on, their conditions, their traces, and what the
 * client's extensions change.
 *
 * @param <I> the item type
 */
final class ItemEncoder<I> {
    /** Under this name the version extension keeps which attribute holds the version. */
    private static final String VERSION_METADATA = "VersionedRecordExtension:VersionAttribute";

    private final Table<?> table;
    private final ItemMapper<I> mapper;
    private final Extensions extensions;
    private final Extensions extensionsWithoutVersion;
    private final @Nullable VersionRule<AttributeValue> version;
    private final @Nullable String extensionsVersion;
    private final @Nullable WriteTokens tokens;
    private final WriteConditions conditions;
    private final List<String> comparedAttributes;

    ItemEncoder(Table<?> table, ItemMapper<I> mapper) {
        this.table = table;
        this.mapper = mapper;
        var metadata = mapper.schema().tableMetadata();
        this.extensions = new Extensions(table.extension(), mapper.schema(), metadata, table.name());
        this.version = mapper.version();
        String extensionsVersion =
                metadata.customMetadataObject(VERSION_METADATA, String.class).orElse(null);
        this.extensionsVersion = extensionsVersion;
        if (version != null && extensionsVersion != null) {
            throw ModelError.of(
                    mapper.type(),
                    "has a @Version, and also stores " + extensionsVersion + ", the @DynamoDbVersionAttribute of "
                            + ModelError.name(table.schema().table().rawType()),
                    "Keep one of them");
        }
        this.extensionsWithoutVersion = extensionsVersion == null
                ? extensions
                : new Extensions(
                        table.extension(),
                        mapper.schema(),
                        new LogicalMetadata(metadata, Collections.singleton(extensionsVersion)),
                        table.name());
        this.tokens = table.tokens();
        if (tokens != null && tokens.attribute().equals(versionAttribute())) {
            throw ModelError.of(
                    mapper.type(),
                    "has its version in " + tokens.attribute() + ", which is the @WriteToken of "
                            + ModelError.name(table.schema().table().rawType()) + "'s table",
                    "Store each in an attribute of its own");
        }
        if (tokens != null && mapper.stores(tokens.attribute()) && !mapper.storesAsItIs(tokens.attribute())) {
            throw ModelError.of(
                    mapper.type(),
                    "stores " + tokens.attribute() + ", which is the @WriteToken of "
                            + ModelError.name(table.schema().table().rawType())
                            + "'s table, with a prefix or in several attributes",
                    "Store it in one attribute, as it is");
        }
        KeySchema key = table.schema().table().key();
        List<String> compared = new ArrayList<>(mapper.schema().attributeNames());
        compared.remove(key.partitionKey());
        compared.remove(key.sortKey());
        this.comparedAttributes = List.copyOf(compared);
        this.conditions = new WriteConditions(
                table.schema().table().key().partitionKey(),
                version == null ? extensionsVersion : version.attribute(),
                tokens == null ? null : tokens.attribute());
    }

    /** The rule of the type's own versions; null if it has none. */
    @Nullable VersionRule<AttributeValue> version() {
        return version;
    }

    WriteConditions conditions() {
        return conditions;
    }

    /**
     * That what is stored is what was read.
     *
     * @throws IllegalStateException if the item has neither a version nor a token, and too many attributes to compare
     */
    Expression isStill(Map<String, AttributeValue> base) {
        Expression condition = conditions.isStill(base, comparedAttributes);
        if (condition == null) {
            throw new IllegalStateException(
                    table.describe(mapper, base) + " has neither a @Version nor a @WriteToken yet,"
                            + " and more attributes than one condition can compare, so a change could overwrite that of another"
                            + " writer. Store a first version in it, or a token, with a write of your own.");
        }
        return condition;
    }

    /** The attributes of the item type, without its key. */
    List<String> comparedAttributes() {
        return comparedAttributes;
    }

    Extensions extensions() {
        return extensions;
    }

    @Nullable WriteTokens tokens() {
        return tokens;
    }

    /** The attribute of the type's versions, our own or the extension's; null if it has none. */
    @Nullable String versionAttribute() {
        return version == null ? extensionsVersion : version.attribute();
    }

    Write<I> save(I item, @Nullable Expression condition) {
        return save(item, condition, Nonces.RANDOM);
    }

    Write<I> save(I item, @Nullable Expression callersCondition, Nonces nonces) {
        return save(item, callersCondition, nonces, OperationName.PUT_ITEM).write();
    }

    /** The type's attributes of an item, guarded as a save. */
    Merge<I> merge(I item, @Nullable Expression callersCondition, Nonces nonces) {
        Prepared<I> prepared = save(item, callersCondition, nonces, OperationName.UPDATE_ITEM);
        return Merge.of(table, mapper, prepared.write(), prepared.updates());
    }

    private Prepared<I> save(I item, @Nullable Expression callersCondition, Nonces nonces, OperationName operation) {
        Map<String, AttributeValue> row = mapper.encode(item);
        Expression condition = Conditions.ofCaller(callersCondition);
        if (version == null) {
            return prepare(
                    item,
                    row,
                    extensions,
                    condition,
                    withExtensionsVersion(row, callersCondition),
                    mappedBase(row),
                    nonces,
                    operation);
        }
        AttributeValue carried = version.carriedBy(item);
        moveOn(row, carried, nonces);
        return prepare(
                item,
                row,
                extensions,
                Conditions.both(condition, carried == null ? conditions.keyIsFree() : conditions.versionIs(carried)),
                new Expectation(Expectation.NO_ITEM, version.attribute(), carried, callersCondition),
                // A new item may be a copy of another, and carry the traces of that one.
                carried == null ? null : mappedBase(row),
                nonces,
                operation);
    }

    /** An item whose key must be free; a version that it carries is kept. */
    Write<I> create(I item) {
        return create(item, Nonces.RANDOM);
    }

    Write<I> create(I item, Nonces nonces) {
        Map<String, AttributeValue> row = mapper.encode(item);
        if (version != null && version.carriedBy(item) == null) {
            moveOn(row, null, nonces);
        }
        boolean keepsVersion = extensionsVersion != null && row.containsKey(extensionsVersion);
        Expectation expectation = new Expectation(Expectation.NO_ITEM, versionAttribute(), null, null);
        return put(
                item,
                row,
                keepsVersion ? extensionsWithoutVersion : extensions,
                conditions.keyIsFree(),
                expectation,
                null,
                nonces);
    }

    /** The row of an item as an update gets it: what marks it is not its own. */
    Map<String, AttributeValue> encode(I item) {
        Map<String, AttributeValue> row = mapper.encode(item);
        if (tokens != null) {
            row.remove(tokens.attribute());
        }
        return row;
    }

    /** An item that an update makes where there was none; its version begins. */
    Write<I> first(I item, Map<String, AttributeValue> row) {
        if (version != null) {
            moveOn(row, null, Nonces.RANDOM);
        } else if (extensionsVersion != null) {
            row.remove(extensionsVersion);
        }
        return put(
                item,
                row,
                extensions,
                conditions.keyIsFree(),
                new Expectation(Expectation.NO_ITEM, versionAttribute(), null, null),
                null,
                Nonces.RANDOM);
    }

    /**
     * The extensions for the row of an update. If DynamoDB's own null is stored as their version, the row gets the first.
     */
    Extensions extensionsOn(Map<String, AttributeValue> base, Map<String, AttributeValue> row) {
        String attribute = extensionsVersion;
        if (attribute == null || !base.containsKey(attribute) || SdkValues.in(base, attribute) != null) {
            return extensions;
        }
        begin(row);
        return extensionsWithoutVersion;
    }

    /** Gives a row the extension's first version without the extension's condition, which DynamoDB's own null does not meet. */
    private void begin(Map<String, AttributeValue> row) {
        Map<String, AttributeValue> begun = extensions
                .beforeWrite(new HashMap<>(row), OperationName.PUT_ITEM)
                .transformedItem();
        AttributeValue first = begun == null ? null : begun.get(extensionsVersion);
        if (first != null) {
            row.put(requireNonNull(extensionsVersion), first);
        }
    }

    /** An item to be written whatever is stored; its version is neither checked nor moved on. */
    Write<I> unversioned(I item) {
        return put(
                item, mapper.encode(item), extensionsWithoutVersion, null, Expectation.of(null), null, Nonces.RANDOM);
    }

    private void moveOn(Map<String, AttributeValue> row, @Nullable AttributeValue stored, Nonces nonces) {
        VersionRule<AttributeValue> rule = version;
        if (rule != null) {
            row.put(rule.attribute(), stored == null ? rule.first(nonces) : rule.after(stored, nonces));
        }
    }

    private Write<I> put(
            I item,
            Map<String, AttributeValue> row,
            Extensions chosen,
            @Nullable Expression condition,
            Expectation expectation,
            @Nullable TraceToken base,
            Nonces nonces) {
        return prepare(item, row, chosen, condition, expectation, base, nonces, OperationName.PUT_ITEM)
                .write();
    }

    /**
     * A write, and what an extension wants to be done besides.
     *
     * @param updates null for nothing, as always for a put
     */
    private record Prepared<I>(Write<I> write, @Nullable UpdateExpression updates) {}

    private Prepared<I> prepare(
            I item,
            Map<String, AttributeValue> row,
            Extensions chosen,
            @Nullable Expression condition,
            Expectation expectation,
            @Nullable TraceToken base,
            Nonces nonces,
            OperationName operation) {
        WriteModification modification = chosen.beforeWrite(row, operation);
        Map<String, AttributeValue> transformed = modification.transformedItem();
        Map<String, AttributeValue> written = transformed == null ? row : transformed;
        Expression whole = Conditions.both(condition, modification.additionalConditionalExpression());
        Write.Trace trace = null;
        WriteTokens own = tokens;
        if (own != null) {
            written = transformed == null ? row : new HashMap<>(transformed);
            // An unconditional write that kept the old traces would pass for the write that left the last of them.
            AttributeValue carried = written.remove(own.attribute());
            // An update that is executed twice must not leave the same trace twice, as it would on the caller's
            // condition alone.
            boolean isTraced = operation == OperationName.PUT_ITEM
                    || versionAttribute() != null
                    || (base != null && carried != null);
            if (whole != null && isTraced) {
                if (base != null && carried != null) {
                    whole = Conditions.both(whole, conditions.tokenIs(carried));
                }
                trace = own.trace(base, nonces);
                written.put(own.attribute(), own.value(trace));
            }
        }
        boolean changed = transformed != null || version != null || (own != null && mapper.stores(own.attribute()));
        Map<String, AttributeValue> stored = written;
        if (modification.updateExpression() != null) {
            stored = new HashMap<>(row);
            stored.putAll(written);
        }
        return new Prepared<>(
                new Write<>(written, changed ? read(stored) : item, whole, expectation, trace),
                modification.updateExpression());
    }

    /** The traces that an item carries which maps them; null for none. */
    @Nullable TraceToken mappedBase(Map<String, AttributeValue> row) {
        return tokens == null ? null : tokens.in(row);
    }

    Expectation withExtensionsVersion(Map<String, AttributeValue> row, @Nullable Expression condition) {
        if (extensionsVersion == null) {
            return Expectation.of(condition);
        }
        AttributeValue carried = row.get(extensionsVersion);
        return new Expectation(Expectation.NO_ITEM, extensionsVersion, carried, condition);
    }

    /**
     * The deletion of an item, which its version guards.
     *
     * @throws IllegalArgumentException if the item has no version, and so was never stored
     */
    Write<@Nullable I> delete(I item, @Nullable Expression callersCondition) {
        Map<String, AttributeValue> row = mapper.encode(item);
        Map<String, AttributeValue> key = table.schema().table().requireKey(row);
        Expression callers = Conditions.ofCaller(callersCondition);
        Expression condition = callers;
        Expectation expectation = withExtensionsVersion(row, callersCondition);
        if (version != null) {
            AttributeValue carried = version.carriedBy(item);
            if (carried == null) {
                throw new IllegalArgumentException(version.property() + " is none, which says that "
                        + table.describe(mapper, key) + " is not stored. Delete the item as it was loaded, or delete"
                        + " whatever is stored by deleteKey.");
            }
            expectation = new Expectation(null, version.attribute(), carried, callersCondition);
            condition = Conditions.both(callers, conditions.versionIs(carried));
        } else if (extensionsVersion != null) {
            // The enhanced client calls no extension for a delete, and so deletes whatever version is there.
            condition = Conditions.both(
                    callers,
                    extensions.beforeWrite(row, OperationName.DELETE_ITEM).additionalConditionalExpression());
        }
        TraceToken base = condition == null ? null : mappedBase(row);
        AttributeValue token = tokens == null ? null : row.get(tokens.attribute());
        if (base != null && token != null) {
            condition = Conditions.both(condition, conditions.tokenIs(token));
        }
        return Write.delete(key, condition, expectation, traceOfDelete(condition, base));
    }

    Write<@Nullable I> deleteKey(Map<String, AttributeValue> key, @Nullable Expression condition) {
        return Write.delete(key, condition, Expectation.of(condition), traceOfDelete(condition, null));
    }

    private Write.@Nullable Trace traceOfDelete(@Nullable Expression condition, @Nullable TraceToken base) {
        return tokens == null || condition == null ? null : new Write.Trace(null, base, null);
    }

    I read(Map<String, AttributeValue> row) {
        return mapper.decode(extensions.afterRead(row));
    }

    /** Lets another write of this database have the trace's slot. */
    void release(Write.Trace trace) {
        WriterSlots.Slot slot = trace.slot();
        if (tokens != null && slot != null) {
            tokens.release(slot);
        }
    }
}
