package dev.tempest.local.internal.operation.stream;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.stream.TableStream;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

public final class GetShardIterator implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String shard = request.string("ShardId");
        String type = request.string("ShardIteratorType");
        String number = request.string("SequenceNumber");
        Constraints constraints = new Constraints();
        constraints.notNull("streamArn", request.string("StreamArn"));
        if (constraints.notNull("shardIteratorType", type)) {
            constraints.oneOf(
                    "shardIteratorType", type, "AFTER_SEQUENCE_NUMBER", "LATEST", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON");
        }
        constraints.notNull("shardId", shard);
        constraints.check();
        TableStream stream = Streams.find(namespace, request);
        if (!stream.shardId().equals(shard)) {
            throw ServiceException.dynamoDb(
                    "ResourceNotFoundException", "Requested resource not found: Shard does not exist");
        }
        Instant now = namespace.settings().now();
        long sequence = sequence(stream, type == null ? "" : type, number, now);
        String token = new Streams.ShardIterator(stream, sequence).token(now);
        return out -> {
            out.beginObject();
            out.field("ShardIterator", token);
            out.endObject();
        };
    }

    private static long sequence(TableStream stream, String type, @Nullable String given, Instant now) {
        return switch (type) {
            case "TRIM_HORIZON" -> stream.oldest(now);
            case "LATEST" -> stream.next();
            default -> {
                long sequence = parse(given);
                if (sequence < stream.oldest(now) && stream.oldest(now) < stream.next()) {
                    throw ServiceException.dynamoDb(
                            "TrimmedDataAccessException",
                            "The operation attempted to read past the oldest stream record in a shard");
                }
                yield type.equals("AT_SEQUENCE_NUMBER") ? sequence : sequence + 1;
            }
        };
    }

    private static long parse(@Nullable String sequence) {
        try {
            return Long.parseLong(sequence == null ? "" : sequence);
        } catch (NumberFormatException e) {
            throw ServiceException.invalidParameter("Invalid SequenceNumber");
        }
    }
}
