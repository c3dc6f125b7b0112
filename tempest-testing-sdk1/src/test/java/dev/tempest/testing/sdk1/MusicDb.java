package dev.tempest.testing.sdk1;

import dev.tempest.Attribute;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;

/** A database with one kind of item. */
public interface MusicDb extends LogicalDb {
    MusicTable music();

    interface MusicTable extends LogicalTable<MusicItem> {
        InlineView<Album.Key, Album> albums();
    }

    record Album(
            @Attribute(name = "partitionKey") String token,
            @Attribute(prefix = "INFO_") String sortKey,
            String title) {
        record Key(String token, String sortKey) {}
    }
}
