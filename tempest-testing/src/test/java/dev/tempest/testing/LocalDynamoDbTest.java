package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

class LocalDynamoDbTest {
    private static final TestTable TABLE = TestTable.create("music_items", MusicItem.class);

    @Test
    void severalServersRunAtOnceAndKnowNothingOfEachOther() {
        try (LocalDynamoDb one = LocalDynamoDb.start();
                LocalDynamoDb two = LocalDynamoDb.start();
                DynamoDbConnection toOne = DynamoDbConnection.to(one.endpoint());
                DynamoDbConnection toTwo = DynamoDbConnection.to(two.endpoint())) {
            toOne.createTable(TABLE);

            assertThat(toOne.client().listTables().tableNames()).containsExactly("music_items");
            assertThat(toTwo.client().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() {
        assertThat(LocalDynamoDb.shared().endpoint().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
    }

    @Test
    void startsOnAGivenPort() {
        int port;
        try (LocalDynamoDb server = LocalDynamoDb.start()) {
            port = server.endpoint().getPort();
        }
        try (LocalDynamoDb server = LocalDynamoDb.startOn(port);
                DynamoDbConnection connection = DynamoDbConnection.to(server.endpoint())) {
            assertThat(server.endpoint()).hasPort(port);
            assertThat(connection.client().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void namesThePortThatIsTaken() {
        try (LocalDynamoDb server = LocalDynamoDb.start()) {
            int port = server.endpoint().getPort();
            assertThatThrownBy(() -> LocalDynamoDb.startOn(port))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + port);
        }
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> LocalDynamoDb.startOn(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a port: 0. Use start() for any free port.");
    }

    @Test
    void closeStopsTheServer() {
        LocalDynamoDb server = LocalDynamoDb.start();
        try (DynamoDbConnection connection = DynamoDbConnection.to(server.endpoint())) {
            connection.createTable(TABLE);

            server.close();
            server.close();

            assertThatThrownBy(() -> connection.client().listTables()).isInstanceOf(SdkClientException.class);
        }
    }

    @Test
    void theSharedServerIsOneAndStaysOpen() {
        LocalDynamoDb shared = LocalDynamoDb.shared();
        shared.close();

        assertThat(LocalDynamoDb.shared()).isSameAs(shared);
        try (DynamoDbConnection connection = DynamoDbConnection.embedded(shared)) {
            assertThat(connection.client().listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void anEngineCanBeChangedUnlessItIsShared() {
        try (LocalDynamoDb server = LocalDynamoDb.start()) {
            Instant before = server.engine().clock().instant();
            server.engine().clock().advance(Duration.ofDays(1));

            assertThat(server.engine().clock().instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
        }
        assertThatThrownBy(LocalDynamoDb.shared()::engine)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Other tests use this server, too: start one with LocalDynamoDb.start()");
    }

    @Test
    void clientsThatAreMadeBeforeTheServerListensAndOthersReachTheSameTables() {
        try (LocalDynamoDb server = LocalDynamoDb.start();
                DynamoDbConnection inMemory = DynamoDbConnection.embedded(server)) {
            inMemory.createTable(TABLE);
            try (DynamoDbConnection overHttp = DynamoDbConnection.to(inMemory.endpoint(), inMemory.accessKeyId())) {
                assertThat(overHttp.client().listTables().tableNames()).containsExactly("music_items");
                assertThat(overHttp.asyncClient().listTables().join().tableNames())
                        .containsExactly("music_items");
            }
        }
    }
}
