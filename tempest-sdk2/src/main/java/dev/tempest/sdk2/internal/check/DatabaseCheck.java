package dev.tempest.sdk2.internal.check;

import dev.tempest.DatabaseReport;
import dev.tempest.TableReport;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.table.DeclaredTable;
import dev.tempest.sdk2.internal.table.DeclaredTables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Asks DynamoDB about the tables of a database, one after the other: it takes few DescribeTimeToLive requests a second.
 */
public final class DatabaseCheck {
    /**
     * Refusals that leave the rest of the report worth having: no permission, a table that is not active, and servers that
     * do not know the operation.
     */
    private static final Set<String> NOT_TOLD =
            Set.of("AccessDeniedException", "ResourceNotFoundException", "UnknownOperationException");

    private static final Command<DescribeTableRequest, DescribeTableResponse> DESCRIBE_TABLE =
            new Command<>("DescribeTable", false, DynamoDbClient::describeTable, DynamoDbAsyncClient::describeTable);
    private static final Command<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> DESCRIBE_TIME_TO_LIVE =
            new Command<>(
                    "DescribeTimeToLive",
                    false,
                    DynamoDbClient::describeTimeToLive,
                    DynamoDbAsyncClient::describeTimeToLive);

    /** The operation as listeners see it. */
    public static final OperationInfo OPERATION = OperationInfo.ofMany("checkTables");

    private final Requests requests;

    private DatabaseCheck(Requests requests) {
        this.requests = requests;
    }

    public static CompletableFuture<DatabaseReport> run(Requests requests, DeclaredTables declared) {
        DatabaseCheck check = new DatabaseCheck(requests);
        Iterator<DeclaredTable> tables = declared.all().iterator();
        List<TableReport> reports = new ArrayList<>();
        return Futures.untilResult(() -> {
            if (!tables.hasNext()) {
                return CompletableFuture.completedFuture(DatabaseReport.of(reports));
            }
            return check.table(tables.next()).thenApply(report -> {
                reports.add(report);
                return null;
            });
        });
    }

    private CompletableFuture<TableReport> table(DeclaredTable declared) {
        return requests.send(describeTable(declared.name()))
                .handle((live, failure) -> {
                    if (failure == null) {
                        return timeToLive(declared.name())
                                .thenApply(timeToLive -> TableComparison.of(declared, live, timeToLive));
                    }
                    if (Futures.unwrap(failure) instanceof ResourceNotFoundException) {
                        return CompletableFuture.completedFuture(TableComparison.missing(declared));
                    }
                    throw Futures.rethrow(failure);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<LiveTimeToLive> timeToLive(String table) {
        return requests.send(describeTimeToLive(table)).handle((live, failure) -> {
            if (failure == null) {
                return live;
            }
            if (Futures.unwrap(failure) instanceof DynamoDbException refusal && isNotTold(refusal)) {
                return new LiveTimeToLive(null, refusal);
            }
            throw Futures.rethrow(failure);
        });
    }

    private static boolean isNotTold(DynamoDbException refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        return details != null && NOT_TOLD.contains(details.errorCode());
    }

    /** What DynamoDB says of a table. */
    public static Exchange<DescribeTableRequest, DescribeTableResponse, TableDescription> describeTable(String table) {
        return Exchange.of(
                OPERATION,
                DESCRIBE_TABLE,
                DescribeTableRequest.builder().tableName(table).build(),
                DescribeTableResponse::table,
                ErrorContext.during(() -> "check of table " + table));
    }

    private static Exchange<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse, LiveTimeToLive> describeTimeToLive(
            String table) {
        return Exchange.of(
                OPERATION,
                DESCRIBE_TIME_TO_LIVE,
                DescribeTimeToLiveRequest.builder().tableName(table).build(),
                response -> new LiveTimeToLive(response.timeToLiveDescription(), null),
                ErrorContext.during(() -> "check of time to live of table " + table));
    }
}
