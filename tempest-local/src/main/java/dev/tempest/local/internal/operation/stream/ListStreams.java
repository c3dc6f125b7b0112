package dev.tempest.local.internal.operation.stream;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.stream.TableStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

public final class ListStreams implements Operation {
    private static final int MOST = 100;

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String table = request.string("TableName");
        String start = request.string("ExclusiveStartStreamArn");
        Long limit = request.integer("Limit");
        Constraints constraints = new Constraints();
        constraints.name("tableName", table, 3);
        constraints.range("limit", limit, 1, MOST);
        constraints.check();
        List<TableStream> streams = new ArrayList<>();
        boolean started = start == null;
        for (TableStream stream : namespace.streams()) {
            if (started && (table == null || stream.tableName().equals(table))) {
                streams.add(stream);
            }
            started |= stream.arn().equals(start);
        }
        int most = limit == null ? MOST : limit.intValue();
        List<TableStream> page = streams.size() > most ? streams.subList(0, most) : streams;
        return out -> {
            out.beginObject();
            out.array("Streams", page, stream -> {
                out.beginObject();
                out.field("StreamArn", stream.arn());
                out.field("TableName", stream.tableName());
                out.field("StreamLabel", stream.label());
                out.endObject();
            });
            if (page.size() < streams.size()) {
                out.field("LastEvaluatedStreamArn", page.get(page.size() - 1).arn());
            }
            out.endObject();
        };
    }
}
