package dev.tempest.sdk2.migration;

import dev.tempest.Table;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A table for the checkpoints of migrations, with partition key {@code migration} and sort key {@code entry}, both strings. Declare
 * it in the interface of the database:
 *
 * <pre>{@code
 * @TableName("migrations")
 * MigrationTable migrations();
 * }</pre>
 *
 * <p>One such table serves all migrations of all tables.
 */
@Table(partitionKey = "migration", sortKey = "entry")
public interface MigrationTable extends LogicalTable<Map<String, AttributeValue>> {
    /** How far each segment has come. */
    InlineView<MigrationSegment.Key, MigrationSegment> segments();

    /** The items that were left as they are. */
    InlineView<QuarantinedItem.Key, QuarantinedItem> quarantined();
}
