package dev.tempest.tests.regions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What must become of lists that several Regions append to, if the last writer wins: computed by hand, without the engine and the
 * library. A write is a whole list, and its number says when it was made.
 */
final class LastWriterWins {
    record Write(int number, String region, List<String> tracks) {}

    /** A change that is in no Region in the end, and the write that overwrote it without having seen it. */
    record Loss(String track, Write by) {}

    private record Sent(String from, String to, String item, Write write) {}

    private final List<String> regions;
    private final Map<String, Map<String, Write>> stored = new HashMap<>();
    private final Deque<Sent> pending = new ArrayDeque<>();
    private final Map<String, Write> made = new LinkedHashMap<>();
    private final Map<String, String> items = new HashMap<>();
    private int number;

    LastWriterWins(List<String> regions, Set<String> tokens) {
        this.regions = regions;
        regions.forEach(region -> {
            Map<String, Write> there = new HashMap<>();
            tokens.forEach(token -> there.put(token, new Write(0, "", List.of())));
            stored.put(region, there);
        });
    }

    void append(String region, String item, String track) {
        List<String> tracks = new ArrayList<>(tracks(region, item));
        tracks.add(track);
        Write write = new Write(++number, region, List.copyOf(tracks));
        stored.get(region).put(item, write);
        made.put(track, write);
        items.put(track, item);
        for (String other : regions) {
            if (!other.equals(region)) {
                pending.add(new Sent(region, other, item, write));
            }
        }
    }

    void replicate(String from, String to) {
        for (Sent sent : List.copyOf(pending)) {
            if (sent.from().equals(from) && sent.to().equals(to)) {
                pending.remove(sent);
                stored.get(to)
                        .merge(
                                sent.item(),
                                sent.write(),
                                (old, arrived) -> arrived.number() > old.number() ? arrived : old);
            }
        }
    }

    List<String> tracks(String region, String item) {
        return stored.get(region).get(item).tracks();
    }

    /** Once all is replicated: what is nowhere, and why. */
    List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        made.forEach((track, write) -> {
            String item = items.get(track);
            if (!tracks(regions.get(0), item).contains(track)) {
                Write winner = made.values().stream()
                        .filter(later -> later.number() > write.number()
                                && items.get(later.tracks().get(later.tracks().size() - 1))
                                        .equals(item)
                                && !later.tracks().contains(track))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Nothing overwrote " + track));
                losses.add(new Loss(track, winner));
            }
        });
        return losses;
    }
}
