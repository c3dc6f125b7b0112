package dev.tempest.tests.observing;

import dev.tempest.OperationListener;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down each event as a line. */
final class Recorder implements OperationListener {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Capacity> consumed = new CopyOnWriteArrayList<>();
    private final List<Thread> sendingThreads = new CopyOnWriteArrayList<>();
    private final boolean wantsCapacity;

    Recorder(boolean wantsCapacity) {
        this.wantsCapacity = wantsCapacity;
    }

    /** What happened since the last call. */
    List<String> lines() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    List<Capacity> consumed() {
        return consumed;
    }

    List<Thread> sendingThreads() {
        return sendingThreads;
    }

    @Override
    public boolean wantsConsumedCapacity() {
        return wantsCapacity;
    }

    @Override
    public Observer started(Operation operation) {
        String type = operation.type() == null ? "" : " of " + operation.type().getSimpleName();
        String index = operation.index() == null ? "" : " through " + operation.index();
        lines.add(operation.name() + type + " in " + operation.tables() + index);
        return new Observer() {
            @Override
            public Scope sending(Request request) {
                sendingThreads.add(Thread.currentThread());
                return () -> lines.add("sent " + request.number() + " " + request.name());
            }

            @Override
            public void received(Request request, Response response) {
                consumed.addAll(response.consumed());
                if (response.requestId() == null && response.error() == null) {
                    lines.add("no request ID");
                }
                lines.add(request.number() + " " + response.outcome() + error(response.error()));
            }

            @Override
            public void ended(Outcome outcome, String error) {
                lines.add("ended " + outcome + error(error));
            }
        };
    }

    private static String error(String error) {
        return error == null ? "" : " by " + error;
    }
}
