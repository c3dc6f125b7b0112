package dev.tempest.sdk2.internal.write;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A write that needs an item of the current model has read an older one. See {@link ItemMigration#onCurrent}. */
final class OlderItem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Map<String, AttributeValue> row;

    OlderItem(Map<String, AttributeValue> row) {
        super(null, null, false, false);
        this.row = row;
    }

    /** What is stored. */
    Map<String, AttributeValue> row() {
        return row;
    }
}
