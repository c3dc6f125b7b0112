package dev.tempest.local.internal.stream;

import dev.tempest.local.internal.json.JsonWriter;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import dev.tempest.local.internal.value.ValueWriter;
import dev.tempest.local.internal.value.Values;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of an item. */
public record StreamRecord(
        long sequence,
        Instant at,
        Map<String, AttributeValue> keys,
        @Nullable Item before,
        @Nullable Item after,
        boolean byTimeToLive) {

    String eventName() {
        if (before == null) {
            return "INSERT";
        }
        return after == null ? "REMOVE" : "MODIFY";
    }

    void write(JsonWriter out, String region, StreamView view) {
        Item oldImage = view.old() ? before : null;
        Item newImage = view.young() ? after : null;
        int size = Values.size(keys) + size(oldImage) + size(newImage);
        out.beginObject();
        out.field(
                "eventID",
                new UUID(0x7E3B_0000_0000_4000L, 0x8000_0000_0000_0000L | sequence)
                        .toString()
                        .replace("-", ""));
        out.field("eventName", eventName());
        out.field("eventVersion", "1.1");
        out.field("eventSource", "aws:dynamodb");
        out.field("awsRegion", region);
        out.beginObject("dynamodb");
        // The service gives this time in whole seconds.
        out.field("ApproximateCreationDateTime", (double) at.getEpochSecond());
        ValueWriter.attributes(out, "Keys", keys);
        if (newImage != null) {
            ValueWriter.attributes(out, "NewImage", newImage.attributes());
        }
        if (oldImage != null) {
            ValueWriter.attributes(out, "OldImage", oldImage.attributes());
        }
        out.field("SequenceNumber", TableStream.sequenceNumber(sequence));
        out.field("SizeBytes", size);
        out.field("StreamViewType", view.name());
        out.endObject();
        if (byTimeToLive) {
            out.object("userIdentity", () -> {
                out.field("Type", "Service");
                out.field("PrincipalId", "dynamodb.amazonaws.com");
            });
        }
        out.endObject();
    }

    private static int size(@Nullable Item image) {
        return image == null ? 0 : image.size();
    }
}
