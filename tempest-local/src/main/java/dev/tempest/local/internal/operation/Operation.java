package dev.tempest.local.internal.operation;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.region.Namespace;
import java.util.Map;
import java.util.function.Consumer;

/** An operation of the API. What it returns writes the response, and is called without any lock. */
@FunctionalInterface
public interface Operation {
    Consumer<JsonWriter> run(Namespace namespace, JsonObject request);

    /** The operation of this name. Fails with an UnknownOperationException if it is none that the engine has. */
    static Operation of(String name) {
        Operation operation = Registry.OPERATIONS.get(name);
        if (operation == null) {
            throw ServiceException.unknownOperation();
        }
        return operation;
    }

    /** Apart, so that the interface is loaded without all operations. */
    final class Registry {
        private static final Map<String, Operation> OPERATIONS = Map.ofEntries(
                Map.entry("BatchGetItem", new BatchGetItem()),
                Map.entry("BatchWriteItem", new BatchWriteItem()),
                Map.entry("CreateTable", new CreateTable()),
                Map.entry("DeleteItem", new DeleteItem()),
                Map.entry("DeleteTable", new DeleteTable()),
                Map.entry("DescribeEndpoints", new DescribeEndpoints()),
                Map.entry("DescribeStream", new DescribeStream()),
                Map.entry("DescribeTable", new DescribeTable()),
                Map.entry("DescribeTimeToLive", new DescribeTimeToLive()),
                Map.entry("GetItem", new GetItem()),
                Map.entry("GetRecords", new GetRecords()),
                Map.entry("GetShardIterator", new GetShardIterator()),
                Map.entry("ListStreams", new ListStreams()),
                Map.entry("ListTables", new ListTables()),
                Map.entry("PutItem", new PutItem()),
                Map.entry("Query", new Query()),
                Map.entry("Scan", new Scan()),
                Map.entry("TransactGetItems", new TransactGetItems()),
                Map.entry("TransactWriteItems", new TransactWriteItems()),
                Map.entry("UpdateItem", new UpdateItem()),
                Map.entry("UpdateTable", new UpdateTable()),
                Map.entry("UpdateTimeToLive", new UpdateTimeToLive()));

        private Registry() {}
    }
}
