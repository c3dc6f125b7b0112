package dev.tempest.sdk1.internal.read;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.ScanConfig;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.internal.mapping.ViewModel;
import org.jspecify.annotations.Nullable;

/** Queries and scans: all of a secondary index, and a part of an inline view. */
public class Reads<K, I> implements SecondaryIndex<K, I> {
    private final PageReader<K, I> reader;
    private final Queries<K, I> queries;
    private final Scans<K, I> scans;
    private final String description;

    public Reads(ViewModel<K, I> model, String kind) {
        this.reader = new PageReader<>(model);
        this.queries = new Queries<>(model, reader);
        this.scans = new Scans<>(model, reader);
        this.description = model.describe(kind);
    }

    @Override
    public Page<K, I> query(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return queries.query(keyCondition, config, initialOffset);
    }

    @Override
    public Results<Page<K, I>> queryAll(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return new Pages<>(initialOffset, offset -> queries.query(keyCondition, config, offset));
    }

    @Override
    public Results<I> queryAllContents(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return new Pages<>(initialOffset, offset -> queries.query(keyCondition, config, offset)).contents();
    }

    @Override
    public Page<K, I> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return scans.scan(config, initialOffset);
    }

    @Override
    public Results<Page<K, I>> scanAll(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return new Pages<>(initialOffset, offset -> scans.scan(config, offset));
    }

    @Override
    public Results<I> scanAllContents(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return new Pages<>(initialOffset, offset -> scans.scan(config, offset)).contents();
    }

    @Override
    public String offsetToString(Offset<K> offset) {
        return reader.toText(offset);
    }

    @Override
    public Offset<K> offsetFromString(String text) {
        return reader.fromText(text);
    }

    @Override
    public String toString() {
        return description;
    }
}
