package dev.tempest.soak.history;

import dev.tempest.soak.history.Operation.Application;
import dev.tempest.soak.history.Operation.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
    private final List<Change> changes;
    private final Map<Integer, Role> roles = new HashMap<>();
    private final Network network;
    private final Report report;
    /** The operations that created the item twice. */
    private final Set<Integer> createdTwice = new HashSet<>();

    ItemCheck(String key, List<Change> changes, Collection<Role> roles, Network network, Report report) {
        this.key = key;
        this.changes = changes;
        this.network = network;
        this.report = report;
        roles.forEach(role -> this.roles.put(role.operation().number(), role));
    }

    void checkWrites() {
        State stored = null;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            if (!Objects.equals(change.before(), stored)) {
                find(Violation.BROKEN_STREAM, null, i, "a change of " + change.before() + " follows on " + stored);
            }
            stored = change.after();
            if (stored != null && !added(i, change, stored) && !appended(i, change, stored)) {
                find(Violation.UNEXPLAINED, null, i, "nobody meant to make this change");
            }
        }
    }

    void checkDeletes() {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).after() == null) {
                deleted(i, changes.get(i));
            }
        }
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

    /** Whoever has read what was deleted did it, if it may have; else somebody who has read something older. */
    private void deleted(int i, Change change) {
        State before = change.before();
        String digest = State.digestOf(before);
        List<Role> deletes = roles.values().stream()
                .filter(role -> role.part().action() == Action.DELETE
                        && lastIndexOf(role.part().base(), i) >= 0)
                .sorted(Comparator.comparing(role -> unlikeliness(role, digest)))
                .toList();
        for (Role role : deletes) {
            if (role.part().base().equals(digest)) {
                applied(role, i, before == null ? null : excuseOfBase(before, role));
                return;
            }
            int read = lastIndexOf(role.part().base(), i);
            Documented excuse = null;
            if (role.part().guard() == Guard.NUMBER && wasDeletedBetween(read, i)) {
                excuse = Documented.NUMBER_CAME_AGAIN;
            } else if (before != null && createdTwice.contains(before.first())) {
                excuse = Documented.AFTER_CREATED_TWICE;
            }
            boolean again =
                    excuse != null && network.isAmbiguous(role.operation().number());
            boolean once = role.applications().isEmpty() && role.outcome().most() > 0;
            if (again || once) {
                if (excuse == null) {
                    find(Violation.UNDONE, role, i, undone(before, null));
                }
                applied(role, i, excuse);
                return;
            }
        }
        find(Violation.UNEXPLAINED, null, i, "nobody who deleted had read what was deleted");
    }

    private int unlikeliness(Role role, String deleted) {
        if (role.outcome() == Outcome.DONE && !role.returned().equals(Part.UNREAD)) {
            // It was told what it deleted. If nobody was told of this, a wrong result comes to light all the same.
            return !role.returned().equals(deleted) ? 7 : role.applications().isEmpty() ? -3 : 6;
        }
        boolean meant = role.part().base().equals(deleted);
        boolean mayBe = role.outcome().most() > 0;
        boolean mayBeOwnTry = !role.operation().intent().exact()
                && network.isAmbiguous(role.operation().number());
        if (role.isLeftElsewhere()) {
            return meant ? -2 : -1;
        } else if (!role.applications().isEmpty() || role.isMissingElsewhere()) {
            return 6;
        } else if (meant && mayBe) {
            return role.outcome().least() > 0 ? 0 : 1;
        } else if (meant) {
            return mayBeOwnTry ? 2 : 4;
        }
        return role.outcome().least() > 0 ? 3 : 5;
    }

    private void applied(Role role, int i, @Nullable Documented excuse) {
        if (excuse != null) {
            report.count(excuse);
        }
        role.applications().add(new Application(i, changes.get(i), excuse));
    }

    /** Whether the role made the item before, by a plain write, and somebody deleted it since. */
    private boolean isSecondLife(Role role, int i) {
        return !role.applications().isEmpty()
                && !role.operation().intent().transactional()
                && network.isAmbiguous(role.operation().number())
                && wasDeletedBetween(role.applications().get(0).index(), i);
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
                ? lastIndexOfOperations(base, i)
                : lastIndexOf(base.digest(), i);
        return role.part().guard() == Guard.NUMBER && read >= 0 && wasDeletedBetween(read, i)
                ? Documented.NUMBER_CAME_AGAIN
                : null;
    }

    /** Of what was read, a write of differences leaves the operations only: the total is that of the item's next life. */
    private int lastIndexOfOperations(State base, int before) {
        for (int i = before - 1; i >= 0; i--) {
            State state = changes.get(i).after();
            if (state != null && state.hasOperationsOf(base)) {
                return i;
            }
        }
        return -1;
    }

    private int lastIndexOf(String digest, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (State.digestOf(changes.get(i).after()).equals(digest)) {
                return i;
            }
        }
        return -1;
    }

    private boolean wasDeletedBetween(int from, int to) {
        return changes.subList(from + 1, to).stream().anyMatch(change -> change.after() == null);
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
