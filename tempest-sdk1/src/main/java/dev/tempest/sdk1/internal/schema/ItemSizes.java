package dev.tempest.sdk1.internal.schema;

import static dev.tempest.internal.batch.ItemSize.CONTAINER;
import static dev.tempest.internal.batch.ItemSize.ELEMENT;
import static dev.tempest.internal.batch.ItemSize.FLAG;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.internal.batch.ItemSize;
import java.nio.ByteBuffer;
import java.util.Map;

/** The sizes of items of SDK 1.x. */
public final class ItemSizes {
    private ItemSizes() {}

    /** What DynamoDB counts of an item. */
    public static long of(Map<String, AttributeValue> item) {
        long size = 0;
        for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
            size += ItemSize.text(attribute.getKey()) + of(attribute.getValue());
        }
        return size;
    }

    private static long of(AttributeValue value) {
        if (value.getS() != null) {
            return ItemSize.text(value.getS());
        }
        if (value.getN() != null) {
            return ItemSize.number(value.getN());
        }
        if (value.getB() != null) {
            return value.getB().remaining();
        }
        if (value.getSS() != null) {
            return value.getSS().stream().mapToLong(ItemSize::text).sum();
        }
        if (value.getNS() != null) {
            return value.getNS().stream().mapToLong(ItemSize::number).sum();
        }
        if (value.getBS() != null) {
            return value.getBS().stream().mapToLong(ByteBuffer::remaining).sum();
        }
        if (value.getL() != null) {
            return CONTAINER
                    + value.getL().stream()
                            .mapToLong(each -> ELEMENT + of(each))
                            .sum();
        }
        return value.getM() != null ? CONTAINER + value.getM().size() * ELEMENT + of(value.getM()) : FLAG;
    }
}
