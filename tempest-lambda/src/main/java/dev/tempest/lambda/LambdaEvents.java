package dev.tempest.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Record;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import dev.tempest.items.HandledRecords;
import dev.tempest.items.ReadRecord;
import dev.tempest.items.RecordReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of Lambda functions, and makes their responses:
 *
 * <pre>{@code
 * public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
 *     return LambdaEvents.response(changes.handle(LambdaEvents.records(reader, event)));
 * }
 * }</pre>
 */
public final class LambdaEvents {
    private LambdaEvents() {}

    /**
     * The changes of a stream of DynamoDB.
     *
     * @param reader the {@code ItemReader} of the stream's table
     */
    public static List<ReadRecord> records(RecordReader reader, DynamodbEvent event) {
        List<ReadRecord> read = new ArrayList<>();
        for (Record record : event.getRecords()) {
            reader.record(json(record)).ifPresent(read::add);
        }
        return read;
    }

    /**
     * The changes that DynamoDB sent to Kinesis Data Streams.
     *
     * @param reader the {@code ItemReader} of the stream's table
     */
    public static List<ReadRecord> records(RecordReader reader, KinesisEvent event) {
        List<ReadRecord> read = new ArrayList<>();
        for (KinesisEvent.KinesisEventRecord record : event.getRecords()) {
            ByteBuffer data = record.getKinesis().getData().duplicate();
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            reader.kinesisRecord(bytes, record.getKinesis().getSequenceNumber()).ifPresent(read::add);
        }
        return read;
    }

    /**
     * The response of a function whose event source mapping has {@code ReportBatchItemFailures}: Lambda delivers the record that
     * failed and those after it again.
     */
    public static StreamsEventResponse response(HandledRecords handled) {
        return new StreamsEventResponse(handled.failedSequenceNumbers().stream()
                .map(BatchItemFailure::new)
                .toList());
    }

    /** The record as the JSON that it was made of. */
    private static Map<String, Object> json(Record record) {
        Map<String, Object> json = new HashMap<>();
        put(json, "eventID", record.getEventID());
        put(json, "eventName", record.getEventName());
        Identity identity = record.getUserIdentity();
        if (identity != null && identity.getPrincipalId() != null) {
            json.put("userIdentity", Map.of("principalId", identity.getPrincipalId()));
        }
        StreamRecord change = record.getDynamodb();
        if (change != null) {
            json.put("dynamodb", json(change));
        }
        return json;
    }

    private static Map<String, Object> json(StreamRecord change) {
        Map<String, Object> json = new HashMap<>();
        put(json, "SequenceNumber", change.getSequenceNumber());
        Date at = change.getApproximateCreationDateTime();
        if (at != null) {
            json.put("ApproximateCreationDateTime", at.toInstant().toEpochMilli());
            json.put("ApproximateCreationDateTimePrecision", "MILLISECOND");
        }
        put(json, "Keys", attributes(change.getKeys()));
        put(json, "OldImage", attributes(change.getOldImage()));
        put(json, "NewImage", attributes(change.getNewImage()));
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static @Nullable Map<String, Object> attributes(@Nullable Map<String, AttributeValue> attributes) {
        if (attributes == null) {
            return null;
        }
        Map<String, Object> json = new HashMap<>();
        attributes.forEach((name, value) -> json.put(name, value == null ? Map.of() : value(value)));
        return json;
    }

    private static Map<String, Object> value(AttributeValue value) {
        Map<String, Object> json = new HashMap<>();
        put(json, "S", value.getS());
        put(json, "N", value.getN());
        put(json, "B", value.getB());
        put(json, "BOOL", value.getBOOL());
        put(json, "NULL", value.getNULL());
        put(json, "SS", value.getSS());
        put(json, "NS", value.getNS());
        put(json, "BS", value.getBS());
        put(json, "M", attributes(value.getM()));
        List<AttributeValue> list = value.getL();
        put(
                json,
                "L",
                list == null ? null : list.stream().map(LambdaEvents::value).toList());
        return json;
    }
}
