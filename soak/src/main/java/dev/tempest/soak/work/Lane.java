package dev.tempest.soak.work;

import dev.tempest.soak.access.Access;
import dev.tempest.soak.history.Ending;
import dev.tempest.soak.history.Intent;
import dev.tempest.soak.history.Journal;
import dev.tempest.soak.history.Kind;
import dev.tempest.soak.history.Outcome;
import dev.tempest.soak.history.Part;
import dev.tempest.soak.item.Entry;
import dev.tempest.soak.item.Type;
import dev.tempest.soak.work.Plan.Api;
import dev.tempest.soak.work.Plan.End;
import dev.tempest.soak.work.Plan.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Does one operation after another. */
final class Lane implements Runnable {
    private static final int MOST_TRIES = 4;
    private static final int PAGE_SIZE = 2;

    private final long seed;
    private final LaneClients clients;
    private final Journal journal;
    private final IntSupplier numbers;
    private final ScheduledExecutorService clock;

    /** @param numbers the operations to do; 0 for no more */
    Lane(long seed, LaneClients.Shared shared, Journal journal, IntSupplier numbers, ScheduledExecutorService clock) {
        this.seed = seed;
        this.clients = new LaneClients(shared);
        this.journal = journal;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public void run() {
        for (int number = numbers.getAsInt(); number > 0; number = numbers.getAsInt()) {
            Plan plan = Plan.of(seed, number);
            clients.begin(number);
            if (plan.members().size() == 1) {
                single(plan, plan.members().get(0).family().type(plan.knowsToken()));
            } else {
                transaction(plan);
            }
        }
    }

    private <K, I extends Entry<I>> void single(Plan plan, Type<K, I> type) {
        Member member = plan.members().get(0);
        Runnable close = null;
        Access<I> access;
        if (plan.end() == End.CLOSED) {
            LaneClients.Doomed<I> doomed = clients.doomed(plan, member, type);
            access = doomed.access();
            close = doomed.close();
        } else {
            access = clients.access(plan, member, type);
        }
        Single single;
        try {
            single = Single.prepare(plan, access, type);
        } catch (RuntimeException e) {
            notRead(plan, e);
            return;
        }
        call(plan, single, type, close);
    }

    private void call(Plan plan, Single single, Type<?, ?> type, @Nullable Runnable close) {
        journal.write(single.intent());
        if (plan.end() == End.CANCELLED) {
            clients.patience().end(plan.haste());
        }
        if (close != null) {
            clock.schedule(close, plan.haste(), TimeUnit.MILLISECONDS);
        }
        long start = System.nanoTime();
        try {
            String result = single.call().get();
            end(single.intent(), start, List.of(Outcome.DONE), List.of(result), List.of(), "");
        } catch (RuntimeException | AssertionError e) {
            long ended = System.nanoTime();
            Outcome outcome = Outcomes.of(e);
            boolean says = outcome == Outcome.CONFLICT || outcome == Outcome.ABSENT || outcome == Outcome.GAVE_UP;
            if (close != null && !says) {
                outcome = Outcome.CLOSED;
            }
            List<String> probes = outcome == Outcome.CONFLICT
                    ? List.of(clients.probe(
                            plan.members().get(0).family(),
                            type,
                            plan.members().get(0).name()))
                    : List.of();
            end(
                    single.intent(),
                    start + System.nanoTime() - ended,
                    List.of(outcome),
                    List.of(),
                    probes,
                    Outcomes.describe(e));
        } finally {
            clients.patience().renew();
            if (plan.end() == End.CANCELLED) {
                clients.leaveAsync();
            }
        }
    }

    private void transaction(Plan plan) {
        List<Step<?, ?>> steps = new ArrayList<>();
        try {
            for (Member member : plan.members()) {
                steps.add(decide(plan, member, member.family().type(plan.knowsToken()), steps.isEmpty()));
            }
        } catch (RuntimeException e) {
            notRead(plan, e);
            return;
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            parts.add(steps.get(i).part(plan.kind() == Kind.PAGER ? i / PAGE_SIZE : 0));
        }
        Intent intent = new Intent(plan.operation(), plan.kind(), plan.way(), true, true, parts);
        journal.write(intent);
        Sets sets = sets(plan.api());
        long start = System.nanoTime();
        if (plan.kind() == Kind.PAGER) {
            pager(plan, intent, steps, sets.pages(steps, PAGE_SIZE), start);
            return;
        }
        boolean again = plan.kind() == Kind.TRANSACTION_AGAIN;
        String token = again ? "soak-" + seed + "-" + plan.operation() : null;
        RuntimeException failure = attempt(() -> sets.write(steps, token), again ? MOST_TRIES : 1);
        if (again && failure == null && plan.random().nextBoolean()) {
            // What is done is done: DynamoDB knows the token.
            failure = attempt(() -> sets.write(steps, token), MOST_TRIES);
        }
        end(plan, intent, steps, start, 0, failure);
    }

    private <K, I extends Entry<I>> Step<K, I> decide(Plan plan, Member member, Type<K, I> type, boolean first) {
        return Step.decide(plan, member, type, clients.access(plan, member, type), first);
    }

    private Sets sets(Api api) {
        return switch (api) {
            case SYNC ->
                SetsV2.sync(
                        clients.db(),
                        (traced, value) -> traced
                                ? clients.db().traced().scoped(value)
                                : clients.db().plain().scoped(value));
            case ASYNC ->
                SetsV2.async(
                        clients.asyncDb(),
                        (traced, value) -> traced
                                ? clients.asyncDb().traced().scoped(value)
                                : clients.asyncDb().plain().scoped(value));
            case V1 -> new SetsV1(clients.dbV1());
        };
    }

    private void pager(Plan plan, Intent intent, List<Step<?, ?>> steps, Sets.Pages pages, long start) {
        RuntimeException failure = attempt(pages::execute, MOST_TRIES);
        end(plan, intent, steps, start, pages.updatedCount(), failure);
    }

    /** Tries again what may go through the next time. */
    private static @Nullable RuntimeException attempt(Runnable write, int tries) {
        RuntimeException failure = null;
        for (int i = 0; i < tries; i++) {
            try {
                write.run();
                return null;
            } catch (RuntimeException e) {
                failure = e;
                Outcome outcome = Outcomes.of(e);
                if (outcome != Outcome.FAILED && outcome != Outcome.CANCELLED_TRANSACTION) {
                    return e;
                }
            }
        }
        return failure;
    }

    /** @param done how many of the first parts are done in spite of the failure */
    private void end(
            Plan plan,
            Intent intent,
            List<Step<?, ?>> steps,
            long start,
            int done,
            @Nullable RuntimeException failure) {
        if (failure == null) {
            end(intent, start, Collections.nCopies(steps.size(), Outcome.DONE), List.of(), List.of(), "");
            return;
        }
        long ended = System.nanoTime();
        Outcome outcome = Outcomes.of(failure);
        List<Outcome> outcomes = new ArrayList<>();
        List<String> probes = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean later = plan.kind() == Kind.PAGER && i >= done + PAGE_SIZE;
            outcomes.add(i < done ? Outcome.DONE : later ? Outcome.NOT_STARTED : outcome);
            if (outcome == Outcome.CONFLICT) {
                Step<?, ?> step = steps.get(i);
                probes.add(clients.probe(
                        step.member().family(), step.type(), step.member().name()));
            }
        }
        end(intent, start + System.nanoTime() - ended, outcomes, List.of(), probes, Outcomes.describe(failure));
    }

    /** @param start when the call began, moved on by what was not part of it */
    private void end(
            Intent intent,
            long start,
            List<Outcome> outcomes,
            List<String> returned,
            List<String> probes,
            String error) {
        journal.write(
                new Ending(intent.operation(), (System.nanoTime() - start) / 1_000, outcomes, returned, probes, error));
    }

    /** The network failed before anything was to be written. */
    private void notRead(Plan plan, RuntimeException e) {
        List<Part> parts = plan.members().stream()
                .map(member -> new Part(
                        member.name(),
                        dev.tempest.soak.history.Action.CHECK,
                        dev.tempest.soak.history.Guard.NONE,
                        0,
                        Part.UNREAD))
                .toList();
        Intent intent = new Intent(plan.operation(), plan.kind(), plan.way(), true, true, parts);
        journal.write(intent);
        Outcome outcome = Outcomes.of(e) == Outcome.FAILED ? Outcome.NOT_STARTED : Outcome.UNEXPECTED;
        if (plan.end() == End.CLOSED) {
            outcome = Outcome.NOT_STARTED;
        }
        end(
                intent,
                System.nanoTime(),
                Collections.nCopies(parts.size(), outcome),
                List.of(),
                List.of(),
                Outcomes.describe(e));
    }
}
