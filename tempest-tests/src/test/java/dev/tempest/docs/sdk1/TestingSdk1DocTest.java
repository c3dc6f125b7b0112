package dev.tempest.docs.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.sdk1.TestDb;
import dev.tempest.testing.sdk1.TestTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page's test with SDK 1.x. */
class TestingSdk1DocTest {
    // doc: field
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create(MusicItem.class));
    // doc: end

    @Test
    void savesAPlaylist() {
        MusicDb db = testDb.logicalDb(MusicDb.class);
        db.music().playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Night drive", List.of()));

        PlaylistInfo loaded = db.music().playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_1"));
        assertThat(loaded.playlist_name).isEqualTo("Night drive");
    }

    @Test
    void losesAnAnswer() {
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "PutItem", Fault.responseLost()).build();
        MusicDb db = testDb.with(network).logicalDb(MusicDb.class);
        MusicTable table = db.music();
        PlaylistInfo playlist = new PlaylistInfo("PLAYLIST_1", "Night drive", List.of());

        assertThatThrownBy(() -> table.playlistInfo().save(playlist, ifAbsent()))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(network.requests("PutItem")).isEqualTo(2);
    }

    private static DynamoDBSaveExpression ifAbsent() {
        return new DynamoDBSaveExpression().withExpectedEntry("partition_key", new ExpectedAttributeValue(false));
    }
}
