package dev.tempest.spring;

import dev.tempest.OperationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Several listeners as one: each receives all events. */
final class OperationListeners implements OperationListener {
    private final List<OperationListener> listeners;

    OperationListeners(List<OperationListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public @Nullable Observer started(Operation operation) {
        List<Observer> observers = new ArrayList<>(listeners.size());
        for (OperationListener listener : listeners) {
            Observer observer = listener.started(operation);
            if (observer != null) {
                observers.add(observer);
            }
        }
        return observers.isEmpty() ? null : new Observers(observers);
    }

    @Override
    public boolean wantsConsumedCapacity() {
        return listeners.stream().anyMatch(OperationListener::wantsConsumedCapacity);
    }

    private record Observers(List<Observer> all) implements Observer {
        @Override
        public Scope sending(Request request) {
            List<Scope> scopes = new ArrayList<>(all.stream()
                    .map(observer -> observer.sending(request))
                    .filter(Objects::nonNull)
                    .toList());
            return () -> {
                // As they were nested.
                for (int i = scopes.size() - 1; i >= 0; i--) {
                    scopes.get(i).close();
                }
            };
        }

        @Override
        public void received(Request request, Response response) {
            all.forEach(observer -> observer.received(request, response));
        }

        @Override
        public void unreadable(int items) {
            all.forEach(observer -> observer.unreadable(items));
        }

        @Override
        public void ended(Outcome outcome, @Nullable String error) {
            all.forEach(observer -> observer.ended(outcome, error));
        }
    }
}
