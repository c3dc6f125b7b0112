package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.Version;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Items;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * One item, two clients that take turns or come in between each other's lost answers and second tries, in any order: each
 * change that was acknowledged is there, once.
 */
class InterleavingsTest {
    record Key(String id) {}

    record Guarded(String id, List<String> changes, @Version Long version) {
        Guarded with(String change) {
            return new Guarded(id, plus(changes, change), version);
        }
    }

    record Unguarded(String id, List<String> changes) {
        Unguarded with(String change) {
            return new Unguarded(id, plus(changes, change));
        }
    }

    private static List<String> plus(List<String> changes, String change) {
        List<String> more = new ArrayList<>(changes);
        more.add(change);
        return more;
    }

    /** What a client does. A save is of the item that it loaded, or saved, last. */
    enum Action {
        LOAD,
        SAVE,
        UPDATE
    }

    /** What becomes of the first try of a write. */
    enum Mishap {
        NONE,
        ANSWER_LOST,
        REQUEST_LOST,
        LANDS_AT_THE_END
    }

    /** @param inBetween what the other client does between the mishap and the second try */
    record Step(int client, Action action, Mishap mishap, List<Action> inBetween) {}

    private static DynamoDbConnection connection;
    private static final Map<Store.Way, List<Client>> CLIENTS = new EnumMap<>(Store.Way.class);

    @BeforeContainer
    static void open() {
        connection = DynamoDbConnection.embedded();
        connection.createTable(TestTable.create(Store.TABLE, Account.class));
        for (Store.Way way : Store.Way.values()) {
            CLIENTS.put(way, List.of(new Client(way), new Client(way)));
        }
    }

    @AfterContainer
    static void close() {
        CLIENTS.values().forEach(clients -> clients.forEach(client -> client.store.close()));
        CLIENTS.clear();
        connection.close();
    }

    private static final class Client {
        private final AtomicReference<Mishap> next = new AtomicReference<>(Mishap.NONE);
        private final AtomicReference<Runnable> inBetween = new AtomicReference<>(() -> {});
        private final FaultyHttp network = FaultyHttp.builder()
                .when(request -> isNext(request, Mishap.ANSWER_LOST), Fault.responseLost())
                .when(request -> isNext(request, Mishap.REQUEST_LOST), Fault.connectionReset())
                .when(request -> isNext(request, Mishap.LANDS_AT_THE_END), Fault.deliveredLate(Duration.ofMinutes(1)))
                .afterFault((request, fault) -> inBetween.getAndSet(() -> {}).run())
                .build();
        private final Store store;

        Client(Store.Way way) {
            store = Store.open(way, connection.with(network), Store.Settings.DEFAULT);
        }

        private boolean isNext(FaultyHttp.Request request, Mishap mishap) {
            return List.of("PutItem", "UpdateItem").contains(request.operation())
                    && next.compareAndSet(mishap, Mishap.NONE);
        }

        void plan(Mishap mishap, Runnable other) {
            next.set(mishap);
            inBetween.set(other);
        }
    }

    /** One run of the two clients over an item of its own. */
    private static final class Run<I> {
        private final Key key = new Key(UUID.randomUUID().toString());
        private final List<Client> clients;
        private final List<Items<Key, I>> items = new ArrayList<>();
        private final List<I> held = new ArrayList<>(Collections.nCopies(2, null));
        private final BiFunction<I, String, I> change;
        private final boolean hasUpdate;
        private final List<String> acknowledged = new ArrayList<>();
        private final List<String> refused = new ArrayList<>();
        private int changes;

        Run(
                Store.Way way,
                Function<Store, Items<Key, I>> view,
                BiFunction<I, String, I> change,
                boolean hasUpdate,
                Function<Key, I> first) {
            this.clients = CLIENTS.get(way);
            clients.forEach(client -> items.add(view.apply(client.store)));
            this.change = change;
            this.hasUpdate = hasUpdate;
            items.get(0).save(first.apply(key));
        }

        I run(List<Step> steps) {
            for (Step step : steps) {
                int other = 1 - step.client();
                clients.get(step.client())
                        .plan(step.mishap(), () -> step.inBetween().forEach(action -> act(other, action)));
                act(step.client(), step.action());
                clients.get(step.client()).plan(Mishap.NONE, () -> {});
            }
            clients.forEach(client -> client.network.deliverPending());
            return items.get(0).load(key, true);
        }

        private void act(int client, Action action) {
            String name = "change " + ++changes;
            if (action == Action.LOAD || held.get(client) == null) {
                held.set(client, items.get(client).load(key, true));
            }
            if (action == Action.LOAD) {
                return;
            }
            try {
                held.set(
                        client,
                        action == Action.UPDATE && hasUpdate
                                ? items.get(client).update(key, item -> change.apply(item, name))
                                : items.get(client).save(change.apply(held.get(client), name)));
                acknowledged.add(name);
            } catch (ConditionalCheckFailedException e) {
                refused.add(name);
                held.set(client, null);
            } catch (OutcomeUnknownException e) {
                held.set(client, null);
            }
        }
    }

    @Provide
    static Arbitrary<List<Step>> steps() {
        Arbitrary<Action> actions = Arbitraries.of(Action.class);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1),
                        actions,
                        Arbitraries.of(Mishap.class),
                        actions.list().ofMaxSize(3))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @Property(tries = 150)
    void acknowledgedChangesAreThereOnce(@ForAll Store.Way way, @ForAll("steps") List<Step> steps) {
        Run<Guarded> run = new Run<>(
                way,
                store -> store.traced(Key.class, Guarded.class),
                Guarded::with,
                true,
                key -> new Guarded(key.id(), List.of(), null));
        Guarded stored = run.run(steps);

        assertThat(stored.changes()).doesNotHaveDuplicates().containsAll(run.acknowledged);
        assertThat(stored.changes()).doesNotContainAnyElementsOf(plus(run.refused, "none"));
        assertThat(stored.version()).isEqualTo(stored.changes().size() + 1L);
    }

    @Example
    void withoutAGuardSomeAreLost() {
        boolean isLost = steps().sampleStream().limit(250).anyMatch(steps -> {
            Run<Unguarded> run = new Run<>(
                    Store.Way.SYNC,
                    store -> store.plain(Key.class, Unguarded.class),
                    Unguarded::with,
                    false,
                    key -> new Unguarded(key.id(), List.of()));
            return !run.run(steps).changes().containsAll(run.acknowledged);
        });

        assertThat(isLost).isTrue();
    }
}
