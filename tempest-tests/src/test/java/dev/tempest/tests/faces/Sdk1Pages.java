package dev.tempest.tests.faces;

import static dev.tempest.tests.faces.Sdk1Words.answer;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.sdk1.Queryable;
import dev.tempest.sdk1.Scannable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import java.util.List;

/** A view or index of {@link dev.tempest.sdk1.LogicalDb}. */
public record Sdk1Pages<K, I>(Queryable<K, I> queries, Scannable<K, I> scans) implements Pages<K, I> {
    @Override
    public Page<K, I> query(KeyCondition<K> condition) {
        return answer(() -> Sdk1Words.page(queries.query(condition)));
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition) {
        return answer(
                () -> queries.queryAll(condition).stream().map(Sdk1Words::page).toList());
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition) {
        return answer(() -> queries.queryAllContents(condition).toList());
    }

    @Override
    public Page<K, I> query(KeyCondition<K> condition, QueryConfig config) {
        return answer(() -> Sdk1Words.page(queries.query(condition, Sdk1Words.config(config))));
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config) {
        return answer(() -> queries.queryAll(condition, Sdk1Words.config(config)).stream()
                .map(Sdk1Words::page)
                .toList());
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config) {
        return answer(() ->
                queries.queryAllContents(condition, Sdk1Words.config(config)).toList());
    }

    @Override
    public Page<K, I> query(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return answer(() -> Sdk1Words.page(queries.query(condition, Sdk1Words.config(config), offset)));
    }

    @Override
    public List<Page<K, I>> queryAll(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return answer(() -> queries.queryAll(condition, Sdk1Words.config(config), offset).stream()
                .map(Sdk1Words::page)
                .toList());
    }

    @Override
    public List<I> queryAllContents(KeyCondition<K> condition, QueryConfig config, Offset<K> offset) {
        return answer(() -> queries.queryAllContents(condition, Sdk1Words.config(config), offset)
                .toList());
    }

    @Override
    public Page<K, I> scan() {
        return answer(() -> Sdk1Words.page(scans.scan()));
    }

    @Override
    public List<Page<K, I>> scanAll() {
        return answer(() -> scans.scanAll().stream().map(Sdk1Words::page).toList());
    }

    @Override
    public List<I> scanAllContents() {
        return answer(() -> scans.scanAllContents().toList());
    }

    @Override
    public Page<K, I> scan(ScanConfig config) {
        return answer(() -> Sdk1Words.page(scans.scan(Sdk1Words.config(config))));
    }

    @Override
    public List<Page<K, I>> scanAll(ScanConfig config) {
        return answer(() -> scans.scanAll(Sdk1Words.config(config)).stream()
                .map(Sdk1Words::page)
                .toList());
    }

    @Override
    public List<I> scanAllContents(ScanConfig config) {
        return answer(() -> scans.scanAllContents(Sdk1Words.config(config)).toList());
    }

    @Override
    public Page<K, I> scan(ScanConfig config, Offset<K> offset) {
        return answer(() -> Sdk1Words.page(scans.scan(Sdk1Words.config(config), offset)));
    }

    @Override
    public List<Page<K, I>> scanAll(ScanConfig config, Offset<K> offset) {
        return answer(() -> scans.scanAll(Sdk1Words.config(config), offset).stream()
                .map(Sdk1Words::page)
                .toList());
    }

    @Override
    public List<I> scanAllContents(ScanConfig config, Offset<K> offset) {
        return answer(
                () -> scans.scanAllContents(Sdk1Words.config(config), offset).toList());
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
