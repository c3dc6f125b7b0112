package dev.tempest.benchmarks;

import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.benchmarks.models.AlbumRecord;
import dev.tempest.benchmarks.models.ReleaseRecord;
import dev.tempest.benchmarks.models.TrackRecord;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The records in tables without raw item types. */
public interface OwnMusicDb extends LogicalDb {
    @TableName("tracks")
    Tracks tracks();

    @TableName("albums")
    Albums albums();

    @TableName("releases")
    Releases releases();

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface Tracks extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<TrackRecord.Key, TrackRecord> tracks();
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface Albums extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<AlbumRecord.Key, AlbumRecord> albums();
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    interface Releases extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<ReleaseRecord.Key, ReleaseRecord> releases();
    }
}
