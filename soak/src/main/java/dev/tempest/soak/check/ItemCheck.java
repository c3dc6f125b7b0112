package dev.tempest.soak.check;

import dev.tempest.soak.check.Operation.Application;
import dev.tempest.soak.check.Operation.Role;
import dev.tempest.soak.history.Action;
import dev.tempest.soak.history.Change;
import dev.tempest.soak.history.Guard;
import dev.tempest.soak.history.Network;
import dev.tempest.soak.history.Outcome;
import dev.tempest.soak.history.State;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds for each change of one item who made it, and what it undid. */
final class ItemCheck {
    private final String key;
    private final ItemHistory history;
    private final Map<Integer, Role> roles = new HashMap<>();
    private final Network network;
    private final Report report;
    /** The operations that created the item twice. */
    private final Set<Integer> createdTwice = new HashSet<>();

    ItemCheck(String key, List<Change> changes, Collection<Role> roles, Network network, Report report) {
        this.key = key;
        this.history = new ItemHistory(changes);
        this.network = network;
        this.report = report;
        roles.forEach(role -> this.roles.put(role.operation().number(), role));
    }

    void checkWrites() {
        State stored = null;
        for (int i = 0; i < history.size(); i++) {
            Change change = history.at(i);
            if (!Objects.equals(change.before(), stored)) {
                find(Violation.BROKEN_STREAM, null, i, "a change of " + change.before() + " follows on " + stored);
            }
            stored = change.after();
            if (stored != null && !added(i, change, stored) && !appended(i, change, stored)) {
                find(Violation.UNEXPLAINED, null, i, "nobody meant to make this change");
            }
        }
    }

    void noteIdleDeletes() {
        deletes().noteIdle();
    }

    void checkDeletes() {
        Deletes deletes = deletes();
        Map<Integer, Role> deleters = deletes.roles();
        for (int i = 0; i < history.size(); i++) {
            State before = history.at(i).before();
            Role role = deleters.get(i);
            if (history.at(i).after() != null) {
                continue;
            }
            if (role == null) {
                find(Violation.UNEXPLAINED, null, i, "nobody who deleted had read what was deleted");
            } else if (role.part().base().equals(State.digestOf(before))) {
                applied(role, i, before == null ? null : excuseOfBase(before, role));
            } else {
                Documented excuse = deletes.excuse(role, i);
                if (excuse == null) {
                    find(Violation.UNDONE, role, i, undone(before, null));
                }
                applied(role, i, excuse);
            }
        }
    }

    private Deletes deletes() {
        return new Deletes(history, roles.values(), network, createdTwice);
    }

    private boolean added(int i, Change change, State after) {
        State before = change.before() == null ? new State(new int[0], 0, 0) : change.before();
        long delta = after.total() - before.total();
        if (!after.hasOperationsOf(before) || delta <= 0 || delta > Integer.MAX_VALUE) {
            return false;
        }
        Role role = roles.get((int) delta);
        if (role == null) {
            return false;
        }
        long second = after.second() - before.second();
        boolean fits = switch (role.part().action()) {
            case ADD -> second == 0;
            case ADD_TWO -> second == delta;
            default -> false;
        };
        if (fits) {
            applied(role, i, null);
        }
        return fits;
    }

    private boolean appended(int i, Change change, State after) {
        Role role = roles.get(after.last());
        if (role == null || role.part().action() != Action.APPEND) {
            return false;
        }
        State base = after.beforeLast();
        State before = change.before();
        if (before == null && base.digest().equals(State.digest(0, 0, 0, 0))) {
            Documented excuse = isSecondLife(role, i) ? Documented.CREATED_TWICE : null;
            if (excuse != null) {
                createdTwice.add(after.last());
            }
            applied(role, i, excuse);
        } else if (base.equals(before)) {
            applied(role, i, excuseOfBase(base, role));
        } else {
            Documented excuse = excuse(role, base, i);
            if (excuse == null) {
                find(Violation.UNDONE, role, i, undone(before, after));
            }
            applied(role, i, excuse);
        }
        return true;
    }

    private void applied(Role role, int i, @Nullable Documented excuse) {
        if (excuse != null) {
            report.count(excuse);
        }
        role.applications().add(new Application(i, history.at(i), excuse));
    }

    /** Whether the role made the item before, by a plain write, and somebody deleted it since. */
    private boolean isSecondLife(Role role, int i) {
        return !role.applications().isEmpty()
                && !role.operation().intent().transactional()
                && network.isAmbiguous(role.operation().number())
                && history.wasDeletedBetween(role.applications().get(0).index(), i);
    }

    private @Nullable Documented excuseOfBase(State base, Role role) {
        return createdTwice.contains(base.first()) && !role.applications().isEmpty()
                ? Documented.AFTER_CREATED_TWICE
                : null;
    }

    private @Nullable Documented excuse(Role role, State base, int i) {
        if (createdTwice.contains(base.first())) {
            return Documented.AFTER_CREATED_TWICE;
        }
        int read = role.operation().intent().kind().writesDifferences()
                ? history.lastIndexOfOperations(base, i)
                : history.lastIndexOf(base.digest(), i);
        return role.part().guard() == Guard.NUMBER && read >= 0 && history.wasDeletedBetween(read, i)
                ? Documented.NUMBER_CAME_AGAIN
                : null;
    }

    private String undone(@Nullable State before, @Nullable State after) {
        if (before == null) {
            return "the item had been deleted, and came back";
        }
        int[] lost = after == null ? before.withoutThoseOf(new State(new int[0], 0, 0)) : before.withoutThoseOf(after);
        long acknowledged = Arrays.stream(lost)
                .filter(operation -> {
                    Role role = roles.get(operation);
                    return role != null && role.outcome() == Outcome.DONE;
                })
                .count();
        long sum = after == null ? before.total() : before.total() - after.total();
        return "removes " + lost.length + " writes (" + acknowledged + " of them acknowledged) " + Arrays.toString(lost)
                + (sum == 0 ? "" : " and " + sum + " of the total");
    }

    private void find(Violation violation, @Nullable Role role, int i, String text) {
        report.find(new Finding(
                violation,
                role == null ? 0 : role.operation().number(),
                key,
                role == null ? "" : role.operation().describe(),
                "at change " + i + ": " + text));
    }
}
