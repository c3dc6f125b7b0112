package dev.tempest.spring.music;

import dev.tempest.Table;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Table(partitionKey = "partition_key", sortKey = "sort_key")
public interface AsyncMusicTable extends AsyncLogicalTable<Map<String, AttributeValue>> {
    AsyncInlineView<Album.Key, Album> albums();
}
