package dev.tempest.sdk2.internal;

import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.sdk2.Page;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The pages of a query or scan, one after another. */
record SyncPages<K, I>(
        DynamoDbClient client,
        PageSource<K, I> source,
        @Nullable Offset<K> initialOffset) implements Results<Page<K, I>> {

    @Override
    public Iterator<Page<K, I>> iterator() {
        return new Iterator<>() {
            private @Nullable Offset<K> offset = initialOffset;
            private boolean more = true;

            @Override
            public boolean hasNext() {
                return more;
            }

            @Override
            public Page<K, I> next() {
                if (!more) {
                    throw new NoSuchElementException();
                }
                Page<K, I> page = source.page(offset).run(client);
                offset = page.offset();
                more = page.hasMorePages();
                return page;
            }
        };
    }

    /** The items of the pages. */
    Results<I> contents() {
        return () -> new Iterator<>() {
            private final Iterator<Page<K, I>> pages = SyncPages.this.iterator();
            private Iterator<I> items = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!items.hasNext() && pages.hasNext()) {
                    items = pages.next().contents().iterator();
                }
                return items.hasNext();
            }

            @Override
            public I next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return items.next();
            }
        };
    }
}
