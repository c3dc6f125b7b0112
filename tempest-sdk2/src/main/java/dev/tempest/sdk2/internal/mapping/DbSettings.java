package dev.tempest.sdk2.internal.mapping;

import dev.tempest.OperationListener;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.Settings;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.HomeRegions;
import dev.tempest.sdk2.TableNameResolver;
import dev.tempest.sdk2.migration.Migration;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a database is built with besides its client; the builders hold it while it grows. Nobody changes it once it is made. */
public final class DbSettings {
    /** The SDK's HTTP clients have 50 connections unless they are configured; some are left to other requests. */
    private static final int PARALLEL_REQUESTS = 30;

    public static final DbSettings DEFAULT = new DbSettings();

    private @Nullable TableNameResolver tableNameResolver;
    private byte @Nullable [] offsetSecret;
    private ConditionalWrites conditionalWrites = ConditionalWrites.STANDARD;
    private Duration updateTimeout = Duration.ofSeconds(30);
    private int maxParallelRequests = PARALLEL_REQUESTS;
    private Clock clock = Clock.systemUTC();
    private @Nullable OperationListener listener;
    private @Nullable Executor executor;
    private @Nullable ScheduledExecutorService scheduler;
    private @Nullable HomeRegions homeRegions;
    private @Nullable Homes homes;
    private Map<Class<?>, Migration<?>> migrations = Map.of();

    /** The home Regions of items, and the Region of the client. */
    public record Homes(HomeRegions regions, String here) {}

    private DbSettings() {}

    private DbSettings with(Consumer<DbSettings> change) {
        DbSettings copy = new DbSettings();
        copy.tableNameResolver = tableNameResolver;
        copy.offsetSecret = offsetSecret;
        copy.conditionalWrites = conditionalWrites;
        copy.updateTimeout = updateTimeout;
        copy.maxParallelRequests = maxParallelRequests;
        copy.clock = clock;
        copy.listener = listener;
        copy.executor = executor;
        copy.scheduler = scheduler;
        copy.homeRegions = homeRegions;
        copy.homes = homes;
        copy.migrations = migrations;
        change.accept(copy);
        return copy;
    }

    public @Nullable TableNameResolver tableNameResolver() {
        return tableNameResolver;
    }

    public byte @Nullable [] offsetSecret() {
        return offsetSecret;
    }

    public ConditionalWrites conditionalWrites() {
        return conditionalWrites;
    }

    public Duration updateTimeout() {
        return updateTimeout;
    }

    public int maxParallelRequests() {
        return maxParallelRequests;
    }

    /** Shows the times that writes set. */
    public Clock clock() {
        return clock;
    }

    public @Nullable OperationListener listener() {
        return listener;
    }

    /** Runs what is done beside the caller's thread; null for threads of the library's own. */
    public @Nullable Executor executor() {
        return executor;
    }

    /** Ends waits; null for the library's own. */
    public @Nullable ScheduledExecutorService scheduler() {
        return scheduler;
    }

    /** Null if items may be written anywhere. */
    public @Nullable Homes homes() {
        return homes;
    }

    /** How items are read whose model is older, by their types. */
    public Map<Class<?>, Migration<?>> migrations() {
        return migrations;
    }

    /**
     * The same with a migration on read.
     *
     * @throws IllegalArgumentException if there is another one of the item type
     */
    public DbSettings withMigration(Migration<?> migration) {
        Map<Class<?>, Migration<?>> all = new HashMap<>(migrations);
        if (all.put(migration.type(), migration) != null) {
            throw new IllegalArgumentException(ModelError.name(migration.type())
                    + " has two migrations on read. Add the steps of one to the other.");
        }
        return with(settings -> settings.migrations = Map.copyOf(all));
    }

    public DbSettings withHomeRegions(HomeRegions regions) {
        return with(settings -> settings.homeRegions = regions);
    }

    /** For a database whose client leads to the Region that the supplier returns. */
    public DbSettings in(Supplier<String> region) {
        HomeRegions regions = homeRegions;
        return regions == null ? this : with(settings -> settings.homes = new Homes(regions, region.get()));
    }

    public DbSettings withTableNameResolver(TableNameResolver resolver) {
        return with(settings -> settings.tableNameResolver = resolver);
    }

    public DbSettings withOffsetSecret(byte[] secret) {
        byte[] copy = Settings.offsetSecret(secret);
        return with(settings -> settings.offsetSecret = copy);
    }

    public DbSettings withConditionalWrites(ConditionalWrites writes) {
        return with(settings -> settings.conditionalWrites = writes);
    }

    public DbSettings withUpdateTimeout(Duration timeout) {
        Duration checked = Settings.updateTimeout(timeout);
        return with(settings -> settings.updateTimeout = checked);
    }

    public DbSettings withMaxParallelRequests(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("maxParallelRequests must be 0 or more, not " + most + ".");
        }
        return with(settings -> settings.maxParallelRequests = most);
    }

    public DbSettings withClock(Clock times) {
        return with(settings -> settings.clock = times);
    }

    public DbSettings withListener(OperationListener operations) {
        return with(settings -> settings.listener = operations);
    }

    public DbSettings withExecutor(Executor work) {
        return with(settings -> settings.executor = work);
    }

    public DbSettings withScheduler(ScheduledExecutorService waits) {
        return with(settings -> settings.scheduler = waits);
    }
}
