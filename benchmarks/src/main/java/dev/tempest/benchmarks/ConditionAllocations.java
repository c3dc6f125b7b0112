package dev.tempest.benchmarks;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;

import dev.tempest.Condition;
import dev.tempest.benchmarks.Allocations.Repeated;
import dev.tempest.benchmarks.Work.Operation;
import dev.tempest.benchmarks.models.TrackRecord;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How many bytes a condition of three terms allocates, typed and as the SDK's {@link Expression} written by hand. */
public final class ConditionAllocations {
    static final String SAVE = "save";
    static final String SAVE_BY_HAND = "save on Expression";
    static final String SAVE_TYPED = "save on typed condition";
    static final String MAKE_BY_HAND = "make Expression";
    static final String MAKE_TYPED = "make typed condition";

    private ConditionAllocations() {}

    /** Prints each as a line of CSV. For a JVM that compiles nothing, as in {@link Allocations}. */
    public static void main(String[] args) {
        InlineView<TrackRecord.Key, TrackRecord> tracks = LogicalDb.create(MusicDb.class, Clients.enhanced())
                .trackRecords()
                .tracks();
        Map<String, Operation> operations = new LinkedHashMap<>();
        operations.put(SAVE, () -> tracks.save(Calls.TRACK));
        operations.put(SAVE_BY_HAND, () -> tracks.save(Calls.TRACK, byHand()));
        operations.put(SAVE_TYPED, () -> tracks.save(Calls.TRACK, typed()));
        operations.put(MAKE_BY_HAND, ConditionAllocations::byHand);
        operations.put(MAKE_TYPED, ConditionAllocations::typed);
        operations.forEach((name, operation) -> {
            Repeated repeated = new Repeated(operation, 20);
            repeated.bytesForOne(); // what is only done once
            System.out.println(name + "," + repeated.bytesForOne());
        });
    }

    private static Condition<TrackRecord> typed() {
        return attr(TrackRecord::title)
                .eq("title of Late Night Transmissions")
                .and(number(TrackRecord::seconds).gt(100L))
                .and(text(TrackRecord::title).beginsWith("title"));
    }

    private static Expression byHand() {
        return Expression.builder()
                .expression("#title = :title AND #seconds > :seconds AND begins_with(#title, :prefix)")
                .putExpressionName("#title", "title")
                .putExpressionName("#seconds", "seconds")
                .putExpressionValue(":title", AttributeValue.fromS("title of Late Night Transmissions"))
                .putExpressionValue(":seconds", AttributeValue.fromN(Long.toString(100L)))
                .putExpressionValue(":prefix", AttributeValue.fromS("title"))
                .build();
    }
}
