package dev.tempest.local.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes requests whose JSON is broken, or holds a value of another JSON type than DynamoDB expects. */
final class Serialization {
    private final Dice dice;

    Serialization(Dice dice) {
        this.dice = dice;
    }

    String spoil(Map<String, @Nullable Object> request) {
        String json = Json.write(request);
        return switch (dice.below(6)) {
            case 0 -> json.substring(0, Math.min(json.length() - 1, 1 + dice.below(40)));
            case 1 -> dice.of("", "[]", "null", "1", "\"text\"", "{", "}", "{}}", "{'a': 1}", "nothing");
            default -> Json.write(mistyped(request, 1 + dice.below(4)));
        };
    }

    /** The value with something of another type somewhere in it, at most so deep. */
    private @Nullable Object mistyped(@Nullable Object value, int depth) {
        if (depth > 0 && value instanceof Map && !Json.object(value).isEmpty()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>(Json.object(value));
            String name = dice.of(new ArrayList<>(map.keySet()));
            map.put(name, mistyped(map.get(name), depth - 1));
            return map;
        }
        if (depth > 0 && value instanceof List && !Json.list(value).isEmpty()) {
            List<@Nullable Object> list = new ArrayList<>(Json.list(value));
            int index = dice.below(list.size());
            list.set(index, mistyped(list.get(index), depth - 1));
            return list;
        }
        List<Object> others = new ArrayList<>(List.of(1, true, "text", List.of("a"), List.of(), Json.of("k", "v")));
        others.removeIf(other -> value != null && sameType(other, value));
        return dice.of(others);
    }

    private static boolean sameType(Object one, Object other) {
        return (one instanceof Map && other instanceof Map)
                || (one instanceof List && other instanceof List)
                || one.getClass() == other.getClass();
    }
}
