package dev.tempest.local.internal.operation.read;

import dev.tempest.local.internal.capacity.CapacityDetail;
import dev.tempest.local.internal.capacity.Consumption;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.region.Namespace;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.request.Operation;
import dev.tempest.local.internal.request.Returns;
import dev.tempest.local.internal.table.Key;
import dev.tempest.local.internal.table.Table;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.ValueReader;
import dev.tempest.local.internal.value.ValueWriter;
import java.util.Map;
import java.util.function.Consumer;

public final class GetItem implements Operation {
    @Override
    public Consumer<JsonWriter> run(Namespace namespace, JsonObject request) {
        String tableName = Constraints.tableName(request);
        Constraints constraints = new Constraints();
        String detail = Returns.capacity(request, constraints);
        constraints.notNull("key", request.has("Key") ? "" : null);
        constraints.check();
        CapacityDetail capacity = Returns.detail(detail);
        ItemRead read = ItemRead.of(request);
        Map<String, AttributeValue> key = ValueReader.attributes(request, "Key");
        Table table = namespace.table(tableName);
        Consumption cost = new Consumption(table.definition().name());
        Item item;
        table.readLock().lock();
        try {
            table.checkThere();
            Key place = table.checkKey(key == null ? Map.of() : key);
            table.throttle().admitRead(table);
            item = table.read(place, read.consistent());
            cost.add(read.units(item));
            table.throttle().charge("read", cost);
        } finally {
            table.readLock().unlock();
        }
        return out -> {
            out.beginObject();
            if (item != null) {
                ValueWriter.attributes(out, "Item", read.parts(item));
            }
            Consumption.write(out, capacity, cost);
            out.endObject();
        };
    }
}
