package dev.tempest.sdk2.internal.read;

import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Counts items over all pages of a query or scan. */
final class Counting {
    private Counting() {}

    /**
     * What one page counted.
     *
     * @param lastRow where the page ended; null or empty if it is the last one
     */
    record Part(@Nullable Integer count, @Nullable Map<String, AttributeValue> lastRow) {}

    /**
     * The sum of all pages.
     *
     * @param page makes the request that begins after a row; null for the first page
     */
    static CompletableFuture<Long> sum(
            Requests requests, Function<@Nullable Map<String, AttributeValue>, Exchange<?, ?, Part>> page) {
        AtomicLong sum = new AtomicLong();
        AtomicReference<@Nullable Map<String, AttributeValue>> next = new AtomicReference<>();
        return Futures.<Long>untilResult(() -> requests.send(page.apply(next.get()))
                .thenApply(part -> {
                    Integer count = part.count();
                    sum.addAndGet(count == null ? 0 : count);
                    Map<String, AttributeValue> lastRow = part.lastRow();
                    next.set(lastRow);
                    return lastRow == null || lastRow.isEmpty() ? (Long) sum.get() : null;
                }));
    }
}
