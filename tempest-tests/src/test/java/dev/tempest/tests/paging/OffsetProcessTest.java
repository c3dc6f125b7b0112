package dev.tempest.tests.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A process resumes where another one stopped, by the offset's text alone. */
class OffsetProcessTest {
    private static final BeginsWith<Track.Key> ALBUM = new BeginsWith<>(new Track.Key("a"));
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int[] PAGE_SIZES = {1, 7, 50, 199};

    @RegisterExtension
    final TestDb db = Media.tables();

    @TempDir
    Path directory;

    @Test
    void aFreshProcessTakesUpThePages() throws Exception {
        List<Track> tracks = Media.tracks("a", 200);
        Media.Db here = database(db.enhancedClient());
        here.batchWrite(BatchWriteSet.builder().clobber(tracks).build());
        // One page size after another would pay for the start of a JVM each time.
        List<Process> processes = new ArrayList<>();
        for (int pageSize : PAGE_SIZES) {
            Page<Track.Key, Track> page = page(here, pageSize, null);
            List<String> command = List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Resume.class.getName(),
                    db.connection().endpoint().toString(),
                    db.connection().accessKeyId(),
                    Integer.toString(pageSize),
                    here.media().tracks().offsetToString(page.offset()));
            processes.add(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output(pageSize).toFile())
                    .start());
        }
        for (int i = 0; i < PAGE_SIZES.length; i++) {
            assertThat(processes.get(i).waitFor(120, TimeUnit.SECONDS)).isTrue();
            List<String> expected = tracks.subList(PAGE_SIZES[i], 200).stream()
                    .map(Track::number)
                    .toList();
            assertThat(Files.readAllLines(output(PAGE_SIZES[i])))
                    .as("page size %s", PAGE_SIZES[i])
                    .isEqualTo(expected);
        }
    }

    private Path output(int pageSize) {
        return directory.resolve("output" + pageSize);
    }

    private static Media.Db database(DynamoDbEnhancedClient client) {
        return LogicalDb.builder(Media.Db.class)
                .enhancedClient(client)
                .offsetSecret(SECRET)
                .build();
    }

    private static Page<Track.Key, Track> page(Media.Db db, int pageSize, String offset) {
        return db.media()
                .tracks()
                .query(
                        ALBUM,
                        QueryConfig.builder().pageSize(pageSize).build(),
                        offset == null ? null : db.media().tracks().offsetFromString(offset));
    }

    /** The other process: prints what comes after an offset. */
    static final class Resume {
        private Resume() {}

        public static void main(String[] args) {
            try (DynamoDbClient client = DynamoDbClient.builder()
                    .endpointOverride(URI.create(args[0]))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create(args[1], "secret")))
                    .httpClient(Apache5HttpClient.create())
                    .build()) {
                Media.Db db = database(
                        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build());
                db.media()
                        .tracks()
                        .queryAllContents(
                                ALBUM,
                                QueryConfig.builder()
                                        .pageSize(Integer.parseInt(args[2]))
                                        .build(),
                                db.media().tracks().offsetFromString(args[3]))
                        .forEach(track -> System.out.println(track.number()));
            }
        }
    }
}
