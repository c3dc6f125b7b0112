package dev.tempest.testing.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.model.ListStreamsRequest;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.sdk1.MusicDb.Album;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDbTest {
    private static final TestTable MUSIC = TestTable.create(MusicItem.class);

    @RegisterExtension
    final TestDb db = TestDb.of(MUSIC);

    @RepeatedTest(3)
    void everyTestFindsItsTablesEmpty() {
        assertThat(count(db.client())).isZero();
        db.mapper().save(MusicItem.of("album_1", "INFO_"));
        assertThat(count(db.client())).isEqualTo(1);
    }

    @Test
    void theUsersDatabaseIsOneLineAway() {
        MusicDb music = db.logicalDb(MusicDb.class);

        music.music().albums().save(new Album("album_1", "", "Harbour Lights"));

        assertThat(music.music().albums().load(new Album.Key("album_1", "")).title())
                .isEqualTo("Harbour Lights");
        assertThat(count(db.client())).isEqualTo(1);
    }

    @Test
    void threadsThatATestStartsSeeItsTables() {
        assertThat(CompletableFuture.supplyAsync(() -> count(db.client())).join())
                .isZero();
    }

    @Test
    void clientsCanBeParametersOfTheTest(
            DynamoDbConnection connection,
            AmazonDynamoDB client,
            DynamoDBMapper mapper,
            AmazonDynamoDBStreams streams) {
        assertThat(connection).isSameAs(db.connection());
        assertThat(client).isSameAs(db.client());
        assertThat(streams).isSameAs(db.streamsClient());
        mapper.save(MusicItem.of("album_1", "INFO_"));
        assertThat(count(client)).isEqualTo(1);
        assertThat(streams.listStreams(new ListStreamsRequest()).getStreams()).isEmpty();
    }

    @Test
    void saysSoWhenNoTestIsRunning() {
        TestDb unused = TestDb.of(MUSIC);

        assertThatThrownBy(unused::client)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("No test is running")
                .hasMessageContaining("@RegisterExtension");
    }

    @Nested
    class WithSeveralTables {
        @RegisterExtension
        static final TestDb OTHER = TestDb.builder()
                .table(MusicItem.class)
                .table("albums", MusicItem.class)
                .build();

        @Test
        void hasThemAll() {
            assertThat(OTHER.client().listTables().getTableNames()).containsExactly("albums", "music_items");
        }

        @Test
        void standsBesideTheOuterOne() {
            assertThat(db.client().listTables().getTableNames()).containsExactly("music_items");
        }
    }

    @Nested
    class AtAnEndpoint {
        private static final LocalDynamoDb ELSEWHERE = LocalDynamoDb.start();

        @RegisterExtension
        static final TestDb AT =
                TestDb.builder().table(MUSIC).endpoint(ELSEWHERE.endpoint()).build();

        @RepeatedTest(2)
        void findsItsTablesEmptyToo() {
            assertThat(count(AT.client())).isZero();
            AT.mapper().save(MusicItem.of("album_1", "INFO_"));
        }
    }

    private static int count(AmazonDynamoDB client) {
        return client.scan(new ScanRequest("music_items")).getCount();
    }
}
