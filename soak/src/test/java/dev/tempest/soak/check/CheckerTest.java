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

/** Histories made by hand: good ones pass, and of bad ones the checker says what is bad. */
class CheckerTest extends HandMadeHistory {
    @Test
    void acceptsWritesOneAfterAnother() {
        operation(1, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        update(2, Outcome.DONE);
        increment(3, Outcome.DONE);
        operation(4, Kind.SAVE, Action.APPEND, Guard.MARK, sum(3, 1, 2), Outcome.DONE);
        operation(5, Kind.DELETE, Action.DELETE, Guard.MARK, sum(3, 1, 2, 4), Outcome.DONE);
        store(state(1));
        store(state(1, 2));
        store(sum(3, 1, 2));
        store(sum(3, 1, 2, 4));
        store(null);

        assertViolations();
    }

    @Test
    void findsAnAcknowledgedWriteThatIsNotStored() {
        update(1, Outcome.DONE);
        update(2, Outcome.DONE);
        store(state(1));

        assertViolations(Violation.LOST);
    }

    @Test
    void findsAStaleWriteThatRemovesAnother() {
        update(1, Outcome.DONE);
        update(2, Outcome.DONE);
        operation(3, Kind.SAVE, Action.APPEND, Guard.MARK, state(1), Outcome.DONE);
        store(state(1));
        store(state(1, 2));
        store(state(1, 3));

        assertViolations(Violation.UNDONE);
        assertThat(checker.check().findings().get(0).operation()).isEqualTo(3);
        assertThat(checker.check().findings().get(0).text()).contains("1 writes (1 of them acknowledged) [2]");
    }

    @Test
    void findsAStaleWriteThatRemovesAnIncrement() {
        update(1, Outcome.DONE);
        increment(2, Outcome.DONE);
        operation(3, Kind.SAVE, Action.APPEND, Guard.MARK, state(1), Outcome.DONE);
        store(state(1));
        store(sum(2, 1));
        store(state(1, 3));

        assertViolations(Violation.UNDONE);
    }

    @Test
    void findsADeletedItemThatComesBack() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        operation(3, Kind.SAVE, Action.APPEND, Guard.MARK, state(1), Outcome.DONE);
        store(state(1));
        store(null);
        store(state(1, 3));

        assertViolations(Violation.UNDONE);
    }

    @Test
    void findsAWriteThatIsStoredTwice() {
        update(1, Outcome.DONE);
        update(2, Outcome.UNKNOWN);
        ambiguous.add(2);
        store(state(1));
        store(state(1, 2));
        store(state(1, 2, 2));

        assertViolations(Violation.DOUBLED);
    }

    @Test
    void findsAConflictOfWhatIsStored() {
        update(1, Outcome.DONE);
        update(2, Outcome.CONFLICT);
        update(3, Outcome.GAVE_UP);
        store(state(1));
        store(state(1, 2));
        store(state(1, 2, 3));

        assertViolations(Violation.STORED_THOUGH_NOT_DONE, Violation.STORED_THOUGH_NOT_DONE);
    }

    @Test
    void findsAConflictWithNobody() {
        update(1, Outcome.DONE);
        String read = state(1).digest();
        checker.add(
                new Intent(2, Kind.SAVE, "", true, false, List.of(new Part(KEY, Action.APPEND, Guard.MARK, 0, read))));
        checker.add(new Ending(2, 1, List.of(Outcome.CONFLICT), List.of(), List.of(read), ""));
        store(state(1));

        assertViolations(Violation.FALSE_CONFLICT);
    }

