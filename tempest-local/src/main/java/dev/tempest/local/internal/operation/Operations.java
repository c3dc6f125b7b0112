package dev.tempest.local.internal.operation;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.operation.read.BatchGetItem;
import dev.tempest.local.internal.operation.read.GetItem;
import dev.tempest.local.internal.operation.read.Query;
import dev.tempest.local.internal.operation.read.Scan;
import dev.tempest.local.internal.operation.read.TransactGetItems;
import dev.tempest.local.internal.operation.stream.DescribeStream;
import dev.tempest.local.internal.operation.stream.GetRecords;
import dev.tempest.local.internal.operation.stream.GetShardIterator;
import dev.tempest.local.internal.operation.stream.ListStreams;
import dev.tempest.local.internal.operation.table.CreateTable;
import dev.tempest.local.internal.operation.table.DeleteTable;
import dev.tempest.local.internal.operation.table.DescribeTable;
import dev.tempest.local.internal.operation.table.DescribeTimeToLive;
import dev.tempest.local.internal.operation.table.ListTables;
import dev.tempest.local.internal.operation.table.UpdateTable;
import dev.tempest.local.internal.operation.table.UpdateTimeToLive;
import dev.tempest.local.internal.operation.write.BatchWriteItem;
import dev.tempest.local.internal.operation.write.DeleteItem;
import dev.tempest.local.internal.operation.write.PutItem;
import dev.tempest.local.internal.operation.write.TransactWriteItems;
import dev.tempest.local.internal.operation.write.UpdateItem;
import dev.tempest.local.internal.request.Operation;
import java.util.Map;

/** All operations that the engine has. */
public final class Operations {
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

    private Operations() {}

    /** The operation of this name. Fails with an UnknownOperationException if it is none that the engine has. */
    public static Operation named(String name) {
        Operation operation = OPERATIONS.get(name);
        if (operation == null) {
            throw ServiceException.unknownOperation();
        }
        return operation;
    }
}
