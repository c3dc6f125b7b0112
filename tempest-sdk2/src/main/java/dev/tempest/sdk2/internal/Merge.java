package dev.tempest.sdk2.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.internal.mapper.UpdateBehaviorTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.UpdateBehavior;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A write of the attributes that an item type has, and of no others.
 *
 * @param write what is known of the write; its row has the attributes that are set
 * @param text what is set and removed
 */
record Merge<I>(Write<I> write, UpdateText text) {

    /**
     * @param updates what an extension wants to be done besides; null for nothing
     */
    static <I> Merge<I> of(Table<?> table, ItemMapper<I> mapper, Write<I> write, @Nullable UpdateExpression updates) {
        UpdateText text = new UpdateText();
        TableMetadata metadata = mapper.schema().tableMetadata();
        List<String> extensions = updates == null ? List.of() : UpdateText.attributes(updates);
        Set<String> attributes = new TreeSet<>(mapper.schema().attributeNames());
        attributes.addAll(write.row().keySet());
        WriteTokens tokens = table.tokens();
        if (tokens != null) {
            // What leaves no trace must not keep the traces of others: it would pass for one of their writes.
            attributes.add(tokens.attribute());
        }
        for (String attribute : attributes) {
            if (!table.schema().table().key().contains(attribute) && !extensions.contains(attribute)) {
                add(text, attribute, write.row().get(attribute), metadata);
            }
        }
        if (updates != null) {
            text.add(updates);
        }
        text.require(write.condition());
        return new Merge<>(write, text);
    }

    private static void add(UpdateText text, String attribute, @Nullable AttributeValue value, TableMetadata metadata) {
        if (value == null || SdkValues.INSTANCE.isNull(value)) {
            text.remove(attribute);
        } else if (UpdateBehaviorTag.resolveForAttribute(attribute, metadata) == UpdateBehavior.WRITE_IF_NOT_EXISTS) {
            text.setIfAbsent(attribute, value);
        } else {
            text.set(attribute, value);
        }
    }
}
