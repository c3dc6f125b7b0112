package dev.tempest.soak.check;

import dev.tempest.soak.check.Operation.Role;
import dev.tempest.soak.history.Action;
import dev.tempest.soak.history.Change;
import dev.tempest.soak.history.Ending;
import dev.tempest.soak.history.Guard;
import dev.tempest.soak.history.Intent;
import dev.tempest.soak.history.Kind;
import dev.tempest.soak.history.Network;
import dev.tempest.soak.history.Outcome;
import dev.tempest.soak.history.Part;
import dev.tempest.soak.history.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares what workers were told with what was stored.
 *
 * <p>Each operation leaves a number of its own in the item: appended to a list, or added to a total. A write is right if
 * what it leaves is what it has read and its number, and nothing else; so whoever removes another's number has written
 * over something that it did not know.
 */
public final class Checker {
    /** What the note of each item begins with; a message that holds it shows stored values. */
    public static final String PLANTED = "planted-";

    /** What a message says if a write that is reported as not done may be stored by an earlier try. */
    public static final String WARNING = "the SDK sent it ";

    /** What the way of an operation through SDK 1.x begins with, whose messages have no {@link #WARNING}. */
    public static final String SDK_1 = "v1";

    private final Network network;
    private final Map<Integer, Operation> operations = new HashMap<>();
    private final Map<String, List<Change>> histories = new HashMap<>();

    /** Begins with nothing. */
    public Checker(Network network) {
        this.network = network;
    }

    /** Takes what a worker was about to do. */
    public void add(Intent intent) {
        operations.put(intent.operation(), new Operation(intent));
    }

    /** Takes what it was told. */
    public void add(Ending ending) {
        Operation operation = operations.get(ending.operation());
        if (operation != null) {
            operation.end(ending);
        }
    }

    /** Takes the next change of an item. */
    public void add(String key, Change change) {
        histories.computeIfAbsent(key, absent -> new ArrayList<>()).add(change);
    }

    /** What is stored after all changes; null for nothing. */
    public @Nullable State last(String key) {
        List<Change> history = histories.get(key);
        return history == null ? null : history.get(history.size() - 1).after();
    }

    /** The keys of all items that were ever stored. */
    public Iterable<String> keys() {
        return histories.keySet();
    }

    /** Compares. */
    public Report check() {
        Report report = new Report(new Stories(histories, operations, network), network);
        Map<String, List<Role>> roles = new HashMap<>();
        for (Operation operation : operations.values()) {
            for (Role role : operation.roles()) {
                role.applications().clear();
                role.setIdle(false);
                roles.computeIfAbsent(role.part().key(), absent -> new ArrayList<>())
                        .add(role);
            }
        }
        List<ItemCheck> items = new ArrayList<>();
        histories.forEach((key, changes) ->
                items.add(new ItemCheck(key, changes, roles.getOrDefault(key, List.of()), network, report)));
        items.forEach(ItemCheck::checkWrites);
        // A delete leaves nothing in its item: who did it is seen by what its transaction did elsewhere, or did not.
        items.forEach(ItemCheck::noteIdleDeletes);
        items.forEach(ItemCheck::checkDeletes);
        operations.values().forEach(operation -> check(operation, report));
        return report;
    }

    private void check(Operation operation, Report report) {
        report.count(operation, network.isAmbiguous(operation.number()));
        operation.roles().forEach(role -> checkCount(role, report));
        operation.roles().forEach(role -> checkResult(role, report));
        checkGroups(operation, report);
        Ending ending = operation.ending();
        if (ending != null) {
            checkConflict(operation, ending, report);
            checkError(operation, ending, report);
        }
    }

    private void checkCount(Role role, Report report) {
        if (role.part().action() == Action.CHECK) {
            return;
        }
        int stored = role.applications().size();
        Outcome outcome = role.outcome();
        if (stored < outcome.least()) {
            find(report, Violation.LOST, role, "acknowledged, and never stored");
        }
        if (Math.min(stored, role.unexcused()) <= outcome.most()) {
            return;
        }
        if (outcome.most() == 0) {
            Documented excuse = NotDone.excuse(role, role.unexcused(), network);
            if (excuse == null) {
                find(report, Violation.STORED_THOUGH_NOT_DONE, role, "reported as " + outcome + ", and stored");
            } else {
                report.count(excuse);
            }
        } else if (NotDone.adds(role)
                && role.part().guard() == Guard.NONE
                && !role.operation().intent().transactional()
                && network.isAmbiguous(role.operation().number())) {
            report.count(Documented.INCREMENT_COUNTED_TWICE);
        } else {
            find(report, Violation.DOUBLED, role, "reported as " + outcome + ", and stored " + stored + " times");
        }
    }

