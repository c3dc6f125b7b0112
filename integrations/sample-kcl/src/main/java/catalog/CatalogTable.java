package catalog;

import dev.tempest.Table;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table whose stream is read. */
@Table(partitionKey = "pk", sortKey = "sk")
public interface CatalogTable extends LogicalTable<Map<String, AttributeValue>> {
    InlineView<Album.Key, Album> albums();
}
