package dev.tempest.sdk2.internal.migrate;

import dev.tempest.OperationListener.Capacity;
import dev.tempest.internal.observing.Observation;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Exchange.Command;
import dev.tempest.sdk2.internal.request.Requests;
import dev.tempest.sdk2.migration.MigrationConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Requests that ask for the capacity that they consume, and wait where they would consume more than they may. */
final class MeteredRequests implements Requests {
    private final Requests requests;
    private final @Nullable Rate reads;
    private final @Nullable Rate writes;
    private final DoubleAdder readUnits;
    private final DoubleAdder writeUnits;

    private MeteredRequests(
            Requests requests,
            @Nullable Rate reads,
            @Nullable Rate writes,
            DoubleAdder readUnits,
            DoubleAdder writeUnits) {
        this.requests = requests;
        this.reads = reads;
        this.writes = writes;
        this.readUnits = readUnits;
        this.writeUnits = writeUnits;
    }

    static MeteredRequests of(Requests requests, MigrationConfig config) {
        return new MeteredRequests(
                requests,
                rate(requests, config.readUnitsPerSecond()),
                rate(requests, config.writeUnitsPerSecond()),
                new DoubleAdder(),
                new DoubleAdder());
    }

    private static @Nullable Rate rate(Requests requests, @Nullable Double unitsPerSecond) {
        return unitsPerSecond == null ? null : new Rate(unitsPerSecond, requests.nanoTime());
    }

    /** The same at the same rate, which count their own units from now on. */
    MeteredRequests counting() {
        return new MeteredRequests(requests, reads, writes, new DoubleAdder(), new DoubleAdder());
    }

    double readUnits() {
        return readUnits.sum();
    }

    double writeUnits() {
        return writeUnits.sum();
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> send(Exchange<?, ?, T> exchange) {
        Rate rate = exchange.command().isWrite() ? writes : reads;
        Duration wait = rate == null ? Duration.ZERO : rate.untilNext(nanoTime());
        Exchange<?, ?, T> metered = metered(exchange);
        return wait.isZero()
                ? requests.send(metered)
                : requests.pause(wait).thenCompose(waited -> requests.send(metered));
    }

    private <Q, R, T extends @Nullable Object> Exchange<Q, R, T> metered(Exchange<Q, R, T> exchange) {
        Command<Q, R> command = exchange.command();
        return new Exchange<>(
                exchange.operation(),
                command,
                command.askingForCapacity(exchange.request()),
                response -> {
                    double units = 0;
                    for (Capacity capacity : command.consumed(response)) {
                        units += capacity.units();
                    }
                    consumed(command.isWrite(), units);
                    return exchange.onResponse().apply(response);
                },
                exchange.onFailure());
    }

    private void consumed(boolean isWrite, double units) {
        Rate rate = isWrite ? writes : reads;
        if (rate != null) {
            rate.consumed(units, nanoTime());
        }
        (isWrite ? writeUnits : readUnits).add(units);
    }

    @Override
    public <T> CompletableFuture<T> part(OperationInfo operation, Function<Requests, CompletableFuture<T>> work) {
        return requests.part(
                operation, own -> work.apply(new MeteredRequests(own, reads, writes, readUnits, writeUnits)));
    }

    @Override
    public Observation observation() {
        return requests.observation();
    }

    @Override
    public @Nullable Executor functions() {
        return requests.functions();
    }

    @Override
    public @Nullable Duration callTimeout() {
        return requests.callTimeout();
    }

    @Override
    public long nanoTime() {
        return requests.nanoTime();
    }

    @Override
    public CompletableFuture<@Nullable Void> pause(Duration duration) {
        return requests.pause(duration);
    }

    @Override
    public <T extends @Nullable Object> @Nullable CompletableFuture<T> fork(Supplier<CompletableFuture<T>> work) {
        return requests.fork(work);
    }
}
