package dev.tempest.sdk1.internal.request;

import com.amazonaws.AmazonServiceException;
import com.amazonaws.AmazonWebServiceRequest;
import com.amazonaws.AmazonWebServiceResult;
import dev.tempest.OperationListener;
import dev.tempest.internal.observing.Listening;
import dev.tempest.internal.observing.Observation;
import dev.tempest.internal.observing.OperationInfo;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests on the caller's thread.
 *
 * @param listening null without a listener
 * @param clock shows the times that writes set
 * @param observation of the operation whose requests are sent; none if each request is an operation of its own
 */
public record Requests(Connection connection, @Nullable Listening listening, Clock clock, Observation observation) {

    public static Requests of(Connection connection, @Nullable OperationListener listener, Clock clock) {
        return new Requests(connection, Listening.to(listener, SdkOutcomes.INSTANCE), clock, Observation.NONE);
    }

    /**
     * The result of a request.
     *
     * @param operation what listeners see, where the request is not part of a greater operation
     * @param onResponse turns the response into the result
     * @param context adds to an exception of DynamoDB's what was being done
     */
    public <Q extends AmazonWebServiceRequest, R extends AmazonWebServiceResult<?>, T extends @Nullable Object> T send(
            OperationInfo operation,
            Command<Q, R> command,
            Q request,
            Function<R, T> onResponse,
            UnaryOperator<AmazonServiceException> context) {
        request.setRequestMetricCollector(connection.config().getRequestMetricCollector());
        Listening known = listening;
        return known == null || observation != Observation.NONE
                ? exchange(observation, command, request, onResponse, context)
                : known.observe(operation, own -> exchange(own, command, request, onResponse, context));
    }

    private <Q extends AmazonWebServiceRequest, R extends AmazonWebServiceResult<?>, T extends @Nullable Object>
            T exchange(
                    Observation observed,
                    Command<Q, R> command,
                    Q request,
                    Function<R, T> onResponse,
                    UnaryOperator<AmazonServiceException> context) {
        Observation.Sent<Q, R> sent = observed.sending(command);
        R response;
        try {
            try {
                response = command.send().apply(connection.client(), sent.prepare(request));
            } finally {
                sent.handedOver();
            }
        } catch (RuntimeException e) {
            sent.failed(e, null);
            throw e instanceof AmazonServiceException failure ? context.apply(failure) : e;
        }
        sent.received(response);
        return onResponse.apply(response);
    }

    /** The result of an operation of several requests. */
    public <T> T call(OperationInfo operation, Function<Requests, T> work) {
        Listening known = listening;
        return known == null
                ? work.apply(this)
                : known.observe(operation, own -> work.apply(new Requests(connection, known, clock, own)));
    }
}
