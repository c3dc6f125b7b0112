package dev.tempest.local.internal.operation.table;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.request.Constraints;
import dev.tempest.local.internal.stream.StreamView;
import org.jspecify.annotations.Nullable;

/** A StreamSpecification; without a view if it turns the stream off. */
record StreamSpec(@Nullable StreamView view) {
    private static final String FIELD = "StreamSpecification";

    static void check(JsonObject request, Constraints constraints) {
        JsonObject spec = request.structure(FIELD);
        if (spec != null) {
            constraints.notNull("streamSpecification.streamEnabled", spec.bool("StreamEnabled"));
            constraints.oneOf(
                    "streamSpecification.streamViewType",
                    spec.string("StreamViewType"),
                    "NEW_AND_OLD_IMAGES",
                    "OLD_IMAGE",
                    "NEW_IMAGE",
                    "KEYS_ONLY");
        }
    }

    static @Nullable StreamSpec ofNewTable(JsonObject request) {
        return of(request, "Table is being created with a stream disabled");
    }

    static @Nullable StreamSpec of(JsonObject request) {
        return of(request, "Stream is being disabled");
    }

    private static @Nullable StreamSpec of(JsonObject request, String disabled) {
        JsonObject spec = request.structure(FIELD);
        if (spec == null) {
            return null;
        }
        String view = spec.string("StreamViewType");
        if (!spec.flag("StreamEnabled")) {
            if (view != null) {
                throw ServiceException.invalidParameter(disabled + ", UpdateViewType should not be specified");
            }
            return new StreamSpec(null);
        }
        if (view == null) {
            throw ServiceException.invalidParameter("UpdateViewType is required when stream is enabled");
        }
        return new StreamSpec(StreamView.valueOf(view));
    }
}
