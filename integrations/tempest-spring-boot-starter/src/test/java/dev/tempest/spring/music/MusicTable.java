package dev.tempest.spring.music;

import dev.tempest.Table;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Table(partitionKey = "partition_key", sortKey = "sort_key")
public interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
    InlineView<Album.Key, Album> albums();
}
