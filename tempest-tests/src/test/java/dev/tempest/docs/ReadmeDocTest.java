package dev.tempest.docs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReadmeDocTest {
    // doc: model
    @KeyTemplate(attribute = "pk", value = "ALBUM#{album}")
    @KeyTemplate(attribute = "sk", value = "INFO")
    record Album(String album, String title, @Version long version) {
        record Key(String album) {}
    }

    @KeyTemplate(attribute = "pk", value = "ALBUM#{album}")
    @KeyTemplate(attribute = "sk", value = "TRACK#{number:2}")
    record Track(String album, Integer number, String title, long plays) {
        record Key(String album, Integer number) {}
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Album.Key, Album> albums();

        InlineView<Track.Key, Track> tracks();
    }
    // doc: end

    // doc: database
    interface MusicDb extends LogicalDb {
        @TableName("music_items")
        MusicTable music();
    }
    // doc: end

    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("music_items", MusicTable.class));

    @Test
    void readsAndWritesEachTypeOfTheTable() {
        MusicTable music = open(testDb.enhancedClient());
        music.albums().save(new Album("A1", "Harbour Lights", 0));
        music.tracks().save(new Track("A1", 1, "Low Tide", 41));
        music.tracks().save(new Track("A1", 12, "Breakwater", 7));

        // doc: use
        Album renamed =
                music.albums().update(new Album.Key("A1"), a -> new Album(a.album(), "Night Ferry", a.version()));
        List<Track> tracks = music.tracks()
                .queryAllContents(new BeginsWith<>(new Track.Key("A1", null)))
                .toList();
        Track played = music.tracks()
                .patch(
                        new Track.Key("A1", 1),
                        number(Track::plays).add(1).onlyIf(attr(Track::title).ne("Foghorn")));
        // doc: end

        assertThat(renamed).isEqualTo(new Album("A1", "Night Ferry", 2));
        assertThat(tracks).extracting(Track::title).containsExactly("Low Tide", "Breakwater");
        assertThat(played.plays()).isEqualTo(42);
        assertThat(music.load(Map.of("pk", AttributeValue.fromS("ALBUM#A1"), "sk", AttributeValue.fromS("TRACK#12"))))
                .containsEntry("title", AttributeValue.fromS("Breakwater"));
    }

    private static MusicTable open(DynamoDbEnhancedClient enhancedClient) {
        MusicDb db = LogicalDb.create(MusicDb.class, enhancedClient);
        MusicTable table = db.music();

        return table;
    }
}
