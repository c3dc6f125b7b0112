package dev.tempest.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The changes of one item, and who is said to have made them. */
abstract class HandMadeHistory {
    static final String KEY = "a";
    static final String SENT_TWICE = "The condition failed; the SDK sent it 2 times.";

    final Set<Integer> ambiguous = new HashSet<>();
    final Set<Integer> throttled = new HashSet<>();
    final Set<Integer> deliveredAgain = new HashSet<>();
    final Checker checker = new Checker(new Network() {
        @Override
        public boolean isAmbiguous(int operation) {
            return ambiguous.contains(operation);
        }

        @Override
        public boolean isUncertain(int operation) {
            return isAmbiguous(operation);
        }

        @Override
        public boolean isRepeated(int operation) {
            return isAmbiguous(operation) || throttled.contains(operation);
        }

        @Override
        public boolean isDeliveredAgainOnly(int operation) {
            return deliveredAgain.contains(operation);
        }

        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public List<String> faults(int operation) {
            return List.of();
        }
    });
    final List<State> stored = new ArrayList<>();

    static State state(int... operations) {
        return new State(operations, 0, 0);
    }

    static State sum(long total, int... operations) {
        return new State(operations, total, 0);
    }

    void store(@Nullable State next) {
        State before = stored.isEmpty() ? null : stored.get(stored.size() - 1);
        checker.add(KEY, new Change(before, next, ""));
        stored.add(next);
    }

    void operation(int number, Kind kind, Action action, Guard guard, @Nullable State base, Outcome outcome) {
        operation(number, kind, true, false, new Part(KEY, action, guard, 0, State.digestOf(base)), outcome);
    }

    void operation(int number, Kind kind, boolean exact, boolean transactional, Part part, Outcome outcome) {
        operation(number, kind, exact, transactional, part, outcome, "");
    }

    void operation(
            int number, Kind kind, boolean exact, boolean transactional, Part part, Outcome outcome, String error) {
        checker.add(new Intent(number, kind, "by hand", exact, transactional, List.of(part)));
        if (outcome != Outcome.KILLED) {
            checker.add(new Ending(number, 1, List.of(outcome), List.of(), List.of(), error));
        }
    }

    void update(int number, Outcome outcome) {
        operation(number, Kind.UPDATE, Action.APPEND, Guard.MARK, null, outcome);
    }

    void increment(int number, Outcome outcome) {
        operation(number, Kind.INCREMENT, false, false, new Part(KEY, Action.ADD, Guard.NONE, 0, Part.UNREAD), outcome);
    }

    void assertViolations(Violation... violations) {
        assertThat(checker.check().findings().stream().map(Finding::violation))
                .as(() -> checker.check().figures())
                .containsExactlyInAnyOrder(violations);
    }
}