    @Test
    void acceptsAConflictWithAnItemThatCameAndWasDeleted() {
        update(1, Outcome.DONE);
        createThatFindsNoItemAfterItsConflict();
        operation(3, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        store(state(1));
        store(null);

        assertViolations();
    }

    @Test
    void acceptsAConflictWithAnItemThatALateWriteReplacedByWhatWasRead() {
        ambiguous.add(2);
        operation(1, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        operation(2, Kind.MERGE, Action.APPEND, Guard.NUMBER, state(1), Outcome.ABANDONED);
        conflictThatFindsWhatItRead(3, state(1, 2));
        operation(4, Kind.DELETE, Action.DELETE, Guard.NUMBER, state(1, 2), Outcome.DONE);
        operation(5, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        store(state(1));
        store(state(1, 2));
        store(null);
        store(state(5));
        store(state(1, 2));

        assertViolations();
        assertThat(checker.check().documented())
                .containsEntry(Documented.NUMBER_CAME_AGAIN, 1)
                .containsEntry(Documented.CONFLICT_WITH_WHAT_IS_GONE, 1);
    }

    @Test
    void findsAConflictWithNobodyThoughTheItemWasDeletedAndMadeAgain() {
        operation(1, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.NUMBER, state(1), Outcome.DONE);
        operation(3, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        conflictThatFindsWhatItRead(4, state(3));
        store(state(1));
        store(null);
        store(state(3));

        assertViolations(Violation.FALSE_CONFLICT);
    }

    private void conflictThatFindsWhatItRead(int number, State read) {
        Part part = new Part(KEY, Action.APPEND, Guard.NUMBER, 0, read.digest());
        checker.add(new Intent(number, Kind.TRANSACTION, "v1", true, true, List.of(part)));
        checker.add(new Ending(number, 1, List.of(Outcome.CONFLICT), List.of(), List.of(read.digest()), ""));
    }

    @Test
    void findsAConflictWithAnItemThatWasNotThereYet() {
        createThatFindsNoItemAfterItsConflict();
        update(1, Outcome.DONE);
        store(state(1));

        assertViolations(Violation.FALSE_CONFLICT);
    }

    private void createThatFindsNoItemAfterItsConflict() {
        Part part = new Part(KEY, Action.APPEND, Guard.MARK, 0, State.ABSENT);
        checker.add(new Intent(2, Kind.CREATE, "", true, false, List.of(part)));
        checker.add(new Ending(2, 1, List.of(Outcome.CONFLICT), List.of(), List.of(State.ABSENT), ""));
    }

    @Test
    void acceptsAConflictWithAnother() {
        update(1, Outcome.DONE);
        update(3, Outcome.DONE);
        String read = state(1).digest();
        checker.add(
                new Intent(2, Kind.SAVE, "", true, false, List.of(new Part(KEY, Action.APPEND, Guard.MARK, 0, read))));
        checker.add(new Ending(
                2, 1, List.of(Outcome.CONFLICT), List.of(), List.of(state(1, 3).digest()), ""));
        store(state(1));
        store(state(1, 3));

        assertViolations();
    }

    @Test
    void acceptsAnUnknownOutcomeOnlyIfTheNetworkFailed() {
        update(1, Outcome.UNKNOWN);
        update(2, Outcome.UNKNOWN);
        ambiguous.add(1);
        store(state(1));

        assertViolations(Violation.NOT_REALLY_UNKNOWN);
    }

    @Test
    void countsAnUnknownOutcomeAfterThrottlingByItsName() {
        update(1, Outcome.UNKNOWN);
        throttled.add(1);
        store(state(1));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.UNKNOWN_AFTER_THROTTLING, 1);
    }

    @Test
    void countsACancelledTransactionThatIsExecutedByItsName() {
        Part part = new Part(KEY, Action.APPEND, Guard.MARK, 0, State.ABSENT);
        operation(1, Kind.TRANSACTION, true, true, part, Outcome.CANCELLED_TRANSACTION, SENT_TWICE);
        ambiguous.add(1);
        store(state(1));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.CANCELLED_AND_EXECUTED, 1);
    }

    @Test
    void findsACancelledTransactionThatIsExecutedThoughNoMessageSaysSo() {
        Part part = new Part(KEY, Action.APPEND, Guard.MARK, 0, State.ABSENT);
        operation(1, Kind.TRANSACTION, true, true, part, Outcome.CANCELLED_TRANSACTION);
        ambiguous.add(1);
        store(state(1));

        assertViolations(Violation.STORED_THOUGH_NOT_DONE);
    }

    @Test
    void countsACancelledPageThatIsExecutedLaterByItsName() {
        Part part = new Part(KEY, Action.ADD, Guard.NONE, 0, Part.UNREAD);
        operation(1, Kind.PAGER, true, true, part, Outcome.CONFLICT, SENT_TWICE);
        ambiguous.add(1);
        store(sum(1));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.PAGE_EXECUTED_LATE, 1);
    }

    @Test
    void countsAConflictWhoseRequestTheNetworkDeliversAgainByItsName() {
        operation(1, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        operation(2, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.CONFLICT);
        operation(3, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        ambiguous.add(2);
        deliveredAgain.add(2);
        store(state(1));
        store(null);
        store(state(2));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.DELIVERED_AGAIN, 1);
    }

    @Test
    void acceptsWhatAKilledWorkerLeaves() {
        update(1, Outcome.KILLED);
        update(2, Outcome.KILLED);
        store(state(1));

        assertViolations();
    }

    @Test
    void findsAChangeThatNobodyMeant() {
        update(1, Outcome.DONE);
        store(state(1));
        store(state(1, 9));
        store(sum(77, 1, 9));
        store(null);

        assertViolations(Violation.UNEXPLAINED, Violation.UNEXPLAINED, Violation.UNEXPLAINED);
    }

    @Test
    void findsATransactionThatIsStoredInPart() {
        checker.add(new Intent(
                1,
                Kind.TRANSACTION,
                "",
                true,
                true,
                List.of(
                        new Part(KEY, Action.APPEND, Guard.MARK, 0, State.ABSENT),
                        new Part("b", Action.APPEND, Guard.MARK, 0, State.ABSENT))));
        store(state(1));

        assertViolations(Violation.TORN);
    }

    @Test
    void findsAResultThatWasNeverStored() {
        checker.add(new Intent(
                1, Kind.UPDATE, "", true, false, List.of(new Part(KEY, Action.APPEND, Guard.MARK, 0, Part.UNREAD))));
        checker.add(new Ending(1, 1, List.of(Outcome.DONE), List.of(state(1, 1).digest()), List.of(), ""));
        store(state(1));

        assertViolations(Violation.WRONG_RESULT);
    }

    @Test
    void findsAMessageThatShowsWhatIsStored() {
        update(2, Outcome.DONE);
        checker.add(new Intent(
                1, Kind.SAVE, "", true, false, List.of(new Part(KEY, Action.APPEND, Guard.MARK, 0, "1/2/0/0"))));
        checker.add(new Ending(1, 1, List.of(Outcome.CONFLICT), List.of(), List.of("-"), "Refused: found planted-2"));
        store(state(2));

        assertViolations(Violation.VALUE_IN_MESSAGE);
    }

    @Test
    void findsAStreamThatDoesNotAgreeWithItself() {
        update(1, Outcome.DONE);
        update(2, Outcome.DONE);
        store(state(1));
        checker.add(KEY, new Change(state(), state(2), ""));

        assertViolations(Violation.BROKEN_STREAM);
    }

    @Test
    void countsAnIncrementThatIsAddedTwiceByItsName() {
        update(1, Outcome.DONE);
        increment(2, Outcome.DONE);
        ambiguous.add(2);
        store(state(1));
        store(sum(2, 1));
        store(sum(4, 1));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.INCREMENT_COUNTED_TWICE, 1);
    }

    @Test
    void findsAnIncrementThatIsAddedTwiceThoughNothingHappenedToIt() {
        update(1, Outcome.DONE);
        increment(2, Outcome.DONE);
        store(state(1));
        store(sum(2, 1));
        store(sum(4, 1));

        assertViolations(Violation.DOUBLED);
    }

    @Test
    void countsANumberThatCameAgainAfterADeleteByItsName() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.NUMBER, state(1), Outcome.DONE);
        operation(3, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        operation(4, Kind.SAVE, Action.APPEND, Guard.NUMBER, state(1), Outcome.DONE);
        store(state(1));
        store(null);
        store(state(3));
        store(state(1, 4));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.NUMBER_CAME_AGAIN, 1);
    }

    @Test
    void countsAnUpdateOfTheItemsNextLifeByItsName() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.NUMBER, state(1), Outcome.DONE);
        increment(3, Outcome.DONE);
        Part part = new Part(KEY, Action.APPEND, Guard.NUMBER, 0, Part.UNREAD);
        checker.add(new Intent(4, Kind.UPDATE, "by hand", true, false, List.of(part)));
        checker.add(new Ending(4, 1, List.of(Outcome.DONE), List.of(state(1, 4).digest()), List.of(), ""));
        store(state(1));
        store(null);
        store(sum(3));
        store(sum(3, 1, 4));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.NUMBER_CAME_AGAIN, 1);
    }

    @Test
    void findsAnUpdateOfTheItemsNextLifeThatATextAsVersionPrevents() {
        update(1, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        increment(3, Outcome.DONE);
        update(4, Outcome.DONE);
        store(state(1));
        store(null);
        store(sum(3));
        store(sum(3, 1, 4));

        assertViolations(Violation.UNDONE);
    }

    @Test
    void countsAnItemThatIsCreatedTwiceByItsName() {
        operation(1, Kind.CREATE, Action.APPEND, Guard.MARK, null, Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        ambiguous.add(1);
        store(state(1));
        store(null);
        store(state(1));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.CREATED_TWICE, 1);
    }

    @Test
    void findsATransactionThatCreatesAnItemTwice() {
        operation(1, Kind.CREATE, true, true, new Part(KEY, Action.APPEND, Guard.MARK, 0, State.ABSENT), Outcome.DONE);
        operation(2, Kind.DELETE, Action.DELETE, Guard.MARK, state(1), Outcome.DONE);
        ambiguous.add(1);
        store(state(1));
        store(null);
        store(state(1));

        assertViolations(Violation.DOUBLED);
    }

    @Test
    void countsARefusalByTheOwnFirstTryByItsName() {
        update(1, Outcome.DONE);
        Part part = new Part(KEY, Action.APPEND, Guard.MARK, 0, state(1).digest());
        operation(2, Kind.SAVE, false, false, part, Outcome.CONFLICT, SENT_TWICE);
        ambiguous.add(2);
        store(state(1));
        store(state(1, 2));

        assertViolations();
        assertThat(checker.check().documented()).containsEntry(Documented.REFUSED_BY_OWN_TRY, 1);
    }

    @Test
    void findsARefusalByTheOwnFirstTryOfWhichNoMessageWarns() {
        update(1, Outcome.DONE);
        Part part = new Part(KEY, Action.APPEND, Guard.MARK, 0, state(1).digest());
        operation(2, Kind.SAVE, false, false, part, Outcome.CONFLICT);
        ambiguous.add(2);
        store(state(1));
        store(state(1, 2));

        assertViolations(Violation.STORED_THOUGH_NOT_DONE);
    }
}
