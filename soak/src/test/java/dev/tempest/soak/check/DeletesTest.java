package dev.tempest.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.soak.history.Action;
import dev.tempest.soak.history.Change;
import dev.tempest.soak.history.Ending;
import dev.tempest.soak.history.Guard;
import dev.tempest.soak.history.Intent;
import dev.tempest.soak.history.Kind;
import dev.tempest.soak.history.Outcome;
import dev.tempest.soak.history.Part;
import dev.tempest.soak.history.State;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who deleted an item is known by its history as a whole. */
class DeletesTest extends HandMadeHistory {
    @Test
    void findsADeleteOfWhatItsWriterHadNotRead() {
        update(1, Outcome.DONE);
        update(2, Outcome.DONE);
        operation(3, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        store(state(1));
        store(state(1, 2));
        store(null);

        assertViolations(Violation.UNDONE);
    }

    @Test
    void believesADeleteThatSaysWhatItDeleted() {
        operation(1, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        delete(2, state(1), state(4));
        delete(3, state(1), state(1));
        operation(4, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        store(state(1));
        store(null);
        store(state(4));
        store(null);

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.NUMBER_CAME_AGAIN, 1);
    }

    @Test
    void blamesADeleteOnWhoeverHadReadWhatIsDeleted() {
        update(1, Outcome.DONE);
        update(2, Outcome.DONE);
        operation(3, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.UNKNOWN);
        operation(4, Kind.DELETE, Action.DELETE, Guard.MARK, state(1, 2), Outcome.CONFLICT);
        operation(5, Kind.DELETE, Action.DELETE, Guard.MARK, state(1, 2), Outcome.DONE);
        ambiguous.add(3);
        store(state(1));
        store(state(1, 2));
        store(null);

        assertViolations();
    }

    @Test
    void blamesADeleteOnTheTransactionThatAlsoWroteAnotherItem() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.UNKNOWN);
        ambiguous.add(2);
        checker.add(new Intent(
                3,
                Kind.TRANSACTION,
                "",
                true,
                true,
                List.of(
                        new Part(KEY, Action.DELETE, Guard.MARK, 0, state(1).digest()),
                        new Part("b", Action.APPEND, Guard.MARK, 0, State.ABSENT))));
        store(state(1));
        store(null);
        checker.add("b", new Change(null, state(3), ""));

        assertViolations();
    }

