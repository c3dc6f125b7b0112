package dev.tempest.sdk2.items;

import dev.tempest.Table;
import dev.tempest.TimeToLive;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The table in which {@link HandleOnce} remembers what was handled. Declare it in your database, and create it as
 * {@code TableDefinition.of(HandledChangeTable.class)} says: with a partition key {@code id}, and time to live by
 * {@code expires_at}. Several consumers may share it.
 */
@TimeToLive("expires_at")
@Table(partitionKey = "id")
public interface HandledChangeTable extends LogicalTable<Map<String, AttributeValue>> {
    /** The marks. */
    InlineView<HandledChange.Key, HandledChange> handledChanges();
}
