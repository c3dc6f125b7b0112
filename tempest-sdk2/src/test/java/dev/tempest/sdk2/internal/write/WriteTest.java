package dev.tempest.sdk2.internal.write;

import static dev.tempest.sdk2.internal.write.Notes.conditionFailed;
import static dev.tempest.sdk2.internal.write.Notes.rejected;
import static dev.tempest.sdk2.internal.write.Notes.responseLost;
import static dev.tempest.sdk2.internal.write.Notes.row;
import static dev.tempest.sdk2.internal.write.Notes.stampedRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.sdk2.internal.write.Notes.Note;
import dev.tempest.sdk2.internal.write.Notes.NoteKey;
import dev.tempest.sdk2.internal.write.Notes.Stamped;
import dev.tempest.sdk2.internal.write.Write.ConditionFailed;
import dev.tempest.sdk2.internal.write.Write.Done;
import dev.tempest.sdk2.internal.write.Write.Failed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What a single write comes to: done, not done, or unknown. */
class WriteTest {
    private final ItemOperations<NoteKey, Note> plain = Notes.operations(Note.class, false);
    private final ItemOperations<NoteKey, Note> traced = Notes.operations(Note.class, true);

    private static Write<Note> save(ItemOperations<NoteKey, Note> operations) {
        return operations.put().save(new Note("a", "mine", 3L), null, Nonces.RANDOM);
    }

    private static Write<Note> create(ItemOperations<NoteKey, Note> operations) {
        return operations.put().create(new Note("a", "mine", null), Nonces.RANDOM);
    }

    private static <T> ConditionFailed<T> failed(int attempts, @Nullable Map<String, AttributeValue> found) {
        return new ConditionFailed<>(conditionFailed(attempts, found), attempts == 1, false);
    }

    private static <T> ConditionFailed<T> inTransaction(int attempts, @Nullable Map<String, AttributeValue> found) {
        return new ConditionFailed<>(conditionFailed(attempts, found), attempts == 1, true);
    }

    @Test
    void aWriteThatIsDoneReturnsItsResult() {
        assertThat(save(plain).settle(new Done<>(new Note("a", "mine", 4L)))).isEqualTo(new Note("a", "mine", 4L));
    }

    @Test
    void aConditionThatFailedTheOnlyTimeIsAConflict() {
        assertThatThrownBy(() -> save(plain).settle(failed(1, row("theirs", 4))))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 3, found version 4")
                .hasMessageNotContaining("the SDK sent it");
    }

    @Test
    void aConditionThatFailedAfterAnEarlierTryIsAConflictThatSaysSo() {
        assertThatThrownBy(() -> save(plain).settle(failed(2, row("theirs", 4))))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("the SDK sent it 2 times");
    }

    @Test
    void aConditionalSaveRecognisesItselfByItsTextAsVersion() {
        ItemOperations<NoteKey, Stamped> stamped = Notes.operations(Stamped.class, false);
        Write<Stamped> write = stamped.put().save(new Stamped("a", "mine", "old"), null, Nonces.RANDOM);
        Map<String, AttributeValue> own =
                stampedRow("mine", String.valueOf(write.result().stamp()));

        assertThat(write.settle(failed(2, own))).isEqualTo(write.result());
        assertThatThrownBy(() -> write.settle(failed(2, stampedRow("theirs", "another"))))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("the SDK sent it 2 times");
    }

    @Test
    void aTokenShowsThatAnEarlierTryWasDone() {
        Write<Note> write = create(traced);

        assertThat(write.settle(failed(2, write.row()))).isEqualTo(new Note("a", "mine", 1L));
    }

    @Test
    void anItemWithoutATokenDoesNotShowWhetherAnEarlierTryWasDone() {
        assertThatThrownBy(() -> create(traced).settle(failed(2, row("theirs", 4))))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        e -> assertThat(e.storedItem()).contains(new Note("a", "theirs", 4L)));
    }

    @Test
    void theTokenOfAnotherBeginningDoesNotShowWhetherAnEarlierTryWasDone() {
        Map<String, AttributeValue> theirs = new HashMap<>(create(traced).row());

        assertThatThrownBy(() -> create(traced).settle(failed(2, theirs))).isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> create(traced).settle(failed(1, theirs)))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aTransactionForOneVersionThatFailedIsAConflictHoweverOftenItWasSent() {
        assertThatThrownBy(() -> save(plain).settle(inTransaction(3, row("theirs", 4))))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageNotContaining("the SDK sent it");
    }

    @Test
    void aTransactionWhoseConditionMayHoldLaterIsUnknownAfterAnEarlierTry() {
        assertThatThrownBy(() -> create(plain).settle(inTransaction(2, row("theirs", 4))))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThatThrownBy(() -> create(plain).settle(inTransaction(1, row("theirs", 4))))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void aLostResponseIsUnknownWhereATokenPromisesToSayMore() {
        RuntimeException lost = responseLost();

        assertThatThrownBy(() -> save(traced).settle(new Failed<>(lost, false)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasCause(lost);
        assertThatThrownBy(() -> save(plain).settle(new Failed<>(lost, false))).isInstanceOf(SdkClientException.class);
    }

    @Test
    void whatIsCertainlyNotDoneIsNotUnknown() {
        assertThatThrownBy(() -> save(traced).settle(new Failed<>(rejected("ValidationException"), true)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageContaining("save of Notes.Note {pk=a}");
    }

    @Test
    void aRejectionIsCertainAndALostResponseIsNot() {
        assertThat(Write.<Note>failed(rejected("ValidationException")))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.certain()).isTrue());
        assertThat(Write.<Note>failed(responseLost()))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.certain()).isFalse());
    }
}
