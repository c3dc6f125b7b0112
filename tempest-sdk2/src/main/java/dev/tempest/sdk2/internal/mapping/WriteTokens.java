package dev.tempest.sdk2.internal.mapping;

import dev.tempest.WriteToken;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.TraceToken;
import dev.tempest.internal.locking.WriterSlots;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.sdk2.internal.schema.RawSchema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The attribute of a table in which conditional writes leave their traces.
 *
 * @param capacity how many traces an item keeps
 * @param slots those of the database
 */
public record WriteTokens(String attribute, int capacity, WriterSlots slots) {
    private static final int MOST_TOKENS = 1_000;

    /**
     * By what a write is recognised.
     *
     * @param written the token that a put carries; null for a delete
     * @param base the token of the item that the write replaces or deletes; null if it is not known
     * @param slot is the write's own until it is known what became of it
     */
    public record Trace(
            @Nullable TraceToken written, @Nullable TraceToken base, WriterSlots.@Nullable Slot slot) {}

    /**
     * The attribute that a table's interface names.
     *
     * @throws IllegalArgumentException if it cannot hold the traces
     */
    public static WriteTokens of(WriteToken annotation, Class<?> tableType, RawSchema<?> schema, WriterSlots slots) {
        String name = annotation.value();
        Class<?> rawType = schema.table().rawType();
        RawAttribute<AttributeValue> raw = schema.table().attributes().get(name);
        if (raw == null && schema.items() == null) {
            throw ModelError.of(
                    tableType,
                    "has a @WriteToken named " + name + ", which " + ModelError.name(rawType) + " does not have",
                    "Add a String attribute " + name + " to " + ModelError.name(rawType));
        }
        if (raw != null && raw.type() != null && raw.type() != String.class) {
            throw ModelError.of(
                    tableType,
                    "has a @WriteToken named " + name + ", which is not a String in " + ModelError.name(rawType),
                    "Make it a String");
        }
        if (schema.table().isKey(name)) {
            throw ModelError.of(
                    tableType,
                    "has a @WriteToken named " + name + ", which is a key attribute of " + ModelError.name(rawType),
                    "Name an attribute that serves nothing else");
        }
        if (annotation.maxTokens() < 2 || annotation.maxTokens() > MOST_TOKENS) {
            throw ModelError.of(
                    tableType,
                    "has a @WriteToken with maxTokens = " + annotation.maxTokens(),
                    "It must be from 2 to " + MOST_TOKENS);
        }
        return new WriteTokens(name, annotation.maxTokens(), slots);
    }

    public String describe(boolean withCapacity) {
        return withCapacity ? attribute + " with maxTokens = " + capacity : attribute;
    }

    /** The token of a row; null if it has none. */
    public @Nullable TraceToken in(Map<String, AttributeValue> row) {
        AttributeValue value = row.get(attribute);
        return value == null ? null : TraceToken.parse(value.s());
    }

    /** A new write's trace, after those of the item that it replaces; null for one that is not known. */
    public Trace trace(@Nullable TraceToken base, Nonces nonces) {
        WriterSlots.Slot slot = slots.lease(nonces);
        TraceToken written =
                base == null ? TraceToken.begin(slot.trace(), capacity, nonces) : base.followedBy(slot.trace());
        return new Trace(written, base, slot);
    }

    public AttributeValue value(Trace trace) {
        TraceToken written = trace.written();
        if (written == null) {
            throw new IllegalStateException("The trace of a delete is not stored.");
        }
        return AttributeValue.fromS(written.text());
    }

    /** Lets another write of this database have the trace's slot. */
    public void release(Trace trace) {
        WriterSlots.Slot slot = trace.slot();
        if (slot != null) {
            slots.release(slot);
        }
    }
}
