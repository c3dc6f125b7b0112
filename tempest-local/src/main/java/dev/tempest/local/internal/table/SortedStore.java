package dev.tempest.local.internal.table;

import dev.tempest.local.internal.value.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Items in the order of their keys, and as they were a while ago where readers may lag behind. Its table's lock guards it. */
final class SortedStore {
    private final TreeMap<Key, Item> items = new TreeMap<>();
    private final Deque<Change> changes = new ArrayDeque<>();
    private long bytes;

    private record Change(Instant at, Key key, @Nullable Item before) {}

    int size() {
        return items.size();
    }

    long bytes() {
        return bytes;
    }

    @Nullable Item get(Key key) {
        return items.get(key);
    }

    /** Stores the item, or removes what is there if it is null. What it replaces is kept for as long as readers may lag. */
    void put(Key key, @Nullable Item item, Instant now, Duration lag) {
        Item before = item == null ? items.remove(key) : items.put(key, item);
        bytes += (item == null ? 0 : item.size()) - (before == null ? 0 : before.size());
        if (lag.isZero()) {
            changes.clear();
            return;
        }
        Instant oldest = now.minus(lag);
        while (!changes.isEmpty() && !changes.getFirst().at().isAfter(oldest)) {
            changes.removeFirst();
        }
        changes.addLast(new Change(now, key, before));
    }

    /** The items as they were at this time, or are now if nothing has changed since. */
    NavigableMap<Key, Item> asOf(Instant time) {
        if (changes.isEmpty() || !changes.getLast().at().isAfter(time)) {
            return items;
        }
        TreeMap<Key, Item> before = new TreeMap<>(items);
        for (var newest = changes.descendingIterator(); newest.hasNext(); ) {
            Change change = newest.next();
            if (!change.at().isAfter(time)) {
                break;
            }
            if (change.before() == null) {
                before.remove(change.key());
            } else {
                before.put(change.key(), change.before());
            }
        }
        return before;
    }

    NavigableMap<Key, Item> now() {
        return items;
    }
}
