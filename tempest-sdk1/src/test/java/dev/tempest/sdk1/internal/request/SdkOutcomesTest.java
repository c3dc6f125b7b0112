package dev.tempest.sdk1.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.AmazonClientException;
import com.amazonaws.AmazonServiceException;
import com.amazonaws.SdkClientException;
import com.amazonaws.http.timers.client.ClientExecutionTimeoutException;
import com.amazonaws.services.dynamodbv2.model.AmazonDynamoDBException;
import com.amazonaws.services.dynamodbv2.model.CancellationReason;
import com.amazonaws.services.dynamodbv2.model.TransactionCanceledException;
import dev.tempest.OperationListener.Outcome;
import dev.tempest.sdk1.BatchWriteResult;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SdkOutcomesTest {
    private static final SdkOutcomes OUTCOMES = SdkOutcomes.INSTANCE;

    private static AmazonServiceException rejection(int status, String code) {
        AmazonServiceException rejection = new AmazonDynamoDBException("no");
        rejection.setStatusCode(status);
        rejection.setErrorCode(code);
        return rejection;
    }

    @Test
    void aRejectedWriteWasNotDone() {
        assertThat(OUTCOMES.of(rejection(400, "ValidationException"), true)).isEqualTo(Outcome.FAILED);
        assertThat(OUTCOMES.of(rejection(400, "ThrottlingException"), true)).isEqualTo(Outcome.THROTTLED);
    }

    @Test
    void aWriteWithoutAResponseMayHaveBeenDone() {
        AmazonClientException lost = new SdkClientException("lost", new SocketTimeoutException());

        assertThat(OUTCOMES.of(lost, true)).isEqualTo(Outcome.UNKNOWN);
        assertThat(OUTCOMES.of(new ClientExecutionTimeoutException("late"), true))
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(OUTCOMES.of(rejection(500, "InternalServerError"), true)).isEqualTo(Outcome.UNKNOWN);
        assertThat(OUTCOMES.of(lost, false)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aRequestWithoutCredentialsIsNotSent() {
        assertThat(OUTCOMES.of(new SdkClientException("no credentials"), true)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aFailedConditionSaysMoreOfATransactionThanAConflict() {
        TransactionCanceledException cancelled = new TransactionCanceledException("no");
        cancelled.setCancellationReasons(List.of(
                new CancellationReason().withCode("None"), new CancellationReason().withCode("TransactionConflict")));
        assertThat(OUTCOMES.of(cancelled, true)).isEqualTo(Outcome.CONFLICT);

        cancelled.getCancellationReasons().add(new CancellationReason().withCode("ConditionalCheckFailed"));
        assertThat(OUTCOMES.of(cancelled, true)).isEqualTo(Outcome.CONDITION_FAILED);
    }

    @Test
    void aBatchIsThrottledUnlessARequestFailedOtherwise() {
        AmazonServiceException denied = rejection(400, "AccessDeniedException");

        assertThat(OUTCOMES.ofResult(BatchWriteResult.of(List.of(), List.of(), List.of())))
                .isEqualTo(Outcome.DONE);
        assertThat(OUTCOMES.ofResult(BatchWriteResult.of(List.of("item"), List.of(), List.of())))
                .isEqualTo(Outcome.THROTTLED);
        assertThat(OUTCOMES.ofResult(BatchWriteResult.of(List.of("item"), List.of(), List.of(denied))))
                .isEqualTo(Outcome.FAILED);
    }
}
