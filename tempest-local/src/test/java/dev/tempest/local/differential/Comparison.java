package dev.tempest.local.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares responses to the same requests, and counts what the requests came to. */
final class Comparison {
    private static final int SHOWN = 6000;
    private static final int MESSAGE = 260;

    private final Differences differences;
    private final Outcomes outcomes = new Outcomes();
    private final List<String> unsettled = new ArrayList<>();
    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private int different;
    private int differentMessages;
    private final Cleanup cleanup = new Cleanup();

    /** @param recorded whether one side is the recording */
    Comparison(boolean recorded) {
        differences = Differences.read(recorded);
    }

    /**
     * Compares two responses.
     *
     * @return the requests that make both engines' state the same again
     */
    List<Call> compare(Call call, Map<String, @Nullable Object> theirs, Map<String, @Nullable Object> ours) {
        outcomes.count(call.operation(), ours);
        cleanup.note(call, theirs);
        if (differences.isStored(call, theirs, ours)) {
            return cleanup.after(call, false, false);
        }
        if (theirs.equals(ours) || cleanup.hasChangedStreamOf(call)) {
            return List.of();
        }
        if (!differences.settle(call, theirs, ours)) {
            boolean onlyMessage =
                    theirs.containsKey("error") && theirs.get("error").equals(ours.get("error"));
            if (onlyMessage) {
                differentMessages++;
            } else {
                different++;
            }
            String kind = call.operation() + " theirs: " + kind(theirs) + " ours: " + kind(ours);
            if (kinds.merge(kind, 1, Integer::sum) <= 6) {
                unsettled.add(call.operation() + " " + shortened(call.json(), SHOWN) + "\n  theirs "
                        + shortened(Json.write(theirs), SHOWN) + "\n  ours   " + shortened(Json.write(ours), SHOWN));
            }
        }
        return cleanup.after(call, theirs.containsKey("error"), ours.containsKey("error"));
    }

    private static String kind(Map<String, @Nullable Object> response) {
        return response.containsKey("error")
                ? response.get("error") + ": " + shortened(String.valueOf(response.get("message")), MESSAGE)
                : "success";
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "...";
    }

    /** How many responses differ in more than an error's message, which is not settled. */
    int different() {
        return different;
    }

    /** How many errors differ in their messages only: those of requests with several faults, of which each engine reports one. */
    int differentMessages() {
        return differentMessages;
    }

    /** Some of the differences that are not settled. */
    List<String> unsettled() {
        return unsettled;
    }

    Map<String, Integer> unsettledKinds() {
        return kinds;
    }

    Differences differences() {
        return differences;
    }

    Outcomes outcomes() {
        return outcomes;
    }
}
