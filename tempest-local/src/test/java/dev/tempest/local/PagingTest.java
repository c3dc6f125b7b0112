package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PagingTest {
    private static final int ITEMS = 12;
    private static final Local LOCAL = filled();

    private static Local filled() {
        Local local = Local.withEvents();
        for (int i = 0; i < ITEMS; i++) {
            // Some share their values of the index keys.
            local.put("events", """
                    {'pk': {'S': 'p%d'}, 'sk': {'N': '%d'}, 'g': {'S': 'g'}, 'l': {'S': 'l%d'}, 'i': {'N': '%d'}}""".formatted(i / 8, i, i / 3, i));
        }
        return local;
    }

    @Property(tries = 60)
    void everyPageSizeGivesEachItemOfAQueryOnceAndInOrder(
            @ForAll @IntRange(min = 1, max = 9) int size, @ForAll boolean forward, @ForAll boolean onIndex) {
        String query = """
                {'TableName': 'events', 'KeyConditionExpression': 'pk = :p',
                 'ExpressionAttributeValues': {':p': {'S': 'p0'}}, 'ScanIndexForward': %s, 'Limit': %d%s""".formatted(forward, size, onIndex ? ", 'IndexName': 'local'" : "");
        List<Integer> expected = new ArrayList<>(IntStream.range(0, 8).boxed().toList());
        if (!forward) {
            Collections.reverse(expected);
        }

        assertThat(pages("Query", query)).isEqualTo(expected);
    }

    @Property(tries = 60)
    void everyPageSizeAndNumberOfSegmentsGivesEachItemOfAScanOnce(
            @ForAll @IntRange(min = 1, max = 14) int size,
            @ForAll @IntRange(min = 1, max = 5) int segments,
            @ForAll @IntRange(max = 2) int index) {
        List<Integer> all = new ArrayList<>();
        for (int segment = 0; segment < segments; segment++) {
            all.addAll(pages(
                    "Scan",
                    "{'TableName': 'events', 'Limit': %d, 'Segment': %d, 'TotalSegments': %d%s"
                            .formatted(
                                    size,
                                    segment,
                                    segments,
                                    List.of("", ", 'IndexName': 'local'", ", 'IndexName': 'global'")
                                            .get(index))));
        }

        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ITEMS).boxed().toList());
    }

    /** The sort keys of all items of all pages. */
    private static List<Integer> pages(String operation, String request) {
        List<Integer> sortKeys = new ArrayList<>();
        String start = "";
        do {
            JsonObject page = LOCAL.json(operation, request + start + "}");
            for (JsonObject item : page.structures("Items")) {
                sortKeys.add(Integer.valueOf(item.structure("sk").string("N")));
            }
            JsonObject last = page.structure("LastEvaluatedKey");
            start = last == null
                    ? ""
                    : ", 'ExclusiveStartKey': "
                            + new String(JsonWriter.bytes(out -> out.json(last)), StandardCharsets.UTF_8);
        } while (!start.isEmpty());
        return sortKeys;
    }
}
