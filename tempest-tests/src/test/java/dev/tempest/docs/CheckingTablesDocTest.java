package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.DatabaseReport;
import dev.tempest.Finding;
import dev.tempest.TableReport;
import dev.tempest.TimeToLive;
import dev.tempest.docs.model.AsyncMusicDb;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.docs.model.MusicItem;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

class CheckingTablesDocTest extends DocTest {
    @Test
    void checks() {
        DatabaseReport report = db.checkTables();
        if (!report.problems().isEmpty()) {
            System.out.println(report);
        }

        assertThat(report.problems()).isEmpty();
    }

    @Test
    void checksWhenItStarts() {
        db.checkTables().orThrow();
    }

    @Test
    void checksAsynchronously() {
        AsyncMusicDb asyncDb = testDb.asyncLogicalDb(AsyncMusicDb.class);

        CompletableFuture<DatabaseReport> future = asyncDb.checkTablesAsync();

        assertThat(future.join().isOk()).isTrue();
    }

    @Test
    void tellsWhatIsWrong() throws IOException {
        DatabaseReport report = reportOnAWrongTable();
        List<String> alerts = new ArrayList<>();

        for (TableReport table : report.tables()) {
            for (Finding finding : table.findings()) {
                if (finding.severity() == Finding.Severity.WARNING
                        && finding.subject() != Finding.Subject.REPLICATION) {
                    alerts.add(table.tableName() + ": " + finding.message());
                }
            }
        }

        assertThat(alerts).singleElement().asString().startsWith("music_items: Index title_index holds the keys only");
        assertThatThrownBy(report::orThrow)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(report.toString());
        assertThat(Files.readString(page())).contains("\n```\n" + report + "\n```\n");
    }

    private static Path page() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = directory.getParent();
        }
        return directory.resolve("docs/checking-tables.md");
    }

    /** On a table without artist_index, of which title_index holds the keys only. */
    private static DatabaseReport reportOnAWrongTable() {
        TestTable wrong = TestTable.create("music_items", MusicItem.class, request -> {
            var asDeclared = request.build();
            return request.globalSecondaryIndexes((List<GlobalSecondaryIndex>) null)
                    .localSecondaryIndexes(asDeclared.localSecondaryIndexes().stream()
                            .map(index -> index.toBuilder()
                                    .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                                    .build())
                            .toList())
                    .attributeDefinitions(asDeclared.attributeDefinitions().stream()
                            .filter(attribute ->
                                    !List.of("artist_name", "release_date").contains(attribute.attributeName()))
                            .toList());
        });
        try (DynamoDbConnection connection = DynamoDbConnection.embedded()) {
            connection.createTable(wrong);
            return connection.logicalDb(MusicDb.class).checkTables();
        }
    }

    @DynamoDbBean
    public static class SessionItem {
        private String session_token;
        private Long expires_at;

        @DynamoDbPartitionKey
        public String getSession_token() {
            return session_token;
        }

        public void setSession_token(String session_token) {
            this.session_token = session_token;
        }

        public Long getExpires_at() {
            return expires_at;
        }

        public void setExpires_at(Long expires_at) {
            this.expires_at = expires_at;
        }
    }

    public record Session(@Attribute(name = "session_token") String token, Long expires_at) {
        public record Key(String token) {}
    }

    @TimeToLive("expires_at")
    public interface SessionTable extends LogicalTable<SessionItem> {
        InlineView<Session.Key, Session> sessions();
    }

    @Test
    void checksTimeToLive() {
        testDb.connection().createTable(TestTable.create("sessions", SessionItem.class));
        db.logicalTable("sessions", SessionTable.class);

        assertThat(db.checkTables().problems())
                .extracting(Finding::subject)
                .containsExactly(Finding.Subject.TIME_TO_LIVE);
        testDb.client()
                .updateTimeToLive(request -> request.tableName("sessions")
                        .timeToLiveSpecification(
                                timeToLive -> timeToLive.enabled(true).attributeName("expires_at")));
        assertThat(db.checkTables().problems()).isEmpty();
    }
}
