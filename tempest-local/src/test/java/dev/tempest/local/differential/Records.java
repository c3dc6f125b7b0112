package dev.tempest.local.differential;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the records of a stream. */
final class Records {
    private Records() {}

    /** Whether our records are those of theirs but for some that say that an item was modified. */
    static boolean differOnlyInUnchanged(Object theirs, Object ours) {
        List<@Nullable Object> all = Json.list(Json.object(theirs).get("Records"));
        List<@Nullable Object> some = Json.list(Json.object(ours).get("Records"));
        int next = 0;
        for (Object record : all) {
            if (next < some.size() && record != null && record.equals(some.get(next))) {
                next++;
            } else if (!"MODIFY".equals(Json.object(record).get("eventName"))) {
                return false;
            }
        }
        return next == some.size() && withoutRecords(theirs).equals(withoutRecords(ours));
    }

    private static Map<String, @Nullable Object> withoutRecords(Object response) {
        Map<String, @Nullable Object> rest = new java.util.TreeMap<>(Json.object(response));
        rest.remove("Records");
        return rest;
    }
}
