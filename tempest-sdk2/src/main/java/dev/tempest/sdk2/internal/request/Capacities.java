package dev.tempest.sdk2.internal.request;

import dev.tempest.OperationListener.Capacity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Consumed capacity in requests and responses of any operation. */
final class Capacities {
    private static final String RETURN_CONSUMED_CAPACITY = "ReturnConsumedCapacity";

    private Capacities() {}

    /** The request, which asks for the capacity by table and index unless its caller asks for it already. */
    static DynamoDbRequest asking(DynamoDbRequest request) {
        DynamoDbRequest.Builder builder = request.toBuilder();
        for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
            if (field.memberName().equals(RETURN_CONSUMED_CAPACITY) && isOff(field.getValueOrDefault(request))) {
                field.set(builder, ReturnConsumedCapacity.INDEXES.toString());
            }
        }
        return builder.build();
    }

    private static boolean isOff(@Nullable Object capacity) {
        return capacity == null || ReturnConsumedCapacity.NONE.toString().equals(capacity);
    }

    static List<Capacity> consumed(DynamoDbResponse response) {
        Object consumed =
                response.getValueForField("ConsumedCapacity", Object.class).orElse(null);
        List<Capacity> all = new ArrayList<>();
        if (consumed instanceof ConsumedCapacity one) {
            add(one, all);
        } else if (consumed instanceof List<?> several) {
            several.forEach(each -> add((ConsumedCapacity) each, all));
        }
        return List.copyOf(all);
    }

    private static void add(ConsumedCapacity consumed, List<Capacity> all) {
        boolean isDetailed = consumed.table() != null;
        Double units = isDetailed ? consumed.table().capacityUnits() : consumed.capacityUnits();
        if (units != null) {
            all.add(new Capacity(consumed.tableName(), null, units));
        }
        if (isDetailed) {
            addIndexes(consumed.tableName(), consumed.globalSecondaryIndexes(), all);
            addIndexes(consumed.tableName(), consumed.localSecondaryIndexes(), all);
        }
    }

    private static void addIndexes(
            String table,
            Map<String, software.amazon.awssdk.services.dynamodb.model.Capacity> indexes,
            List<Capacity> all) {
        indexes.forEach((index, used) -> {
            if (used.capacityUnits() != null) {
                all.add(new Capacity(table, index, used.capacityUnits()));
            }
        });
    }
}
