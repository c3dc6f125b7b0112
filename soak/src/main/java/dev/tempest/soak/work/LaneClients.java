package dev.tempest.soak.work;

import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncView;
import dev.tempest.sdk2.GuardedWrites;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.View;
import dev.tempest.soak.history.State;
import dev.tempest.soak.work.Plan.Api;
import dev.tempest.soak.work.Plan.Member;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One lane's clients, by which its requests are told from others'. Belongs to one thread. */
final class LaneClients {
    private final Shared shared;
    private final AtomicInteger operation = new AtomicInteger();
    private final Patience patience = new Patience();
    private final Tables.Db db;
    private final Tables.DbV1 dbV1;
    private final Map<Object, Access<?>> accesses = new HashMap<>();
    private AtomicInteger asyncOperation = new AtomicInteger();
    private Tables.AsyncDb asyncDb;

    /**
     * What all lanes of a process share.
     *
     * @param proxy where the network fails
     * @param direct where it does not
     */
    record Shared(URI proxy, DynamoDbClient direct, SdkHttpClient http, SdkAsyncHttpClient asyncHttp) {}

    LaneClients(Shared shared) {
        this.shared = shared;
        db = Clients.db(Clients.client(shared.proxy(), shared.http(), operation));
        dbV1 = Clients.dbV1(shared.proxy(), operation);
        asyncDb = newAsyncDb();
    }

    private Tables.AsyncDb newAsyncDb() {
        return Clients.asyncDb(Clients.asyncClient(shared.proxy(), shared.asyncHttp(), asyncOperation));
    }

    void begin(int number) {
        operation.set(number);
        asyncOperation.set(number);
    }

    Patience patience() {
        return patience;
    }

    Tables.Db db() {
        return db;
    }

    Tables.AsyncDb asyncDb() {
        return asyncDb;
    }

    Tables.DbV1 dbV1() {
        return dbV1;
    }

    /** Leaves behind what a cancelled call may still be doing under its number. */
    void leaveAsync() {
        asyncOperation = new AtomicInteger();
        asyncDb = newAsyncDb();
        accesses.clear();
    }

    /** What is stored, read past the library and the network that fails. */
    String probe(Family family, Type<?, ?> type, String name) {
        String prefix = type.itemType()
                .getSimpleName()
                .replaceFirst("(Item|Mapped)$", "")
                .toUpperCase(java.util.Locale.ROOT);
        Map<String, AttributeValue> row = shared.direct()
                .getItem(get -> get.tableName(family.isTraced() ? Tables.TRACED : Tables.PLAIN)
                        .consistentRead(true)
                        .key(Map.of(
                                "partition_key", AttributeValue.fromS(name),
                                "sort_key", AttributeValue.fromS(prefix + "_"))))
                .item();
        return State.digestOf(Rows.state(row));
    }

    <K, I extends Entry<I>> Access<I> access(Plan plan, Member member, Type<K, I> type) {
        boolean transactional = plan.transactional() && plan.members().size() == 1;
        Object name = List.of(type, plan.api(), member.family().isTraced(), transactional);
        @SuppressWarnings("unchecked") // It was made for this very type.
        Access<I> known = (Access<I>) accesses.get(name);
        if (known != null) {
            return known;
        }
        Access<I> made = newAccess(plan.api(), member.family(), transactional, type, db, asyncDb);
        accesses.put(name, made);
        return made;
    }

    private <K, I extends Entry<I>> Access<I> newAccess(
            Api api,
            Family family,
            boolean transactional,
            Type<K, I> type,
            Tables.Db through,
            Tables.AsyncDb asyncThrough) {
        return switch (api) {
            case SYNC -> {
                LogicalTable<SoakItem> table = family.isTraced() ? through.traced() : through.plain();
                View<K, I> view = table.inlineView(type.keyType(), type.itemType());
                yield new SyncAccess<>(transactional ? view.with(GuardedWrites.TRANSACTIONAL) : view, type.key());
            }
            case ASYNC -> {
                AsyncLogicalTable<SoakItem> table = family.isTraced() ? asyncThrough.traced() : asyncThrough.plain();
                AsyncView<K, I> view = table.inlineView(type.keyType(), type.itemType());
                yield new AsyncAccess<>(
                        transactional ? view.with(GuardedWrites.TRANSACTIONAL) : view, type.key(), patience);
            }
            case V1 -> new AccessV1<>(dbV1.plain().inlineView(type.keyType(), type.itemType()), type.key());
        };
    }

    /** Clients that live for one call, and may be closed in the middle of it. */
    <K, I extends Entry<I>> Doomed<I> doomed(Plan plan, Member member, Type<K, I> type) {
        AtomicInteger number = new AtomicInteger(plan.operation());
        if (plan.api() == Api.SYNC) {
            SdkHttpClient http = Clients.http();
            DynamoDbClient client = Clients.client(shared.proxy(), http, number);
            return new Doomed<>(
                    newAccess(plan.api(), member.family(), plan.transactional(), type, Clients.db(client), asyncDb),
                    () -> {
                        client.close();
                        http.close();
                    });
        }
        SdkAsyncHttpClient http = Clients.asyncHttp();
        DynamoDbAsyncClient client = Clients.asyncClient(shared.proxy(), http, number);
        return new Doomed<>(
                newAccess(plan.api(), member.family(), plan.transactional(), type, db, Clients.asyncDb(client)), () -> {
                    client.close();
                    http.close();
                });
    }

    /** Items through clients of their own. */
    record Doomed<I extends Entry<I>>(Access<I> access, Runnable close) {}
}
