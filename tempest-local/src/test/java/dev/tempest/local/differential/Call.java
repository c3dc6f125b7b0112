package dev.tempest.local.differential;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request. Its text may hold references such as {@code @stream:NAME}, which stand for what the engine that it is sent to
 * has returned before.
 *
 * @param wholly whether the pages that follow are read, too, and compared as one
 */
record Call(String operation, String json, boolean wholly) {
    static Call of(String operation, Map<String, @Nullable Object> request) {
        return new Call(operation, Json.write(request), false);
    }

    static Call wholly(String operation, Map<String, @Nullable Object> request) {
        return new Call(operation, Json.write(request), true);
    }

    Map<String, @Nullable Object> request() {
        return Json.object(Json.parse(json));
    }
}
