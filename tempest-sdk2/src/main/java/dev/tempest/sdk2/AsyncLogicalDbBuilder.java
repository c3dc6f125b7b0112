package dev.tempest.sdk2;

import dev.tempest.OperationListener;
import dev.tempest.sdk2.internal.async.AsyncDb;
import dev.tempest.sdk2.internal.mapping.DbSettings;
import dev.tempest.sdk2.internal.request.SdkVersion;
import dev.tempest.sdk2.migration.Migration;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/**
 * Builds an {@link AsyncLogicalDb}. Not safe for use by several threads.
 *
 * @param <D> the user's interface
 */
public final class AsyncLogicalDbBuilder<D extends AsyncLogicalDb> {
    private final Class<D> dbType;
    private @Nullable DynamoDbEnhancedAsyncClient enhancedClient;
    private @Nullable DynamoDbAsyncClient client;
    private DbSettings settings = DbSettings.DEFAULT;

    AsyncLogicalDbBuilder(Class<D> dbType) {
        this.dbType = Objects.requireNonNull(dbType, "dbType");
    }

    /** The client whose extensions are used, and through which requests go unless {@link #client} gives another. */
    public AsyncLogicalDbBuilder<D> enhancedClient(DynamoDbEnhancedAsyncClient enhancedClient) {
        this.enhancedClient = Objects.requireNonNull(enhancedClient, "enhancedClient");
        return this;
    }

    /**
     * The client that does the requests. Needed only where the enhanced client is an implementation of one's own that
     * does not return its client.
     */
    public AsyncLogicalDbBuilder<D> client(DynamoDbAsyncClient client) {
        this.client = Objects.requireNonNull(client, "client");
        return this;
    }

    /** Names the tables; by default {@link dev.tempest.TableName} does. */
    public AsyncLogicalDbBuilder<D> tableNameResolver(TableNameResolver tableNameResolver) {
        settings = settings.withTableNameResolver(Objects.requireNonNull(tableNameResolver, "tableNameResolver"));
        return this;
    }

    /**
     * A secret of 16 bytes or more that the text form of offsets is signed with: a text that was made up or changed is
     * then rejected. All processes that pass such offsets to each other need the same one.
     */
    public AsyncLogicalDbBuilder<D> offsetSecret(byte[] offsetSecret) {
        settings = settings.withOffsetSecret(offsetSecret);
        return this;
    }

    /** How conditional writes are sent; {@link ConditionalWrites#STANDARD} by default. A view can override it. */
    public AsyncLogicalDbBuilder<D> conditionalWrites(ConditionalWrites conditionalWrites) {
        settings = settings.withConditionalWrites(Objects.requireNonNull(conditionalWrites, "conditionalWrites"));
        return this;
    }

    /** How long an update goes on against other writers and failures; 30 seconds unless this is set, 9 minutes at most. */
    public AsyncLogicalDbBuilder<D> updateTimeout(Duration updateTimeout) {
        settings = settings.withUpdateTimeout(updateTimeout);
        return this;
    }

    /**
     * How many requests batches and parallel scans may have under way at the same time, in addition to one for each call.
     * The default is 30; the SDK's HTTP clients have 50 connections by default, so that some are left for other requests.
     * Set it lower than the number of connections of your client. With 0, each call sends one request after another.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public AsyncLogicalDbBuilder<D> maxParallelRequests(int maxParallelRequests) {
        settings = settings.withMaxParallelRequests(maxParallelRequests);
        return this;
    }

    /** Shows the times that writes set in {@code @CreatedAt}, {@code @UpdatedAt} and {@code @ExpiresAt} properties. The system's clock if not set. */
    public AsyncLogicalDbBuilder<D> clock(Clock clock) {
        settings = settings.withClock(Objects.requireNonNull(clock, "clock"));
        return this;
    }

    /** Receives an event for each operation and each of its requests. */
    public AsyncLogicalDbBuilder<D> listener(OperationListener listener) {
        settings = settings.withListener(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Runs the functions that {@code updateAsync} and {@code updateOrCreateAsync} are given, and the requests that batches and
     * parallel scans send in addition to the first. Without it, functions run on the SDK's threads. Give one of your own to let
     * functions block, to use virtual threads, or to carry the context of a trace to them. An executor that rejects work fails
     * the call, with what it throws, or with what the call throws where a part of it was done before.
     */
    public AsyncLogicalDbBuilder<D> executor(Executor executor) {
        settings = settings.withExecutor(Objects.requireNonNull(executor, "executor"));
        return this;
    }

    /**
     * Ends the waits between attempts, as after a conflict. Without it, one daemon thread does for all databases. Give one of your
     * own to let tests move the time. A scheduler that rejects work fails the call.
     */
    public AsyncLogicalDbBuilder<D> scheduler(ScheduledExecutorService scheduler) {
        settings = settings.withScheduler(Objects.requireNonNull(scheduler, "scheduler"));
        return this;
    }

    /**
     * The Region in which each item may be written. A write elsewhere fails with a {@link WrongRegionException} before a request is
     * sent. By default, items may be written anywhere.
     */
    public AsyncLogicalDbBuilder<D> homeRegions(HomeRegions homeRegions) {
        settings = settings.withHomeRegions(Objects.requireNonNull(homeRegions, "homeRegions"));
        return this;
    }

    /**
     * Reads the items of a type as items of its current model, whatever model they were stored by. An item of an older model is
     * written as one of the current model by the next write of it. Call it once for each item type.
     *
     * <p>The steps run in each read of an older item, on the thread that decodes the response: they must not block.
     *
     * @throws IllegalArgumentException if there is another migration of the item type
     */
    public AsyncLogicalDbBuilder<D> migrateOnRead(Migration<?> migration) {
        settings = settings.withMigration(Objects.requireNonNull(migration, "migration"));
        return this;
    }

    /**
     * Makes the database, and checks its whole model. Sends nothing.
     *
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
     * @throws IllegalStateException if the enhanced client is missing, or if the AWS SDK on the class path is older than 2.31.0
     */
    public D build() {
        SdkVersion.require();
        DynamoDbEnhancedAsyncClient enhanced = enhancedClient;
        if (enhanced == null) {
            throw new IllegalStateException("An AsyncLogicalDb needs an enhanced client: call enhancedClient(...).");
        }
        return AsyncDb.create(dbType, enhanced, client, settings);
    }
}
