package dev.tempest.samples.musiclibrary.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.model.ScanRequest;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.sdk1.DynamoDbConnection;
import dev.tempest.testing.sdk1.TestTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The program as its user sees it. */
class MusicLibraryTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void showsTheLibraryAndLosesNoChange() throws InterruptedException {
        assertThat(run()).isZero();

        assertThat(text(err)).isEmpty();
        assertThat(text(out))
                .contains("new: 69 releases, 513 tracks; already there: 0 releases, 0 tracks")
                .contains("read back, and just as in the file: 69 releases, 513 tracks")
                .contains("1 + 24 successful writes = version 25");
    }

    @Test
    void leavesATableAloneThatIsNotItsOwn() throws InterruptedException {
        try (LocalDynamoDb server = LocalDynamoDb.start();
                DynamoDbConnection connection = DynamoDbConnection.to(server.endpoint())) {
            connection.createTable(TestTable.create(Stranger.class));

            assertThat(run("--endpoint", server.endpoint().toString())).isEqualTo(1);

            assertThat(text(err)).startsWith("Failed: There is a table music_items already, with the key");
            assertThat(connection.client().scan(new ScanRequest("music_items")).getItems())
                    .isEmpty();
        }
    }

    /** The raw item of somebody else's table. */
    @DynamoDBTable(tableName = "music_items")
    public static class Stranger {
        private String partition_key;

        @DynamoDBHashKey
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
