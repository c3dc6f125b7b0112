package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.docs.model.MusicItem;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestDb;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TestingTimeDocTest {
    private final LocalDynamoDb server = LocalDynamoDb.start();

    @RegisterExtension
    final TestDb testDb = TestDb.builder()
            .table("music_items", MusicItem.class)
            .server(server)
            .build();

    @Test
    void movesTheClock() {
        testDb.client()
                .updateTimeToLive(request -> request.tableName("music_items")
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires")));
        String inAWeek = Long.toString(Instant.now().plus(Duration.ofDays(7)).getEpochSecond());
        testDb.client()
                .putItem(request -> request.tableName("music_items")
                        .item(Map.of(
                                "partition_key", AttributeValue.fromS("PLAYLIST_1"),
                                "sort_key", AttributeValue.fromS("INFO_"),
                                "expires", AttributeValue.fromN(inAWeek))));
        assertThat(items()).isEqualTo(1);

        server.engine().clock().advance(Duration.ofDays(30));

        assertThat(items()).isZero();
    }

    private int items() {
        return testDb.client().scan(request -> request.tableName("music_items")).count();
    }
}
