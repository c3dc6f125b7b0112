package dev.tempest.sdk1.internal.batch;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.TransactWriteItem;
import dev.tempest.sdk1.TransactionWriteSet.Operation;
import dev.tempest.sdk1.internal.write.Items;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a transaction with its request.
 *
 * @param row has the key at least
 */
record TransactionStep(
        Operation operation,
        Items<Object, Object> items,
        Map<String, AttributeValue> row,
        TransactWriteItem request,
        @Nullable Object stored) {

    String describe() {
        return operation.getClass().getSimpleName() + " of " + items.describe(row);
    }
}
