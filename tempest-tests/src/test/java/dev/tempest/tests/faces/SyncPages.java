package dev.tempest.tests.faces;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.Queryable;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.Scannable;
import java.util.List;

/** A view or index of {@link dev.tempest.sdk2.LogicalDb}. */
public record SyncPages<K, I>(Queryable<K, I> queries, Scannable<K, I> scans) implements Pages<K, I> {
    @Override
    public Page<K, I> query(KeyCondition<K> condition) {
        return queries.query(condition);
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition) {
        return queries.queryAll(condition).stream().toList();
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition) {
        return queries.queryAllContents(condition).stream().toList();
    }

    @Override
    public Page<K, I> query(KeyCondition<K> condition, QueryConfig config) {
        return queries.query(condition, config);
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config) {
        return queries.queryAll(condition, config).stream().toList();
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config) {
        return queries.queryAllContents(condition, config).stream().toList();
    }

    @Override
    public Page<K, I> query(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return queries.query(condition, config, offset);
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return queries.queryAll(condition, config, offset).stream().toList();
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return queries.queryAllContents(condition, config, offset).stream().toList();
    }

    @Override
    public Page<K, I> scan() {
        return scans.scan();
    }

    @Override
    public List<Page<K, I>> scanAll() {
        return scans.scanAll().stream().toList();
    }

    @Override
    public List<I> scanAllContents() {
        return scans.scanAllContents().stream().toList();
    }

    @Override
    public Page<K, I> scan(ScanConfig config) {
        return scans.scan(config);
    }

    @Override
    public List<Page<K, I>> scanAll(ScanConfig config) {
        return scans.scanAll(config).stream().toList();
    }

    @Override
    public List<I> scanAllContents(ScanConfig config) {
        return scans.scanAllContents(config).stream().toList();
    }

    @Override
    public Page<K, I> scan(ScanConfig config, Offset<K> offset) {
        return scans.scan(config, offset);
    }

    @Override
    public List<Page<K, I>> scanAll(ScanConfig config, Offset<K> offset) {
        return scans.scanAll(config, offset).stream().toList();
    }

    @Override
    public List<I> scanAllContents(ScanConfig config, Offset<K> offset) {
        return scans.scanAllContents(config, offset).stream().toList();
    }

    @Override
    public List<I> parallelScan(int totalSegments) {
        return scans.parallelScan(totalSegments).stream().toList();
    }

    @Override
    public List<I> parallelScan(int totalSegments, ScanConfig config) {
        return scans.parallelScan(totalSegments, config).stream().toList();
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
