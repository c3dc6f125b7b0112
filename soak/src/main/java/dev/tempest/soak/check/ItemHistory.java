package dev.tempest.soak.check;

import dev.tempest.soak.history.Change;
import dev.tempest.soak.history.State;
import java.util.List;

/** The changes of one item, one after another. */
record ItemHistory(List<Change> changes) {
    Change at(int i) {
        return changes.get(i);
    }

    int size() {
        return changes.size();
    }

    /** The last change before another one that left what was read; -1 for none. */
    int lastIndexOf(String digest, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (State.digestOf(changes.get(i).after()).equals(digest)) {
                return i;
            }
        }
        return -1;
    }

    /** Of what was read, a write of differences leaves the operations only: the total is that of the item's next life. */
    int lastIndexOfOperations(State base, int before) {
        for (int i = before - 1; i >= 0; i--) {
            State state = changes.get(i).after();
            if (state != null && state.hasOperationsOf(base)) {
                return i;
            }
        }
        return -1;
    }

    boolean wasDeletedBetween(int from, int to) {
        return changes.subList(from + 1, to).stream().anyMatch(change -> change.after() == null);
    }
}
