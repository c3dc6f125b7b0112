package dev.tempest.local.internal.capacity;

import dev.tempest.local.internal.json.JsonWriter;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The capacity that a request has consumed of one table and its indexes. */
public final class Consumption {
    private final String table;
    private final Map<String, Double> globalIndexes = new TreeMap<>();
    private final Map<String, Double> localIndexes = new TreeMap<>();
    private double ofTable;

    public Consumption(String table) {
        this.table = table;
    }

    public void add(double units) {
        ofTable += units;
    }

    public void addIndex(String name, boolean global, double units) {
        (global ? globalIndexes : localIndexes).merge(name, units, Double::sum);
    }

    /** Adds what another part of the request has consumed. */
    public void addAll(Consumption other) {
        ofTable += other.ofTable;
        other.globalIndexes.forEach((name, units) -> addIndex(name, true, units));
        other.localIndexes.forEach((name, units) -> addIndex(name, false, units));
    }

    /** A transaction writes each item twice, to prepare and to commit; indexes follow once. */
    public void countTableTwice() {
        ofTable *= 2;
    }

    public double ofTable() {
        return ofTable;
    }

    public void forEachGlobalIndex(BiConsumer<String, Double> action) {
        globalIndexes.forEach(action);
    }

    public double total() {
        return ofTable + sum(globalIndexes) + sum(localIndexes);
    }

    /** What local indexes consume, they consume of their table. */
    public double ofTableAndLocalIndexes() {
        return ofTable + sum(localIndexes);
    }

    private static double sum(Map<String, Double> units) {
        return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Which of the kinds of units a response names beside their sum. */
    public enum Kind {
        UNNAMED(null),
        READ("ReadCapacityUnits"),
        WRITE("WriteCapacityUnits");

        private final @Nullable String field;

        Kind(@Nullable String field) {
            this.field = field;
        }
    }

    /** Writes the field ConsumedCapacity of a response about one table. */
    public static void write(JsonWriter out, CapacityDetail detail, Consumption consumption) {
        if (detail != CapacityDetail.NONE) {
            out.name("ConsumedCapacity");
            consumption.write(out, detail, Kind.UNNAMED);
        }
    }

    /** Writes the field ConsumedCapacity of a response about any number of tables. */
    public static void writeAll(
            JsonWriter out, CapacityDetail detail, Collection<Consumption> consumptions, Kind kind) {
        if (detail != CapacityDetail.NONE) {
            out.beginArray("ConsumedCapacity");
            consumptions.forEach(consumption -> consumption.write(out, detail, kind));
            out.endArray();
        }
    }

    private void write(JsonWriter out, CapacityDetail detail, Kind kind) {
        out.beginObject();
        out.field("TableName", table);
        units(out, total(), kind);
        if (detail == CapacityDetail.INDEXES) {
            out.object("Table", () -> units(out, ofTable, kind));
            indexes(out, "LocalSecondaryIndexes", localIndexes, kind);
            indexes(out, "GlobalSecondaryIndexes", globalIndexes, kind);
        }
        out.endObject();
    }

    private static void indexes(JsonWriter out, String field, Map<String, Double> indexes, Kind kind) {
        if (!indexes.isEmpty()) {
            out.object(field, () -> indexes.forEach((name, units) -> out.object(name, () -> units(out, units, kind))));
        }
    }

    private static void units(JsonWriter out, double units, Kind kind) {
        out.field("CapacityUnits", units);
        if (kind.field != null) {
            out.field(kind.field, units);
        }
    }
}
