package dev.tempest.local.internal.table;

import dev.tempest.local.internal.value.DataType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a table is, beside its indexes. */
public record TableDefinition(
        String name,
        String arn,
        KeySchema keys,
        Map<String, DataType> types,
        Throughput throughput,
        boolean protectedFromDeletion,
        @Nullable String tableClass) {

    TableDefinition at(String otherArn) {
        return new TableDefinition(name, otherArn, keys, types, throughput, false, tableClass);
    }

    public TableDefinition with(Map<String, DataType> changed) {
        return new TableDefinition(name, arn, keys, changed, throughput, protectedFromDeletion, tableClass);
    }

    public TableDefinition with(Throughput changed) {
        return new TableDefinition(name, arn, keys, types, changed, protectedFromDeletion, tableClass);
    }

    public TableDefinition withProtection(boolean changed) {
        return new TableDefinition(name, arn, keys, types, throughput, changed, tableClass);
    }

    public TableDefinition withClass(String changed) {
        return new TableDefinition(name, arn, keys, types, throughput, protectedFromDeletion, changed);
    }
}
