package dev.tempest.tests.streams;

import dev.tempest.Attribute;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Three item types in one table: keys with prefixes, with a template, and an item that expires. */
final class Music {
    private Music() {}

    @KeyTemplate(attribute = "pk", value = "ALBUM#{album}", keyOnly = "album")
    @KeyTemplate(attribute = "sk", value = "INFO")
    record Album(
            String album, String title, Long plays, @Version Long version) {
        record Key(String album) {}
    }

    @KeyTemplate(attribute = "pk", value = "ALBUM#{album}", keyOnly = "album")
    @KeyTemplate(
            attribute = "sk",
            value = "TRACK#{disc:2}#{number:3}",
            keyOnly = {"disc", "number"})
    record Track(String album, int disc, int number, String title, List<String> tags) {
        record Key(String album, int disc, int number) {}
    }

    record Session(
            @Attribute(name = "pk", prefix = "SESSION_") String id,
            @Attribute(name = "sk", prefix = "USER_") String user,
            Long expires_at) {
        record Key(String id, String user) {}
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "pk", sortKey = "sk")
    interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Album.Key, Album> albums();

        InlineView<Track.Key, Track> tracks();

        InlineView<Session.Key, Session> sessions();
    }

    interface MusicDb extends LogicalDb {
        @TableName("music")
        MusicTable music();
    }
}
