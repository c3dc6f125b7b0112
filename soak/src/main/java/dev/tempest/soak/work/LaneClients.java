package dev.tempest.soak.work;

import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncView;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.View;
import dev.tempest.soak.access.Access;
import dev.tempest.soak.access.AccessV1;
import dev.tempest.soak.access.AsyncAccess;
import dev.tempest.soak.access.Clients;
import dev.tempest.soak.access.Patience;
import dev.tempest.soak.access.Rows;
import dev.tempest.soak.access.SyncAccess;
import dev.tempest.soak.history.State;
import dev.tempest.soak.item.Entry;
import dev.tempest.soak.item.Family;
import dev.tempest.soak.item.SoakItem;
import dev.tempest.soak.item.Tables;
import dev.tempest.soak.item.Type;
import dev.tempest.soak.work.Plan.Api;
import dev.tempest.soak.work.Plan.Member;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one lane writes through. Belongs to one thread. Clients that block are shared by all lanes of a process, and take
 * the operation's number from the calling thread; those that do not block call from any thread, so each lane has its own.
 */
final class LaneClients {
    /** More than all tries of a call take, and all rounds of an update. */
    private static final long LONGEST_CALL_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Shared shared;
    private final Patience patience = new Patience();
    private final Map<Object, Access<?>> accesses = new HashMap<>();
    private final Deque<Left> left = new ArrayDeque<>();
    private AsyncPath async;

    /**
     * A database, and the number of the operation that it works for.
     *
     * @param accesses to its items, by what they are for
     */
    private record AsyncPath(Tables.AsyncDb db, AtomicInteger operation, Map<Object, Access<?>> accesses) {}

    private record Left(AsyncPath path, long atNanos) {}

    /** What all lanes of a process share. */
    static final class Shared {
        private final URI proxy;
        private final DynamoDbClient direct;
        private final SdkAsyncHttpClient asyncHttp = Clients.asyncHttp();
        private final ThreadLocal<Integer> operation = ThreadLocal.withInitial(() -> 0);
        private final Tables.Db db;
        private final Tables.DbV1 dbV1;

        /**
         * @param proxy where the network fails
         * @param server where it does not
         */
        Shared(URI proxy, URI server) {
            this.proxy = proxy;
            direct = Clients.direct(server);
            db = Clients.db(Clients.client(proxy, Clients.http(), operation::get));
            dbV1 = Clients.dbV1(proxy, operation::get);
        }
    }

    LaneClients(Shared shared) {
        this.shared = shared;
        async = newAsyncPath();
    }

    private AsyncPath newAsyncPath() {
        AtomicInteger operation = new AtomicInteger();
        return new AsyncPath(
                Clients.asyncDb(Clients.asyncClient(shared.proxy, shared.asyncHttp, operation::get)),
                operation,
                new HashMap<>());
    }

    void begin(int number) {
        shared.operation.set(number);
        async.operation().set(number);
    }

    Patience patience() {
        return patience;
    }

    Tables.Db db() {
        return shared.db;
    }

    Tables.AsyncDb asyncDb() {
        return async.db();
    }

    Tables.DbV1 dbV1() {
        return shared.dbV1;
    }

    /** Leaves behind what a cancelled call may still be doing under its number, until it has surely ended. */
    void leaveAsync() {
        left.addLast(new Left(async, System.nanoTime()));
        Left oldest = left.getFirst();
        if (System.nanoTime() - oldest.atNanos() > LONGEST_CALL_NANOS) {
            left.removeFirst();
            async = oldest.path();
        } else {
            async = newAsyncPath();
        }
    }

    /** What is stored, read past the library and the network that fails. */
    String probe(Family family, Type<?, ?> type, String name) {
        String prefix = type.itemType()
                .getSimpleName()
                .replaceFirst("(Item|Mapped)$", "")
                .toUpperCase(java.util.Locale.ROOT);
        Map<String, AttributeValue> row = shared.direct
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
        Map<Object, Access<?>> known = plan.api() == Api.ASYNC ? async.accesses() : accesses;
        @SuppressWarnings("unchecked") // It was made for this very type.
        Access<I> found = (Access<I>) known.get(name);
        if (found != null) {
            return found;
        }
        Access<I> made = newAccess(plan.api(), member.family(), transactional, type, shared.db, async.db());
        known.put(name, made);
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
                yield new SyncAccess<>(transactional ? view.with(ConditionalWrites.TRANSACTIONAL) : view, type.key());
            }
            case ASYNC -> {
                AsyncLogicalTable<SoakItem> table = family.isTraced() ? asyncThrough.traced() : asyncThrough.plain();
                AsyncView<K, I> view = table.inlineView(type.keyType(), type.itemType());
                yield new AsyncAccess<>(
                        transactional ? view.with(ConditionalWrites.TRANSACTIONAL) : view, type.key(), patience);
            }
            case V1 -> new AccessV1<>(shared.dbV1.plain().inlineView(type.keyType(), type.itemType()), type.key());
        };
    }

    /** Clients that live for one call, and may be closed in the middle of it. */
    <K, I extends Entry<I>> Doomed<I> doomed(Plan plan, Member member, Type<K, I> type) {
        if (plan.api() == Api.SYNC) {
            SdkHttpClient http = Clients.http();
            DynamoDbClient client = Clients.client(shared.proxy, http, plan::operation);
            return new Doomed<>(
                    newAccess(plan.api(), member.family(), plan.transactional(), type, Clients.db(client), async.db()),
                    () -> {
                        client.close();
                        http.close();
                    });
        }
        SdkAsyncHttpClient http = Clients.asyncHttp();
        DynamoDbAsyncClient client = Clients.asyncClient(shared.proxy, http, plan::operation);
        return new Doomed<>(
                newAccess(plan.api(), member.family(), plan.transactional(), type, shared.db, Clients.asyncDb(client)),
                () -> {
                    client.close();
                    http.close();
                });
    }

    /** Items through clients of their own. */
    record Doomed<I extends Entry<I>>(Access<I> access, Runnable close) {}
}
