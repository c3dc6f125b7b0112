package dev.tempest.sdk2.internal.schema;

import static dev.tempest.internal.batch.ItemSize.CONTAINER;
import static dev.tempest.internal.batch.ItemSize.ELEMENT;
import static dev.tempest.internal.batch.ItemSize.FLAG;

import dev.tempest.internal.batch.ItemSize;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sizes of items of SDK 2.x. */
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
        return switch (value.type()) {
            case S -> ItemSize.text(value.s());
            case N -> ItemSize.number(value.n());
            case B -> of(value.b());
            case SS -> value.ss().stream().mapToLong(ItemSize::text).sum();
            case NS -> value.ns().stream().mapToLong(ItemSize::number).sum();
            case BS -> value.bs().stream().mapToLong(ItemSizes::of).sum();
            case L ->
                CONTAINER
                        + value.l().stream()
                                .mapToLong(each -> ELEMENT + of(each))
                                .sum();
            case M -> CONTAINER + value.m().size() * ELEMENT + of(value.m());
            default -> FLAG;
        };
    }

    private static long of(SdkBytes bytes) {
        return bytes.asByteArrayUnsafe().length;
    }
}
