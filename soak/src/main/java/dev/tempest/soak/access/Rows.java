package dev.tempest.soak.access;

import dev.tempest.soak.history.State;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stored items, without the library. */
public final class Rows {
    private Rows() {}

    /** What is stored; null if there is no item. */
    public static @Nullable State state(Map<String, AttributeValue> row) {
        if (row.isEmpty()) {
            return null;
        }
        AttributeValue operations = row.get("operations");
        List<AttributeValue> list = operations == null ? List.of() : operations.l();
        return new State(
                list.stream().mapToInt(one -> Integer.parseInt(one.s())).toArray(),
                number(row.get("total")),
                number(row.get("second")));
    }

    private static long number(@Nullable AttributeValue value) {
        return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
    }

    /** What else is stored, for people. */
    public static String note(Map<String, AttributeValue> row) {
        StringBuilder note = new StringBuilder();
        for (String attribute : List.of("version", "stamp", "write_token")) {
            AttributeValue value = row.get(attribute);
            if (value != null) {
                note.append(' ').append(attribute).append('=').append(value.n() == null ? value.s() : value.n());
            }
        }
        return note.toString();
    }
}
