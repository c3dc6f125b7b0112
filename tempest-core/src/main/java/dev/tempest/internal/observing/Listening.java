package dev.tempest.internal.observing;

import dev.tempest.OperationListener;
import dev.tempest.OperationListener.Capacity;
import dev.tempest.OperationListener.Observer;
import dev.tempest.OperationListener.Outcome;
import dev.tempest.OperationListener.Scope;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A database's listener, which can neither fail an operation nor see a value. */
public final class Listening {
    private final OperationListener listener;
    private final Outcomes outcomes;
    private final boolean wantsCapacity;
    private final AtomicBoolean warned = new AtomicBoolean();

    private Listening(OperationListener listener, Outcomes outcomes) {
        this.listener = listener;
        this.outcomes = outcomes;
        this.wantsCapacity = listener.wantsConsumedCapacity();
    }

    /** Null without a listener. */
    public static @Nullable Listening to(@Nullable OperationListener listener, Outcomes outcomes) {
        return listener == null ? null : new Listening(listener, outcomes);
    }

    /** An operation starts. */
    public Observation start(OperationInfo operation) {
        Observer observer = guarded(() -> listener.started(operation));
        return new Events(observer == null ? new Observer() {} : observer);
    }

    /** Does an operation on the caller's thread, with its events. */
    public <T extends @Nullable Object> T observe(OperationInfo operation, Function<Observation, T> work) {
        Observation observation = start(operation);
        T result;
        try {
            result = work.apply(observation);
        } catch (RuntimeException | Error e) {
            observation.ended(null, e);
            throw e;
        }
        observation.ended(result, null);
        return result;
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
            List<Capacity> consumed,
            int scanned,
            int returned,
            int unprocessed,
            List<String> throttlingReasons)
            implements OperationListener.Response {}

    private final class Events implements Observation {
        private final Observer observer;
        private final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger returned = new AtomicInteger();
        private volatile boolean recognised;
        private volatile @Nullable Outcome last;
        private volatile @Nullable SentRequest<?, ?> undecided;

        Events(Observer observer) {
            this.observer = observer;
        }

        @Override
        public <Q, R> Sent<Q, R> sending(RequestKind<Q, R> kind) {
            SentRequest<Q, R> sent = new SentRequest<>(this, kind, requests.incrementAndGet());
            sent.open();
            return sent;
        }

        @Override
        public void decided(Outcome outcome) {
            SentRequest<?, ?> open = undecided;
            if (open != null) {
                undecided = null;
                open.settle(outcome);
            }
        }

        @Override
        public void ended(@Nullable Object result, @Nullable Throwable failure) {
            Outcome outcome;
            if (failure == null) {
                outcome = recognised ? Outcome.OWN_WRITE_RECOGNISED : outcomes.ofResult(result);
            } else {
                Outcome failed = outcomes.of(failure, false);
                outcome = failed == Outcome.FAILED && last == Outcome.UNKNOWN ? Outcome.UNKNOWN : failed;
            }
            decided(outcome);
            int unreadable = unreadable(this, result, failure);
            if (unreadable > 0) {
                guarded(() -> observer.unreadable(unreadable));
            }
            guarded(() -> observer.ended(outcome, failure == null ? null : outcomes.error(failure)));
        }
    }

    private int unreadable(Events operation, @Nullable Object result, @Nullable Throwable failure) {
        if (failure != null) {
            return outcomes.isUnreadable(failure) ? 1 : 0;
        }
        Integer items = outcomes.itemsOfPage(result);
        return items == null ? 0 : operation.returned.get() - items;
    }

    private final class SentRequest<Q, R> implements Observation.Sent<Q, R> {
        private final Events operation;
        private final RequestKind<Q, R> kind;
        private final Request request;
        private @Nullable Scope scope;
        private @Nullable Throwable failure;

        SentRequest(Events operation, RequestKind<Q, R> kind, int number) {
            this.operation = operation;
            this.kind = kind;
            this.request = new Request(kind.name(), number);
        }

        private void open() {
            scope = guarded(() -> operation.observer.sending(request));
        }

        @Override
        public Q prepare(Q sent) {
            return wantsCapacity ? kind.askingForCapacity(sent) : sent;
        }

        @Override
        public void handedOver() {
            Scope opened = scope;
            if (opened != null) {
                guarded(opened::close);
            }
        }

        @Override
        public void received(R response) {
            Counts counts = kind.counts(response);
            operation.returned.addAndGet(counts.returned());
            report(new Response(
                    Outcome.DONE,
                    null,
                    kind.requestId(response),
                    kind.consumed(response),
                    counts.scanned(),
                    counts.returned(),
                    counts.unprocessed(),
                    List.of()));
        }

        @Override
        public void failed(Throwable sdkFailure, @Nullable Throwable thrown) {
            failure = sdkFailure;
            settle(outcomes.of(thrown == null ? sdkFailure : thrown, kind.isWrite()));
        }

        @Override
        public void resolved(Throwable sdkFailure, @Nullable Object result) {
            failure = sdkFailure;
            if (result instanceof Observation.Undecided) {
                operation.undecided = this;
            } else {
                settle(Outcome.OWN_WRITE_RECOGNISED);
            }
        }

        private void settle(Outcome outcome) {
            operation.recognised |= outcome == Outcome.OWN_WRITE_RECOGNISED;
            Throwable known = failure;
            report(new Response(
                    outcome,
                    known == null ? null : outcomes.error(known),
                    known == null ? null : outcomes.requestId(known),
                    List.of(),
                    0,
                    0,
                    0,
                    known == null ? List.of() : outcomes.throttlingReasons(outcomes.unwrap(known))));
        }

        private void report(Response response) {
            operation.last = response.outcome();
            guarded(() -> operation.observer.received(request, response));
        }
    }
}
