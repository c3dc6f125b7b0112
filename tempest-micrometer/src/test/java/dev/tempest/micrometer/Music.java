package dev.tempest.micrometer;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table of tracks. */
interface Music {
    record Track(
            @Attribute(name = "pk") String album,
            @Attribute(name = "sk", prefix = "TRACK_") String number,
            String title,
            long plays,
            @Version Long version) {
        record Key(String album, String number) {}

        @ForIndex("by_title")
        record ByTitle(String title, String album, String number) {}

        Track played() {
            return new Track(album, number, title, plays + 1, version);
        }
    }

    @WriteToken("token")
    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_title", partitionKey = "title", sortKey = "sk"))
    interface Tracks extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Track.Key, Track> tracks();

        SecondaryIndex<Track.ByTitle, Track> byTitle();
    }

    interface Db extends LogicalDb {
        @TableName("music")
        Tracks music();
    }

    @WriteToken("token")
    @Table(partitionKey = "pk", sortKey = "sk")
    interface AsyncTracks extends AsyncLogicalTable<Map<String, AttributeValue>> {
        AsyncInlineView<Track.Key, Track> tracks();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("music")
        AsyncTracks music();
    }
}
