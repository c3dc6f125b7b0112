package dev.tempest.sdk2.internal.migrate;

import dev.tempest.sdk2.internal.check.DatabaseCheck;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** How many items a table has, by DynamoDB's own count. */
final class TableItems {
    private TableItems() {}

    /** The count; 0 if DynamoDB does not say it, as to a program without the permission. */
    static long count(Requests requests, String table) {
        try {
            Long count = Futures.await(requests.send(DatabaseCheck.describeTable(table)))
                    .itemCount();
            return count == null ? 0 : count;
        } catch (DynamoDbException e) {
            return 0;
        }
    }
}
