package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

public final class ListTables implements Operation {
    private static final int MOST = 100;

    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        Long limit = request.integer("Limit");
        String start = request.string("ExclusiveStartTableName");
        Constraints constraints = new Constraints();
        constraints.newTableName("exclusiveStartTableName", start);
        constraints.range("limit", limit, 1, MOST);
        constraints.check();
        Collection<String> all = start == null
                ? namespace.tables().keySet()
                : namespace.tables().tailMap(start, false).keySet();
        List<String> names = new ArrayList<>(all);
        int most = limit == null ? MOST : limit.intValue();
        List<String> page = names.size() > most ? names.subList(0, most) : names;
        return out -> {
            out.beginObject();
            out.array("TableNames", page, out::string);
            if (page.size() < names.size()) {
                out.field("LastEvaluatedTableName", page.get(page.size() - 1));
            }
            out.endObject();
        };
    }
}
