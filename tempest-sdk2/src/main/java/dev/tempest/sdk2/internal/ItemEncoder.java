package dev.tempest.sdk2.internal;

import static java.util.Objects.requireNonNull;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.Nonces;
import dev.tempest.internal.TraceToken;
import dev.tempest.internal.VersionRule;
import dev.tempest.internal.WriterSlots;
import java.util.Collections;
import java.util.HashMap;
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

    /** That what is stored is what was read. */
    Expression isStill(Map<String, AttributeValue> base) {
        return conditions.isStill(base, mapper.schema().attributeNames());
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

    /**
     * An item that takes the place of the one that was read, and of no other.
     *
     * @param base what was read; null for nothing
     */
    Write<I> replace(@Nullable Map<String, AttributeValue> base, I item) {
        Map<String, AttributeValue> row = mapper.encode(item);
        if (tokens != null) {
            row.remove(tokens.attribute());
        }
        String attribute = versionAttribute();
        AttributeValue stored = base == null || attribute == null ? null : SdkValues.in(base, attribute);
        if (version != null) {
            moveOn(row, stored, Nonces.RANDOM);
        } else if (extensionsVersion != null) {
            // The extension counts on from what it finds, and the caller may have left it out or counted by itself.
            if (stored == null) {
                row.remove(extensionsVersion);
            } else {
                row.put(extensionsVersion, stored);
            }
        }
        boolean isNull = stored == null && base != null && base.containsKey(extensionsVersion);
        if (isNull) {
            begin(row);
        }
        Expression condition = base == null ? conditions.keyIsFree() : isStill(base);
        Expectation expectation =
                new Expectation(base == null ? Expectation.NO_ITEM : Expectation.ITEM_READ, attribute, stored, null);
        Write<I> write = put(
                item,
                row,
                isNull ? extensionsWithoutVersion : extensions,
                condition,
                expectation,
                tokens == null || base == null ? null : tokens.in(base),
                Nonces.RANDOM);
        // The row has a version that the extension that is left out did not give it.
        return isNull
                ? new Write<>(write.row(), read(write.row()), write.condition(), write.expectation(), write.trace())
                : write;
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
            // An unguarded write that kept the old traces would pass for the write that left the last of them.
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
