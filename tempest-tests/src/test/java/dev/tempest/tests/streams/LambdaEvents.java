package dev.tempest.tests.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records of events as Lambda hands them to a function that takes maps. */
final class LambdaEvents {
    private LambdaEvents() {}

    static Map<String, Object> created() {
        Map<String, Object> image = Map.of(
                "pk", Map.of("S", "ALBUM#a"),
                "sk", Map.of("S", "INFO"),
                "title", Map.of("S", "Harbour Lights"),
                "plays", Map.of("N", "7"),
                "version", Map.of("N", "1"));
        return Map.of(
                "eventID", "c4ca4238a0b923820dcc509a6f75849b",
                "eventName", "INSERT",
                "eventVersion", "1.1",
                "eventSource", "aws:dynamodb",
                "awsRegion", "us-east-1",
                "dynamodb",
                        Map.of(
                                "Keys",
                                Map.of("pk", Map.of("S", "ALBUM#a"), "sk", Map.of("S", "INFO")),
                                "NewImage",
                                image,
                                "ApproximateCreationDateTime",
                                1428537600,
                                "SequenceNumber",
                                "4421584500000000017450439091",
                                "SizeBytes",
                                26,
                                "StreamViewType",
                                "NEW_AND_OLD_IMAGES"),
                "eventSourceARN", "arn:aws:dynamodb:us-east-1:123456789012:table/music/stream/2015-06-27T00:48:05.899");
    }

    /** The same map once for each member at any depth, which is another value then. */
    static List<Map<String, Object>> eachMemberReplaced(Map<String, Object> map, @Nullable Object other) {
        List<Map<String, Object>> all = new ArrayList<>();
        map.forEach((name, value) -> {
            all.add(with(map, name, other));
            if (value instanceof Map<?, ?> nested) {
                @SuppressWarnings("unchecked")
                Map<String, Object> inner = (Map<String, Object>) nested;
                eachMemberReplaced(inner, other).forEach(changed -> all.add(with(map, name, changed)));
            }
        });
        return all;
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(map);
        changed.put(name, value);
        return changed;
    }
}
