package dev.tempest.soak.check;

import dev.tempest.soak.check.Operation.Role;
import dev.tempest.soak.history.Action;
import dev.tempest.soak.history.Guard;
import dev.tempest.soak.history.Network;
import dev.tempest.soak.history.Outcome;
import dev.tempest.soak.history.Part;
import dev.tempest.soak.history.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds who deleted an item each time. A delete leaves nothing in its item, and several may have read what is deleted; so
 * this takes, of all ways to explain all deletions together, one with the fewest violations.
 */
public final class Deletes {
    private static final long VIOLATION = 1_000_000;

    /** Somebody who is to blame tells more than nobody. */
    private static final long NOBODY = VIOLATION * 3 / 2;

    /** How many further tries of one call may delete. */
    private static final int FURTHER_TRIES = 4;

    private final ItemHistory history;
    private final Network network;
    private final Set<Integer> createdTwice;
    private final List<Slot> slots = new ArrayList<>();

    /**
     * That a role deletes once.
     *
     * @param further whether it has deleted before, by an earlier try of the same call
     */
    private record Slot(Role role, boolean further) {}

    /** @param createdTwice the operations that created the item twice */
    Deletes(ItemHistory history, Collection<Role> roles, Network network, Set<Integer> createdTwice) {
        this.history = history;
        this.network = network;
        this.createdTwice = createdTwice;
        for (Role role : roles) {
            if (role.part().action() == Action.DELETE) {
                slots.add(new Slot(role, false));
                // DynamoDB knows a further try of a transaction.
                boolean mayBeSentAgain =
                        isAmbiguous(role) && !role.operation().intent().transactional();
                for (int i = 0; mayBeSentAgain && i < FURTHER_TRIES; i++) {
                    slots.add(new Slot(role, true));
                }
            }
        }
    }

    /** Notes of each role whether it can have deleted the item at all, for the other deletes of its transaction. */
    void noteIdle() {
        for (Slot slot : slots) {
            if (!slot.further()) {
                slot.role().setIdle(deletions().allMatch(i -> cost(slot, i) == Assignment.NEVER));
            }
        }
    }

    /** Who made each change that deletes, by the change's index; those that nobody can have made are left out. */
    Map<Integer, Role> roles() {
        int[] deletions = deletions().toArray();
        long[][] costs = new long[deletions.length][slots.size() + deletions.length];
        for (int row = 0; row < deletions.length; row++) {
            for (int column = 0; column < costs[row].length; column++) {
                costs[row][column] = column < slots.size() ? cost(slots.get(column), deletions[row]) : NOBODY;
            }
        }
        int[] columns = Assignment.cheapest(costs);
        Map<Integer, Role> roles = new HashMap<>();
        for (int row = 0; row < deletions.length; row++) {
            if (columns[row] < slots.size()) {
                roles.put(deletions[row], slots.get(columns[row]).role());
            }
        }
        return roles;
    }

    private IntStream deletions() {
        return IntStream.range(0, history.size()).filter(i -> history.at(i).after() == null);
    }

    /** Why somebody could delete at a change what he had not read; null if he must not. */
    @Nullable Documented excuse(Role role, int i) {
        State before = history.at(i).before();
        int read = history.lastIndexOf(role.part().base(), i);
        if (role.part().guard() == Guard.NUMBER && read >= 0 && history.wasDeletedBetween(read, i)) {
            return Documented.NUMBER_CAME_AGAIN;
        }
        return before != null && createdTwice.contains(before.first()) ? Documented.AFTER_CREATED_TWICE : null;
    }

    private long cost(Slot slot, int i) {
        Role role = slot.role();
        if (history.lastIndexOf(role.part().base(), i) < 0) {
            return Assignment.NEVER;
        }
        String deleted = State.digestOf(history.at(i).before());
        boolean meant = role.part().base().equals(deleted);
        boolean mayBe = role.outcome().most() > 0;
        Documented excuse = meant ? null : excuse(role, i);
        boolean stale = !meant && excuse == null;
        if (slot.further() ? stale : !meant && !mayBe && (stale || !isAmbiguous(role))) {
            return Assignment.NEVER;
        }
        long cost = unlikeliness(role, deleted, meant, slot.further());
        boolean isDenied = meant && !mayBe && NotDone.excuse(role, 1, network) == null;
        if (stale || isDenied) {
            cost += VIOLATION;
        }
        if (!slot.further()) {
            boolean isWrongResult = isTold(role) && !role.returned().equals(deleted);
            if (isWrongResult && excuse != Documented.NUMBER_CAME_AGAIN) {
                cost += VIOLATION;
            }
            if (role.outcome().least() > 0 || role.isLeftElsewhere()) {
                cost -= VIOLATION;
            }
            if (role.isMissingElsewhere()) {
                cost += VIOLATION;
            }
        }
        return cost;
    }

    /** Decides where no violation does. */
    private int unlikeliness(Role role, String deleted, boolean meant, boolean further) {
        if (isTold(role) && !further) {
            return role.returned().equals(deleted) ? 0 : 7;
        } else if (!meant || further) {
            return role.outcome().least() > 0 ? 4 : 6;
        } else if (role.outcome().most() == 0) {
            return NotDone.excuse(role, 1, network) == null ? 5 : 3;
        }
        return role.outcome().least() > 0 ? 1 : 2;
    }

    /** Whether the worker was told what it deleted. */
    private static boolean isTold(Role role) {
        return role.outcome() == Outcome.DONE && !role.returned().equals(Part.UNREAD);
    }

    private boolean isAmbiguous(Role role) {
        return network.isAmbiguous(role.operation().number());
    }
}
