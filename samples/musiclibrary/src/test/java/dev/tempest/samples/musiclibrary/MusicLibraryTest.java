package dev.tempest.samples.musiclibrary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** The program as its user sees it. */
class MusicLibraryTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void runsOnAnEmbeddedDatabase() throws InterruptedException {
        assertThat(run()).isZero();

        assertThat(text(err)).isEmpty();
        assertThat(text(out))
                .contains("Loaded 69 releases by 12 artists, 513 tracks.")
                .contains("new: 69 releases, 513 tracks; already there: 0 releases, 0 tracks")
                .contains("read back, and just as in the file: 69 releases, 513 tracks")
                .contains("every writer's change is there")
                .contains("1 + 24 successful writes = version 25")
                .doesNotContain("WRONG");
        assertThat(text(out).lines())
                .hasSizeLessThan(90)
                .containsSubsequence(
                        "      1    1  Radio Free Albemuth                       1:34",
                        "      2    1  Exegesis                                 12:15",
                        "      3    1  Ichthys                                   2:31",
                        "      4    4  Vast Active Living Intelligence System   31:18")
                .containsSubsequence(
                        "  2012-10-15  Prolegomenon                       EP           4",
                        "  2011-07-30  Terraforms                         LP          10",
                        "  2010-02-18  When the Paint Peels               Single       1",
                        "  2009-09-01  As Quippolous Codes Quietly Count  LP          14");
    }

    @Test
    void runsTwiceOnAnotherEndpoint() throws InterruptedException {
        try (LocalDynamoDb server = LocalDynamoDb.start()) {
            String endpoint = server.endpoint().toString();
            assertThat(run("--endpoint", endpoint)).isZero();
            assertThat(text(out)).contains("Music library at " + endpoint, "Creates the table music_items");
            out.reset();

            assertThat(run("--endpoint", endpoint)).isZero();
            assertThat(text(out))
                    .contains("Uses the table music_items, which is there already.")
                    .contains("Loaded 69 releases by 12 artists, 513 tracks.")
                    .contains("new: 0 releases, 0 tracks; already there: 69 releases, 513 tracks")
                    .contains("1 + 24 successful writes = version 25");
        }
    }

    @Test
    void leavesATableAloneThatIsNotItsOwn() throws InterruptedException {
        try (LocalDynamoDb server = LocalDynamoDb.start();
                DynamoDbConnection connection = DynamoDbConnection.to(server.endpoint())) {
            connection.createTable(TestTable.create(MusicDb.MUSIC_TABLE_NAME, Stranger.class));

            assertThat(run("--endpoint", server.endpoint().toString())).isEqualTo(1);

            assertThat(text(err))
                    .startsWith("Failed: ")
                    .contains(
                            "Table music_items: 4 errors",
                            "sort_key",
                            "artist_index",
                            "type_index",
                            "album_track_title_index");
            assertThat(connection
                            .client()
                            .scan(request -> request.tableName(MusicDb.MUSIC_TABLE_NAME))
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void tellsThatNobodyAnswers() throws InterruptedException {
        String endpoint;
        try (LocalDynamoDb server = LocalDynamoDb.start()) {
            endpoint = server.endpoint().toString();
        }

        assertThat(run("--endpoint", endpoint)).isEqualTo(1);

        assertThat(text(err)).startsWith("Failed: ").hasLineCount(1);
    }

    @Test
    void helps() throws InterruptedException {
        assertThat(run("--help")).isZero();

        assertThat(text(out)).contains("--endpoint URL", "--aws");
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() throws InterruptedException {
        assertThat(run("--azure")).isEqualTo(2);

        assertThat(text(err)).isEqualToIgnoringNewLines("There is no option \"--azure\". See --help.");
        assertThat(text(out)).isEmpty();
    }

    /** The raw item of somebody else's table. */
    @DynamoDbBean
    public static class Stranger {
        private String partition_key;

        @DynamoDbPartitionKey
        public String getPartition_key() {
            return partition_key;
        }

        public void setPartition_key(String partition_key) {
            this.partition_key = partition_key;
        }
    }

    private int run(String... arguments) throws InterruptedException {
        return MusicLibrary.PROGRAM.run(List.of(arguments), print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
