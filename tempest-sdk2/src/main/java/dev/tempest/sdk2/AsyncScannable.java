package dev.tempest.sdk2;

import dev.tempest.Offset;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.async.SdkPublisher;

/**
 * Scans without blocking: {@link Scannable} with futures and publishers.
 *
 * <p>A publisher fetches a page when its subscriber asks for one; cancelling the subscription cancels the requests under
 * way. Each subscriber starts a scan of its own.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface AsyncScannable<K, I> {
    /** One page, as {@link Scannable#scan()}. */
    default CompletableFuture<Page<K, I>> scanPageAsync() {
        return scanPageAsync(ScanConfig.DEFAULT, null);
    }

    /** One page, as {@link Scannable#scan(ScanConfig)}. */
    default CompletableFuture<Page<K, I>> scanPageAsync(ScanConfig config) {
        return scanPageAsync(config, null);
    }

    /** One page, as {@link Scannable#scan(ScanConfig, Offset)}. */
    CompletableFuture<Page<K, I>> scanPageAsync(ScanConfig config, @Nullable Offset<K> initialOffset);

    /** All pages, as {@link Scannable#scanAll()}. */
    default SdkPublisher<Page<K, I>> scanAsync() {
        return scanAsync(ScanConfig.DEFAULT, null);
    }

    /** All pages, as {@link Scannable#scanAll(ScanConfig)}. */
    default SdkPublisher<Page<K, I>> scanAsync(ScanConfig config) {
        return scanAsync(config, null);
    }

    /** All pages from an offset on, as {@link Scannable#scanAll(ScanConfig, Offset)}. */
    SdkPublisher<Page<K, I>> scanAsync(ScanConfig config, @Nullable Offset<K> initialOffset);

    /** All items, as {@link Scannable#scanAllContents()}. */
    default SdkPublisher<I> scanAllContentsAsync() {
        return scanAllContentsAsync(ScanConfig.DEFAULT, null);
    }

    /** All items, as {@link Scannable#scanAllContents(ScanConfig)}. */
    default SdkPublisher<I> scanAllContentsAsync(ScanConfig config) {
        return scanAllContentsAsync(config, null);
    }

    /** All items from an offset on, as {@link Scannable#scanAllContents(ScanConfig, Offset)}. */
    SdkPublisher<I> scanAllContentsAsync(ScanConfig config, @Nullable Offset<K> initialOffset);

    /** All items by several requests at a time, as {@link Scannable#parallelScan(int)}. */
    default SdkPublisher<I> parallelScanAsync(int totalSegments) {
        return parallelScanAsync(totalSegments, ScanConfig.DEFAULT);
    }

    /** All items by several requests at a time, as {@link Scannable#parallelScan(int, ScanConfig)}. */
    SdkPublisher<I> parallelScanAsync(int totalSegments, ScanConfig config);

    /** Counts all items, as {@link Scannable#scanCount()}. */
    default CompletableFuture<Long> scanCountAsync() {
        return scanCountAsync(ScanConfig.DEFAULT);
    }

    /** Counts all items, as {@link Scannable#scanCount(ScanConfig)}. */
    CompletableFuture<Long> scanCountAsync(ScanConfig config);

    /** As {@link Scannable#offsetToString}; sends nothing. */
    String offsetToString(Offset<K> offset);

    /** As {@link Scannable#offsetFromString}; sends nothing. */
    Offset<K> offsetFromString(String text);
}
