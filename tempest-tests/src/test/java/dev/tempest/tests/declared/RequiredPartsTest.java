package dev.tempest.tests.declared;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Change;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Parts of values that a patch may not remove, since nothing could read the item without them. */
class RequiredPartsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("songs", Songs.class));

    record Stats(int plays, @Nullable String note) {}

    record Song(
            @Attribute(name = "pk", prefix = "SONG_") String id,
            @Nullable Stats stats) {
        record Key(String id) {}
    }

    @Table(partitionKey = "pk")
    interface Songs extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Song.Key, Song> songs();
    }

    interface Db extends LogicalDb {
        @TableName("songs")
        Songs songs();
    }

    @Test
    void areRefusedBeforeARequestIsSent() {
        Db database = db.logicalDb(Db.class);
        InlineView<Song.Key, Song> songs = database.songs().songs();
        Song air = new Song("1", new Stats(3, "x"));
        songs.save(air);
        Song.Key key = new Song.Key("1");

        Change<Song> removal = attr((Song song) -> song.stats().plays()).remove();
        assertThatThrownBy(() -> songs.patch(key, removal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "RequiredPartsTest.Song.stats.plays cannot be null, so an item without it could not be read."
                                + " Set another value.");
        assertThatThrownBy(() -> database.transactionWrite(
                        TransactionWriteSet.builder().patch(key, removal).build()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(songs.load(key)).isEqualTo(air);
        assertThat(songs.patch(key, attr((Song song) -> song.stats().note()).remove()))
                .isEqualTo(new Song("1", new Stats(3, null)));
    }
}
