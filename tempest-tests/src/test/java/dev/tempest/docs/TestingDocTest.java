package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicItem;
import dev.tempest.docs.model.MusicTable;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class TestingDocTest extends DocTest {
    @Test
    void losesAnAnswer() {
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "DeleteItem", Fault.responseLost()).build();
        MusicTable table = testDb.with(network).logicalDb(MusicDb.class).music();

        AlbumTrack deleted = table.albumTracks().deleteKey(new AlbumTrack.Key("ALBUM_1", "3"));

        assertThat(deleted).isNull();
        assertThat(network.requests("DeleteItem")).isEqualTo(2);
    }

    @Test
    void failsAtRates() {
        FaultyHttp network = FaultyHttp.builder()
                .seed(42)
                .rate(0.2, Fault.responseLost(), "PutItem")
                .rate(0.05, Fault.throttled())
                .build();

        MusicTable table = testDb.with(network).logicalDb(MusicDb.class).music();
        for (int i = 0; i < 20; i++) {
            table.playlistInfo().save(new PlaylistInfo("PLAYLIST_" + i, "Night drive", List.of()));
        }
        assertThat(network.faults()).isPositive();
    }

    @Test
    void changesTheTable() {
        TestTable table = TestTable.create(
                "music_items",
                MusicItem.class,
                request -> request.streamSpecification(
                        stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));

        assertThat(table.request().streamSpecification().streamEnabled()).isTrue();
    }

    @Test
    void runsOutsideOfTests() {
        try (DynamoDbConnection connection = DynamoDbConnection.embedded()) {
            connection.createTable(TestTable.create("music_items", MusicItem.class));
            MusicDb db = connection.logicalDb(MusicDb.class);
            db.music().playlistInfo().save(new PlaylistInfo("PLAYLIST_1", "Night drive", List.of()));
        }
    }

    @Test
    void connectsToAnyEndpoint() {
        URI endpoint = LocalDynamoDb.shared().endpoint();

        try (DynamoDbConnection connection = DynamoDbConnection.to(endpoint)) {
            System.out.println(connection.client().listTables().tableNames());
        }
    }

    @Test
    void hasAPortOfItsOwn() {
        TestDb testDb = TestDb.builder()
                .table("music_items", MusicItem.class)
                .port(8000)
                .build();

        assertThat(testDb).isNotNull();
    }
}
