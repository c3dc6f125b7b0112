package dev.tempest.tests.migrations;

import dev.tempest.Attribute;
import dev.tempest.CreatedAt;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Albums as they were, and as they are: the title has another name, and there may be several artists. */
final class Albums {
    private Albums() {}

    /** The current model. */
    record Album(
            String id,
            @Attribute(prefix = "INFO#") String kind,
            String album_title,
            List<String> artists,
            int migrations,
            List<String> writes,
            @CreatedAt @Nullable Long created,
            @UpdatedAt @Nullable Long updated,
            @Version @Nullable Long version) {
        record Key(String id, String kind) {
            Key(String id) {
                this(id, "");
            }
        }
    }

    /** The model before. */
    record OldAlbum(
            String id,
            @Attribute(prefix = "INFO#") String kind,
            String title,
            String artist,
            List<String> writes,
            @CreatedAt @Nullable Long created,
            @UpdatedAt @Nullable Long updated,
            @Version @Nullable Long version) {
        record Key(String id, String kind) {
            Key(String id) {
                this(id, "");
            }
        }

        OldAlbum(String id, String title, String artist) {
            this(id, "", title, artist, List.of(), null, null, null);
        }
    }

    /** What both models have. */
    record Writes(
            String id,
            @Attribute(prefix = "INFO#") String kind,
            List<String> writes,
            @UpdatedAt @Nullable Long updated,
            @Version @Nullable Long version) {
        record Key(String id, String kind) {
            Key(String id) {
                this(id, "");
            }
        }

        Writes with(String write) {
            List<String> all = new ArrayList<>(writes);
            all.add(write);
            return new Writes(id, kind, all, updated, version);
        }
    }

    /** Albums without a version. */
    record Plain(
            String id,
            @Attribute(prefix = "INFO#") String kind,
            String album_title,
            List<String> artists,
            int migrations,
            List<String> writes) {
        record Key(String id, String kind) {
            Key(String id) {
                this(id, "");
            }
        }
    }

    /** Another type in the same table. */
    record Track(
            String id,
            @Attribute(name = "kind", prefix = "TRACK#") String number,
            String title) {
        record Key(String id, String number) {}
    }

    @Table(partitionKey = "id", sortKey = "kind")
    interface AlbumTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Album.Key, Album> albums();

        InlineView<Track.Key, Track> tracks();
    }

    @Table(partitionKey = "id", sortKey = "kind")
    interface OldTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<OldAlbum.Key, OldAlbum> albums();

        InlineView<Writes.Key, Writes> writes();
    }

    @Table(partitionKey = "id", sortKey = "kind")
    interface PlainTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Plain.Key, Plain> albums();
    }

    @Table(partitionKey = "id", sortKey = "kind")
    @WriteToken("token")
    interface TokenTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Plain.Key, Plain> albums();
    }

    interface Db extends LogicalDb {
        @TableName("albums")
        AlbumTable albums();

        @TableName("migrations")
        MigrationTable migrations();
    }

    /** Two steps. The second one counts itself, so that a test sees an item that was migrated twice. */
    static <T> Migration<T> migration(Class<T> type) {
        return Migration.of(type, "model")
                .step(1, Migration.rename("title", "album_title"))
                .step(2, Albums::withArtists);
    }

    /** Both steps. */
    static Map<String, AttributeValue> migrated(Map<String, AttributeValue> item) {
        return withArtists(Migration.rename("title", "album_title").apply(item));
    }

    private static Map<String, AttributeValue> withArtists(Map<String, AttributeValue> item) {
        item.put("artists", AttributeValue.fromL(List.of(item.remove("artist"))));
        AttributeValue before = item.getOrDefault("migrations", AttributeValue.fromN("0"));
        item.put("migrations", AttributeValue.fromN("" + (Integer.parseInt(before.n()) + 1)));
        return item;
    }
}
