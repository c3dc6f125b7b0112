package dev.tempest.sdk2.internal.check;

import dev.tempest.DatabaseReport;
import dev.tempest.internal.definition.TableShape;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.internal.table.DeclaredTable;
import dev.tempest.sdk2.internal.table.DeclaredTables;
import dev.tempest.sdk2.internal.table.TableRequests;
import dev.tempest.sdk2.internal.table.TableShapes;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** Creates the tables of a database that are not there, one after the other, then checks all of them. */
public final class TableCreation {
    private static final Command<CreateTableRequest, CreateTableResponse> CREATE_TABLE =
            new Command<>("CreateTable", false, DynamoDbClient::createTable, DynamoDbAsyncClient::createTable);
    private static final Command<DescribeTableRequest, DescribeTableResponse> DESCRIBE_TABLE =
            new Command<>("DescribeTable", false, DynamoDbClient::describeTable, DynamoDbAsyncClient::describeTable);
    private static final Command<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> UPDATE_TIME_TO_LIVE = new Command<>(
            "UpdateTimeToLive", false, DynamoDbClient::updateTimeToLive, DynamoDbAsyncClient::updateTimeToLive);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(5);

    /** The operation as listeners see it. */
    public static final OperationInfo OPERATION = OperationInfo.ofMany("createTables");

    private final Requests requests;

    private TableCreation(Requests requests) {
        this.requests = requests;
    }

    public static CompletableFuture<DatabaseReport> run(Requests requests, DeclaredTables declared) {
        TableCreation creation = new TableCreation(requests);
        Iterator<DeclaredTable> tables = declared.all().iterator();
        return Futures.<Boolean>untilResult(() -> tables.hasNext()
                        ? creation.table(tables.next()).thenCompose(done -> Futures.anotherRound())
                        : CompletableFuture.completedFuture(true))
                .thenCompose(done -> DatabaseCheck.run(requests, declared));
    }

    private CompletableFuture<Boolean> table(DeclaredTable declared) {
        String name = declared.name();
        return look(name)
                .thenCompose(status -> status == null
                        ? create(name, TableShapes.of(declared))
                        // Another program may be creating it.
                        : untilActive(name));
    }

    private CompletableFuture<Boolean> create(String name, TableShape shape) {
        UpdateTimeToLiveRequest timeToLive = TableRequests.timeToLive(name, shape);
        return requests.send(createTable(name, TableRequests.create(name, shape)))
                .thenCompose(isOurs -> untilActive(name)
                        .thenCompose(done -> isOurs && timeToLive != null
                                ? requests.send(updateTimeToLive(name, timeToLive))
                                : CompletableFuture.completedFuture(true)));
    }

    private CompletableFuture<Boolean> untilActive(String name) {
        long begin = requests.nanoTime();
        return Futures.untilResult(() -> look(name).thenCompose(status -> {
            // A table that is archived, or being deleted, never becomes active: the check reports it.
            if (status != null && status != TableStatus.CREATING) {
                return CompletableFuture.completedFuture(true);
            }
            if (requests.nanoTime() - begin > MOST_NANOS) {
                throw new IllegalStateException("Table " + name + " was created, but did not become active within "
                        + TimeUnit.NANOSECONDS.toMinutes(MOST_NANOS) + " minutes.");
            }
            return requests.pause(BETWEEN_LOOKS).thenCompose(done -> Futures.anotherRound());
        }));
    }

    /** The status of a table; null if there is none. */
    private CompletableFuture<@Nullable TableStatus> look(String name) {
        return requests.send(describeTable(name))
                .handle((status, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.<@Nullable TableStatus>completedFuture(status);
                    }
                    if (Futures.unwrap(failure) instanceof ResourceNotFoundException) {
                        return CompletableFuture.<@Nullable TableStatus>completedFuture(null);
                    }
                    throw Futures.rethrow(failure);
                })
                .thenCompose(Function.identity());
    }

    private static Exchange<DescribeTableRequest, DescribeTableResponse, TableStatus> describeTable(String table) {
        return Exchange.of(
                OPERATION,
                DESCRIBE_TABLE,
                DescribeTableRequest.builder().tableName(table).build(),
                response -> response.table().tableStatus(),
                ErrorContext.during(() -> "creation of table " + table));
    }

    /** Whether it was created: another program may have been faster. */
    private static Exchange<CreateTableRequest, CreateTableResponse, Boolean> createTable(
            String table, CreateTableRequest request) {
        Exchange<CreateTableRequest, CreateTableResponse, Boolean> plain = Exchange.of(
                OPERATION,
                CREATE_TABLE,
                request,
                response -> true,
                ErrorContext.during(() -> "creation of table " + table));
        return new Exchange<>(OPERATION, CREATE_TABLE, request, plain.onResponse(), failure -> {
            if (failure instanceof ResourceInUseException) {
                return false;
            }
            return plain.onFailure().apply(failure);
        });
    }

    private static Exchange<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse, Boolean> updateTimeToLive(
            String table, UpdateTimeToLiveRequest request) {
        return Exchange.of(
                OPERATION,
                UPDATE_TIME_TO_LIVE,
                request,
                response -> true,
                ErrorContext.during(() -> "time to live of table " + table));
    }
}
