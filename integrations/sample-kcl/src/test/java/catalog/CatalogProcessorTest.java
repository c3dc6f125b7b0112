package catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.streamsadapter.adapter.DynamoDBStreamsClientRecord;
import com.amazonaws.services.dynamodbv2.streamsadapter.model.DynamoDBStreamsProcessRecordsInput;
import dev.tempest.items.Changes;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

class CatalogProcessorTest {
    private final List<String> events = new ArrayList<>();
    private int failures;

    private final Changes changes = Changes.on(Album.class, change -> {
        String title = change.after().orElseThrow().title();
        if (title.equals("Blue") && failures-- > 0) {
            throw new IOException("The index is not there.");
        }
        events.add(title);
    });

    private final CatalogProcessor processor =
            new CatalogProcessor(changes, () -> events.add("back off"), () -> events.add("stop"));

    private final RecordProcessorCheckpointer checkpointer = (RecordProcessorCheckpointer) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {RecordProcessorCheckpointer.class},
            (proxy, method, arguments) -> {
                events.add(method.getName());
                return null;
            });

    private void process(String... titles) {
        processor.processRecords(DynamoDBStreamsProcessRecordsInput.builder()
                .records(Stream.of(titles).map(CatalogProcessorTest::created).toList())
                .checkpointer(checkpointer)
                .build());
    }

    private static DynamoDBStreamsClientRecord created(String title) {
        Map<String, AttributeValue> key =
                Map.of("pk", AttributeValue.fromS("ALBUM#" + title), "sk", AttributeValue.fromS("INFO"));
        Map<String, AttributeValue> image =
                Map.of("pk", key.get("pk"), "sk", key.get("sk"), "title", AttributeValue.fromS(title));
        return DynamoDBStreamsClientRecord.fromRecord(Record.builder()
                .eventID(title)
                .eventName(OperationType.INSERT)
                .dynamodb(StreamRecord.builder()
                        .keys(key)
                        .newImage(image)
                        .sequenceNumber("100")
                        .approximateCreationDateTime(java.time.Instant.EPOCH)
                        .build())
                .build());
    }

    @Test
    void checkpointsWhenAllRecordsAreHandled() {
        process("Hejira", "Blue");

        assertThat(events).containsExactly("Hejira", "Blue", "checkpoint");
    }

    @Test
    void handlesTheRecordThatFailedAgainAndNothingTwice() {
        failures = 2;
        process("Hejira", "Blue", "Mingus");

        assertThat(events).containsExactly("Hejira", "back off", "back off", "Blue", "Mingus", "checkpoint");
    }

    @Test
    void stopsWithoutACheckpointBeyondTheRecordThatFails() {
        failures = 5;
        process("Hejira", "Blue");
        process("Mingus");
        processor.shardEnded(
                ShardEndedInput.builder().checkpointer(checkpointer).build());

        assertThat(events).containsExactly("Hejira", "back off", "back off", "back off", "back off", "stop");
    }
}
