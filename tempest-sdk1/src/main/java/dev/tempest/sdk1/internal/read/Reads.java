package dev.tempest.sdk1.internal.read;

import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.Queryable;
import dev.tempest.sdk1.ScanConfig;
import dev.tempest.sdk1.Scannable;
import org.jspecify.annotations.Nullable;

/** Queries and scans of an inline view or a secondary index. */
public interface Reads<K, I> extends Queryable<K, I>, Scannable<K, I> {
    ReadModel<K, I> model();

    @Override
    default Page<K, I> query(KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return model().query().query(keyCondition, config, initialOffset);
    }

    @Override
    default Results<Page<K, I>> queryAll(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return new Pages<>(initialOffset, offset -> query(keyCondition, config, offset));
    }

    @Override
    default Results<I> queryAllContents(
            KeyCondition<K> keyCondition, QueryConfig config, @Nullable Offset<K> initialOffset) {
        return new Pages<K, I>(initialOffset, offset -> query(keyCondition, config, offset)).contents();
    }

    @Override
    default Page<K, I> scan(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return model().scan().scan(config, initialOffset);
    }

    @Override
    default Results<Page<K, I>> scanAll(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return new Pages<>(initialOffset, offset -> scan(config, offset));
    }

    @Override
    default Results<I> scanAllContents(ScanConfig config, @Nullable Offset<K> initialOffset) {
        return new Pages<K, I>(initialOffset, offset -> scan(config, offset)).contents();
    }

    @Override
    default String offsetToString(Offset<K> offset) {
        return model().reader().toText(offset);
    }

    @Override
    default Offset<K> offsetFromString(String text) {
        return model().reader().fromText(text);
    }

    /** The view or index as {@code toString()} names it. */
    default String describe(String kind) {
        return model().describe(kind);
    }
}
