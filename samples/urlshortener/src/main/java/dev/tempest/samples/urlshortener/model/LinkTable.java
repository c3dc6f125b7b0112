package dev.tempest.samples.urlshortener.model;

import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TimeToLive;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Links and the counters of their clicks, side by side in one table:
 *
 * <pre>
 * partition_key   sort_key               what
 * LINK_tea        INFO_                  the link "tea"
 * LINK_tea        CLICKS_1764100800000   how often the link that was made at that time was followed
 * </pre>
 *
 * <p>So one load finds where a link leads, and one query a link with its clicks. The index {@code owner_index} finds the
 * links of one owner by the time at which they were made. Counters have no owner, so the index holds none of them.
 *
 * <p>The write token lets a writer whose answer was lost know its own write again: nobody is told that an alias is taken
 * which they have just got, or that a link was changed by somebody else where it was not.
 */
@TimeToLive("expires_at")
@WriteToken("write_token")
@Table(
        partitionKey = "partition_key",
        sortKey = "sort_key",
        indexes = @Index(name = "owner_index", partitionKey = "owner_token", sortKey = "created_at"))
public interface LinkTable extends LogicalTable<Map<String, AttributeValue>> {
    InlineView<Link.Key, Link> links();

    InlineView<Clicks.Key, Clicks> clicks();

    /** The links of one owner, oldest first; a global index. */
    SecondaryIndex<Link.OwnerIndexOffset, Link> linksByOwner();

    ItemCollection<LinkPartition.Key, LinkPartition> partitions();
}
