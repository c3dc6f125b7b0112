package dev.tempest.sdk2.internal.read;

import dev.tempest.internal.model.KeyType;
import dev.tempest.sdk2.internal.request.Exchange;
import dev.tempest.sdk2.internal.request.Futures;
import dev.tempest.sdk2.internal.request.Requests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Joins what several queries return, in the order of the sort key. */
final class Merging {
    private Merging() {}

    /**
     * A page of one query.
     *
     * @param lastRow where the page ended; null or empty if it is the last one
     */
    record Part(
            List<Map<String, AttributeValue>> rows,
            @Nullable Map<String, AttributeValue> lastRow) {}

    /**
     * The first rows of one query.
     *
     * @param page makes the request that begins after a row; null for the first page
     */
    static CompletableFuture<List<Map<String, AttributeValue>>> first(
            int limit, Requests requests, Function<@Nullable Map<String, AttributeValue>, Exchange<?, ?, Part>> page) {
        List<Map<String, AttributeValue>> rows = new ArrayList<>();
        AtomicReference<@Nullable Map<String, AttributeValue>> next = new AtomicReference<>();
        return Futures.<List<Map<String, AttributeValue>>>untilResult(() -> requests.send(page.apply(next.get()))
                .thenApply(part -> {
                    rows.addAll(part.rows());
                    Map<String, AttributeValue> lastRow = part.lastRow();
                    next.set(lastRow);
                    return lastRow == null || lastRow.isEmpty() || rows.size() >= limit ? rows : null;
                }));
    }

    /** The first rows of all. */
    static List<Map<String, AttributeValue>> merge(
            List<CompletableFuture<List<Map<String, AttributeValue>>>> queries,
            KeyType<?, AttributeValue> keyType,
            boolean asc,
            int limit) {
        List<Map<String, AttributeValue>> merged = new ArrayList<>();
        queries.forEach(query -> merged.addAll(query.join()));
        Comparator<Map<String, AttributeValue>> order = order(keyType);
        merged.sort(asc ? order : order.reversed());
        return merged.size() > limit ? merged.subList(0, limit) : merged;
    }

    private static Comparator<Map<String, AttributeValue>> order(KeyType<?, AttributeValue> keyType) {
        List<String> sortKeys = keyType.schema().sortKeys();
        return (one, other) -> {
            for (String attribute : sortKeys) {
                AttributeValue key = one.get(attribute);
                AttributeValue otherKey = other.get(attribute);
                int compared = key == null || otherKey == null
                        ? 0
                        : keyType.binding(attribute).compare(key, otherKey);
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }
}
