package dev.tempest.local.internal.operation.stream;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.operation.stream.Streams.ShardIterator;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.stream.StreamRecord;
import dev.tempest.local.internal.stream.TableStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

public final class GetRecords implements Operation {
    private static final int MOST = 1000;

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String token = request.string("ShardIterator");
        Long limit = request.integer("Limit");
        Constraints constraints = new Constraints();
        constraints.notNull("shardIterator", token);
        constraints.range("limit", limit, 1, MOST);
        constraints.check();
        ShardIterator iterator = ShardIterator.parse(namespace, token == null ? "" : token);
        TableStream stream = iterator.stream();
        Instant now = namespace.settings().now();
        boolean enabled = stream.isEnabled();
        List<StreamRecord> records = stream.from(iterator.sequence(), limit == null ? MOST : limit.intValue(), now);
        long next = records.isEmpty()
                ? iterator.sequence()
                : records.get(records.size() - 1).sequence() + 1;
        boolean ended = !enabled && next >= stream.next();
        return out -> {
            out.beginObject();
            out.array("Records", records, record -> stream.write(out, record, namespace.region()));
            if (!ended) {
                out.field("NextShardIterator", new ShardIterator(stream, next).token(now));
            }
            out.endObject();
        };
    }
}
