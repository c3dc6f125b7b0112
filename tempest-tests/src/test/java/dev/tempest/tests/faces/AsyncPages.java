package dev.tempest.tests.faces;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk2.AsyncQueryable;
import dev.tempest.sdk2.AsyncScannable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import java.util.List;

/** A view or index of {@link dev.tempest.sdk2.AsyncLogicalDb}, waiting for each future and page. */
public record AsyncPages<K, I>(AsyncQueryable<K, I> queries, AsyncScannable<K, I> scans) implements Pages<K, I> {
    @Override
    public Page<K, I> query(KeyCondition<K> condition) {
        return Waiting.result(queries.queryPageAsync(condition));
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition) {
        return Waiting.all(queries.queryAsync(condition));
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition) {
        return Waiting.all(queries.queryAllContentsAsync(condition));
    }

    @Override
    public Page<K, I> query(KeyCondition<K> condition, QueryConfig config) {
        return Waiting.result(queries.queryPageAsync(condition, config));
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config) {
        return Waiting.all(queries.queryAsync(condition, config));
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config) {
        return Waiting.all(queries.queryAllContentsAsync(condition, config));
    }

    @Override
    public Page<K, I> query(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return Waiting.result(queries.queryPageAsync(condition, config, offset));
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return Waiting.all(queries.queryAsync(condition, config, offset));
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return Waiting.all(queries.queryAllContentsAsync(condition, config, offset));
    }

    @Override
    public Page<K, I> scan() {
        return Waiting.result(scans.scanPageAsync());
    }

    @Override
    public List<Page<K, I>> scanAll() {
        return Waiting.all(scans.scanAsync());
    }

    @Override
    public List<I> scanAllContents() {
        return Waiting.all(scans.scanAllContentsAsync());
    }

    @Override
    public Page<K, I> scan(ScanConfig config) {
        return Waiting.result(scans.scanPageAsync(config));
    }

    @Override
    public List<Page<K, I>> scanAll(ScanConfig config) {
        return Waiting.all(scans.scanAsync(config));
    }

    @Override
    public List<I> scanAllContents(ScanConfig config) {
        return Waiting.all(scans.scanAllContentsAsync(config));
    }

    @Override
    public Page<K, I> scan(ScanConfig config, Offset<K> offset) {
        return Waiting.result(scans.scanPageAsync(config, offset));
    }

    @Override
    public List<Page<K, I>> scanAll(ScanConfig config, Offset<K> offset) {
        return Waiting.all(scans.scanAsync(config, offset));
    }

    @Override
    public List<I> scanAllContents(ScanConfig config, Offset<K> offset) {
        return Waiting.all(scans.scanAllContentsAsync(config, offset));
    }

    @Override
    public List<I> parallelScan(int totalSegments) {
        return Waiting.all(scans.parallelScanAsync(totalSegments));
    }

    @Override
    public List<I> parallelScan(int totalSegments, ScanConfig config) {
        return Waiting.all(scans.parallelScanAsync(totalSegments, config));
    }

    @Override
    public String offsetToString(Offset<K> offset) {
        return queries.offsetToString(offset);
    }

    @Override
    public Offset<K> offsetFromString(String text) {
        return queries.offsetFromString(text);
    }

    @Override
    public String text() {
        return queries.toString();
    }
}