    @Test
    void blamesADeleteOnNoTransactionWhoseOtherDeleteDidNotHappen() {
        update(1, Outcome.DONE);
        // given a transaction of two deletes that the network delivered again
        Part other = new Part("b", Action.DELETE, Guard.MARK, 0, state(9).digest());
        checker.add(new Intent(2, Kind.TRANSACTION, "", true, true, List.of(ofNumber(state(1)), other)));
        checker.add(new Ending(2, 1, List.of(Outcome.CONFLICT, Outcome.CONFLICT), List.of(), List.of(), ""));
        deliveredAgain.add(2);
        // and a delete whose first response was lost
        operation(3, Kind.DELETE, false, false, ofNumber(state(1)), Outcome.CONFLICT, SENT_TWICE);
        ambiguous.add(3);
        // when the first item is deleted, and the second is not
        store(state(1));
        store(null);
        operation(9, Kind.CREATE, true, false, new Part("b", Action.APPEND, Guard.MARK, 0, State.ABSENT), Outcome.DONE);
        checker.add("b", new Change(null, state(9), ""));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.REFUSED_BY_OWN_TRY, 1);
    }

    @Test
    void countsADeleteByANumberThatIsExecutedAgainByItsName() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.NUMBER, state(1), Outcome.DONE);
        update(3, Outcome.DONE);
        ambiguous.add(2);
        store(state(1));
        store(null);
        store(state(3));
        store(null);

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.NUMBER_CAME_AGAIN, 1);
    }

    @Test
    void countsADeleteThatDeletesByBothOfItsTriesByItsName() {
        // given a delete whose first response is lost, and which is told what its second try deleted
        update(1, Outcome.DONE);
        delete(2, state(1), state(3));
        ambiguous.add(2);
        // and another that was refused
        operation(4, Kind.TRANSACTION, true, true, ofNumber(state(1)), Outcome.CONFLICT);
        update(3, Outcome.DONE);
        store(state(1));
        store(null);
        store(state(3));
        store(null);

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.NUMBER_CAME_AGAIN, 1);
    }

    @Test
    void countsADeleteThatDeletesByBothOfItsTriesThoughItWasNotToldWhat() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.NUMBER, state(1), Outcome.DONE);
        ambiguous.add(2);
        operation(4, Kind.TRANSACTION, true, true, ofNumber(state(1)), Outcome.CONFLICT);
        update(3, Outcome.DONE);
        store(state(1));
        store(null);
        store(state(3));
        store(null);

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.NUMBER_CAME_AGAIN, 1);
    }

    @Test
    void findsADeleteThatWasRefusedIfNothingHappenedToTheOther() {
        update(1, Outcome.DONE);
        delete(2, state(1), state(3));
        operation(4, Kind.TRANSACTION, true, true, ofNumber(state(1)), Outcome.CONFLICT);
        update(3, Outcome.DONE);
        store(state(1));
        store(null);
        store(state(3));
        store(null);

        assertViolations(Violation.STORED_THOUGH_NOT_DONE);
    }

    @Test
    void findsADeleteThatWasRefusedIfTheOtherIsATransaction() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, true, true, ofNumber(state(1)), Outcome.DONE);
        ambiguous.add(2);
        operation(4, Kind.TRANSACTION, true, true, ofNumber(state(1)), Outcome.CONFLICT);
        update(3, Outcome.DONE);
        store(state(1));
        store(null);
        store(state(3));
        store(null);

        assertViolations(Violation.STORED_THOUGH_NOT_DONE);
    }

    @Test
    void findsADeleteThatWasRefusedIfATextAsVersionKeepsTheOtherFromDeletingTwice() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        ambiguous.add(2);
        update(3, Outcome.DONE);
        operation(4, Kind.DELETE, Action.DELETE, Guard.MARK, state(3), Outcome.CONFLICT);
        store(state(1));
        store(null);
        store(state(3));
        store(null);

        assertViolations(Violation.STORED_THOUGH_NOT_DONE);
    }

    @Test
    void findsADeleteThatWasRefusedIfThereIsNoOther() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.NUMBER, state(1), Outcome.CONFLICT);
        store(state(1));
        store(null);

        assertViolations(Violation.STORED_THOUGH_NOT_DONE);
    }

    @Test
    void looksAtAllDeletesOfAnItemTogether() {
        // given two deletes of the same state, one of them by what never comes again
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE_IF, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        // and the other by a number, in a transaction that also wrote another item
        Part other = new Part("b", Action.APPEND, Guard.MARK, 0, State.ABSENT);
        checker.add(new Intent(3, Kind.TRANSACTION, "", true, true, List.of(ofNumber(state(1)), other)));
        checker.add(new Ending(3, 1, List.of(Outcome.DONE, Outcome.DONE), List.of(), List.of(), ""));
        update(4, Outcome.DONE);
        store(state(1));
        store(null);
        store(state(4));
        store(null);
        checker.add("b", new Change(null, state(3), ""));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.NUMBER_CAME_AGAIN, 1);
    }

    private static Part ofNumber(State read) {
        return new Part(KEY, Action.DELETE, Guard.NUMBER, 0, read.digest());
    }

    private void delete(int number, State read, State returned) {
        Part part = new Part(KEY, Action.DELETE, Guard.NUMBER, 0, read.digest());
        checker.add(new Intent(number, Kind.DELETE, "", true, false, List.of(part)));
        checker.add(new Ending(number, 1, List.of(Outcome.DONE), List.of(returned.digest()), List.of(), ""));
    }
}
