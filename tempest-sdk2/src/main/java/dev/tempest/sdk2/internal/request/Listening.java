package dev.tempest.sdk2.internal.request;

import dev.tempest.OperationListener;
import dev.tempest.OperationListener.Capacity;
import dev.tempest.OperationListener.Observer;
import dev.tempest.OperationListener.Outcome;
import dev.tempest.OperationListener.Scope;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** A database's listener, which can neither fail an operation nor see a value. */
public final class Listening {
    private static final String RETURN_CONSUMED_CAPACITY = "ReturnConsumedCapacity";

    private final OperationListener listener;
    private final boolean wantsCapacity;
    private final AtomicBoolean warned = new AtomicBoolean();

    private Listening(OperationListener listener) {
        this.listener = listener;
        this.wantsCapacity = listener.wantsConsumedCapacity();
    }

    /** Null without a listener. */
    public static @Nullable Listening to(@Nullable OperationListener listener) {
        return listener == null ? null : new Listening(listener);
    }

    /** An operation starts. */
    public Observation start(OperationInfo operation) {
        Observer observer = guarded(() -> listener.started(operation));
        return new Events(observer == null ? new Observer() {} : observer);
    }

    private <T> @Nullable T guarded(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (Throwable e) {
            if (!warned.getAndSet(true)) {
                System.getLogger("dev.tempest")
                        .log(
                                Level.WARNING,
                                "The OperationListener threw an exception, which is ignored, as are all that follow.",
                                e);
            }
            return null;
        }
    }

    private void guarded(Runnable call) {
        guarded(() -> {
            call.run();
            return null;
        });
    }

    private record Request(String name, int number) implements OperationListener.Request {}

    private record Response(
            Outcome outcome,
            @Nullable String error,
            @Nullable String requestId,
            List<Capacity> consumed) implements OperationListener.Response {}

    private final class Events implements Observation {
        private final Observer observer;
        private final AtomicInteger requests = new AtomicInteger();
        private volatile boolean recognised;
        private volatile @Nullable Outcome last;
        private volatile @Nullable SentRequest undecided;

        Events(Observer observer) {
            this.observer = observer;
        }

        @Override
        public Sent sending(Exchange.Command<?, ?> command) {
            SentRequest sent = new SentRequest(this, command, requests.incrementAndGet());
            sent.open();
            return sent;
        }

        @Override
        public void decided(Outcome outcome) {
            SentRequest open = undecided;
            if (open != null) {
                undecided = null;
                open.received(outcome);
            }
        }

        @Override
        public void ended(@Nullable Object result, @Nullable Throwable failure) {
            Outcome outcome;
            if (failure == null) {
                outcome = recognised ? Outcome.OWN_WRITE_RECOGNISED : Outcomes.ofResult(result);
            } else {
                Outcome failed = Outcomes.of(failure, false);
                outcome = failed == Outcome.FAILED && last == Outcome.UNKNOWN ? Outcome.UNKNOWN : failed;
            }
            decided(outcome);
            guarded(() -> observer.ended(outcome, failure == null ? null : Outcomes.error(failure)));
        }
    }

    private final class SentRequest implements Observation.Sent {
        private final Events operation;
        private final boolean isWrite;
        private final Request request;
        private @Nullable Scope scope;
        private @Nullable Throwable failure;

        SentRequest(Events operation, Exchange.Command<?, ?> command, int number) {
            this.operation = operation;
            this.isWrite = command.isWrite();
            this.request = new Request(command.name(), number);
        }

        private void open() {
            scope = guarded(() -> operation.observer.sending(request));
        }

        @Override
        @SuppressWarnings("unchecked")
        public <Q> Q prepare(Q sent) {
            if (!wantsCapacity || !(sent instanceof DynamoDbRequest some)) {
                return sent;
            }
            DynamoDbRequest.Builder builder = some.toBuilder();
            for (SdkField<?> field : ((SdkPojo) builder).sdkFields()) {
                if (field.memberName().equals(RETURN_CONSUMED_CAPACITY) && isOff(field.getValueOrDefault(some))) {
                    field.set(builder, ReturnConsumedCapacity.INDEXES.toString());
                }
            }
            return (Q) builder.build();
        }

        private static boolean isOff(@Nullable Object capacity) {
            return capacity == null || ReturnConsumedCapacity.NONE.toString().equals(capacity);
        }

        @Override
        public void handedOver() {
            Scope opened = scope;
            if (opened != null) {
                guarded(opened::close);
            }
        }

        @Override
        public void received(@Nullable DynamoDbResponse response) {
            received(new Response(Outcome.DONE, null, requestId(response), consumed(response)));
        }

        @Override
        public void failed(Throwable sdkFailure, @Nullable Throwable thrown) {
            failure = sdkFailure;
            received(Outcomes.of(thrown == null ? sdkFailure : thrown, isWrite));
        }

        @Override
        public void resolved(Throwable sdkFailure, @Nullable Object result) {
            failure = sdkFailure;
            if (result instanceof Observation.Undecided) {
                operation.undecided = this;
            } else {
                received(Outcome.OWN_WRITE_RECOGNISED);
            }
        }

        private void received(Outcome outcome) {
            operation.recognised |= outcome == Outcome.OWN_WRITE_RECOGNISED;
            Throwable known = failure;
            received(new Response(
                    outcome,
                    known == null ? null : Outcomes.error(known),
                    known instanceof AwsServiceException e ? e.requestId() : null,
                    List.of()));
        }

        private void received(Response response) {
            operation.last = response.outcome();
            guarded(() -> operation.observer.received(request, response));
        }
    }

    private static @Nullable String requestId(@Nullable DynamoDbResponse response) {
        return response == null || response.responseMetadata() == null
                ? null
                : response.responseMetadata().requestId();
    }

    private static List<Capacity> consumed(@Nullable DynamoDbResponse response) {
        Object consumed = response == null
                ? null
                : response.getValueForField("ConsumedCapacity", Object.class).orElse(null);
        List<Capacity> all = new ArrayList<>();
        if (consumed instanceof ConsumedCapacity one) {
            add(one, all);
        } else if (consumed instanceof List<?> several) {
            several.forEach(each -> add((ConsumedCapacity) each, all));
        }
        return List.copyOf(all);
    }

    private static void add(ConsumedCapacity consumed, List<Capacity> all) {
        boolean isDetailed = consumed.table() != null;
        Double units = isDetailed ? consumed.table().capacityUnits() : consumed.capacityUnits();
        if (units != null) {
            all.add(new Capacity(consumed.tableName(), null, units));
        }
        if (isDetailed) {
            addIndexes(consumed.tableName(), consumed.globalSecondaryIndexes(), all);
            addIndexes(consumed.tableName(), consumed.localSecondaryIndexes(), all);
        }
    }

    private static void addIndexes(
            String table,
            Map<String, software.amazon.awssdk.services.dynamodb.model.Capacity> indexes,
            List<Capacity> all) {
        indexes.forEach((index, used) -> {
            if (used.capacityUnits() != null) {
                all.add(new Capacity(table, index, used.capacityUnits()));
            }
        });
    }
}