    private static void checkResult(Role role, Report report) {
        String returned = role.returned();
        if (role.outcome() != Outcome.DONE
                || returned.equals(Part.UNREAD)
                || role.applications().isEmpty()) {
            return;
        }
        boolean found = role.applications().stream().anyMatch(application -> {
            State after = application.change().after();
            if (application.excuse() == Documented.NUMBER_CAME_AGAIN) {
                // The library returns what it read, with the differences. What it wrote them to is another life of the
                // item.
                return true;
            }
            return switch (role.part().action()) {
                case APPEND -> State.digestOf(after).equals(returned);
                case ADD, ADD_TWO ->
                    after != null && Long.toString(after.total()).equals(returned);
                case DELETE -> State.digestOf(application.change().before()).equals(returned);
                case CHECK -> true;
            };
        });
        if (!found) {
            find(report, Violation.WRONG_RESULT, role, "returned " + returned + ", which was not stored by it");
        }
    }

    private static void checkGroups(Operation operation, Report report) {
        Map<Integer, Boolean> stored = new HashMap<>();
        for (Role role : operation.roles()) {
            if (role.part().action() != Action.CHECK) {
                boolean isStored = !role.applications().isEmpty();
                Boolean others = stored.putIfAbsent(role.part().group(), isStored);
                if (others != null && others != isStored) {
                    find(report, Violation.TORN, role, "the other items of the transaction tell otherwise");
                    return;
                }
            }
        }
    }

    private void checkConflict(Operation operation, Ending ending, Report report) {
        List<Role> roles = operation.roles();
        if (ending.probes().size() != roles.size()
                || ending.outcomes().stream().anyMatch(outcome -> outcome != Outcome.CONFLICT)) {
            return;
        }
        boolean isAsRead = true;
        boolean cameAgain = false;
        for (int i = 0; i < roles.size(); i++) {
            Part part = roles.get(i).part();
            isAsRead &= part.base().equals(ending.probes().get(i));
            cameAgain |= part.base().equals(State.ABSENT) ? wasEverDeleted(part) : wasRestored(part);
        }
        if (isAsRead && !cameAgain) {
            find(
                    report,
                    Violation.FALSE_CONFLICT,
                    roles.get(0),
                    "what was read is still stored: " + ending.probes() + "; " + ending.error());
        } else if (isAsRead && roles.stream().anyMatch(role -> wasRestored(role.part()))) {
            report.count(Documented.CONFLICT_WITH_WHAT_IS_GONE);
        }
    }

    /** Whether another writer's item may have come and gone. */
    private boolean wasEverDeleted(Part part) {
        return histories.getOrDefault(part.key(), List.of()).stream().anyMatch(change -> change.after() == null);
    }

    /** Whether a write that passed its check in another life of the item, or created it twice, stored this state again. */
    private boolean wasRestored(Part part) {
        return histories.getOrDefault(part.key(), List.of()).stream()
                        .filter(change -> change.after() != null
                                && change.after().digest().equals(part.base()))
                        .count()
                > 1;
    }

    private void checkError(Operation operation, Ending ending, Report report) {
        Role first = operation.roles().get(0);
        if (ending.outcomes().contains(Outcome.UNKNOWN) && !network.isUncertain(operation.number())) {
            if (ending.micros() >= network.patience().toNanos() / 1_000) {
                // So slow a machine is a network that fails.
                report.count(Documented.UNKNOWN_AFTER_WAITING);
            } else if (network.isRepeated(operation.number())) {
                report.count(Documented.UNKNOWN_AFTER_THROTTLING);
            } else {
                find(report, Violation.NOT_REALLY_UNKNOWN, first, ending.error());
            }
        }
        boolean isUpdate =
                operation.intent().kind() == Kind.UPDATE || operation.intent().kind() == Kind.UPDATE_OR_CREATE;
        boolean deniesWhatIsStored = isUpdate
                && ending.outcomes().contains(Outcome.CLOSED)
                && ending.error().startsWith("IllegalStateException")
                && !first.applications().isEmpty();
        if (ending.outcomes().contains(Outcome.UNEXPECTED) || deniesWhatIsStored) {
            find(report, Violation.UNEXPECTED_EXCEPTION, first, ending.error());
        }
        if (ending.error().contains(PLANTED)) {
            find(report, Violation.VALUE_IN_MESSAGE, first, ending.error());
        }
    }

    private static void find(Report report, Violation violation, Role role, String text) {
        report.find(new Finding(
                violation,
                role.operation().number(),
                role.part().key(),
                role.operation().describe(),
                text));
    }
}
