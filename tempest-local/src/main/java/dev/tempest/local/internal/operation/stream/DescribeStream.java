package dev.tempest.local.internal.operation.stream;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.operation.table.TableDescription;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.stream.TableStream;
import java.util.function.Consumer;

public final class DescribeStream implements Operation {
    private static final int MOST_SHARDS = 100;

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        Constraints constraints = new Constraints();
        constraints.notNull("streamArn", request.string("StreamArn"));
        constraints.range("limit", request.integer("Limit"), 1, MOST_SHARDS);
        constraints.check();
        TableStream stream = Streams.find(namespace, request);
        boolean started = request.string("ExclusiveStartShardId") == null;
        return out -> {
            out.beginObject();
            out.object("StreamDescription", () -> {
                out.field("StreamArn", stream.arn());
                out.field("StreamLabel", stream.label());
                out.field("StreamStatus", stream.isEnabled() ? "ENABLED" : "DISABLED");
                out.field("StreamViewType", stream.view().name());
                out.field("CreationRequestDateTime", stream.created());
                out.field("TableName", stream.tableName());
                out.beginArray("KeySchema");
                stream.keys().hash().forEach(name -> TableDescription.keySchemaElement(out, name, "HASH"));
                stream.keys().range().forEach(name -> TableDescription.keySchemaElement(out, name, "RANGE"));
                out.endArray();
                out.beginArray("Shards");
                if (started) {
                    writeShard(out, stream);
                }
                out.endArray();
            });
            out.endObject();
        };
    }

    private static void writeShard(JsonWriter out, TableStream stream) {
        out.beginObject();
        out.field("ShardId", stream.shardId());
        out.object("SequenceNumberRange", () -> {
            out.field("StartingSequenceNumber", stream.startingSequenceNumber());
            out.field("EndingSequenceNumber", stream.endingSequenceNumber());
        });
        out.endObject();
    }
}
