package dev.tempest.tests.unique;

import static dev.tempest.Attributes.attr;
import static dev.tempest.tests.unique.Members.guestKey;
import static dev.tempest.tests.unique.Members.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.UniqueValueTakenException;
import dev.tempest.UpdateConflictException;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.unique.Members.Guest;
import dev.tempest.tests.unique.Members.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Unique values among many writers, crashes and lost responses: never do two items have one value, and never does a companion
 * item that outlived its item keep the value from others.
 */
class UniqueWritersTest {
    private static final int WRITERS = 16;
    private static final String[] IDS = {"i0", "i1", "i2", "i3", "i4", "i5"};
    private static final String[] EMAILS = {"a@x", "b@x", "c@x", "d@x"};

    private final LocalDynamoDb server = LocalDynamoDb.start();

    @RegisterExtension
    final TestDb db = TestDb.builder()
            .table("members", Members.MemberTable.class)
            .server(server)
            .build();

    private Members.Db open() {
        return db.logicalDb(Members.Db.class);
    }

    private void deleteByAnotherProgram(String sortKey) {
        db.client()
                .deleteItem(delete -> delete.tableName("members")
                        .key(Map.of("pk", AttributeValue.fromS("c"), "sk", AttributeValue.fromS(sortKey))));
    }

    /** Each value that no item has can be had. */
    private void requireFree() {
        Members.MemberTable members = open().members();
        List<String> held = new ArrayList<>();
        members.members().scanAllContents().forEach(member -> held.add(member.email()));
        List<String> heldByGuests = new ArrayList<>();
        members.guests().scanAllContents().forEach(guest -> heldByGuests.add(guest.email()));
        for (String email : EMAILS) {
            if (!held.contains(email)) {
                members.members().create(Member.of("new " + email, email));
            }
            if (!heldByGuests.contains(email)) {
                members.guests().save(Guest.of("new " + email, email));
            }
        }
        Members.requireUnique(db.client());
    }

    @Test
    void manyWritersWhoseResponsesAreLostNeverShareAValue() throws Exception {
        FaultyHttp losses =
                FaultyHttp.builder().seed(11).rate(0.2, Fault.responseLost()).build();
        Members.Db lossy = db.with(losses).logicalDb(Members.Db.class);
        Members.AsyncDb asyncLossy = db.with(losses).asyncLogicalDb(Members.AsyncDb.class);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random dice = new Random(i);
                writers.add(() -> {
                    for (int n = 0; n < 12; n++) {
                        write(lossy, asyncLossy, dice);
                    }
                    return null;
                });
            }
            for (Future<Void> done : threads.invokeAll(writers)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(losses.faults()).isGreaterThan(20);
        Members.requireUnique(db.client());
        requireFree();
    }

    private void write(Members.Db lossy, Members.AsyncDb asyncLossy, Random dice) {
        String id = IDS[dice.nextInt(IDS.length)];
        String email = dice.nextInt(5) == 0 ? null : EMAILS[dice.nextInt(EMAILS.length)];
        Members.MemberTable table = lossy.members();
        try {
            switch (dice.nextInt(11)) {
                case 0 -> table.members().create(Member.of(id, email));
                case 1 ->
                    table.members()
                            .updateOrCreate(key(id), old -> old == null ? Member.of(id, email) : old.withEmail(email));
                case 2 ->
                    table.members()
                            .patch(key(id), attr(Member::email).set(email).orCreate());
                case 3 -> table.members().deleteKey(key(id));
                case 4 -> table.guests().save(Guest.of(id, email));
                case 5 -> table.guests().merge(Guest.of(id, email));
                case 6 -> table.guests().deleteKey(guestKey(id));
                case 7 -> deleteByAnotherProgram((dice.nextBoolean() ? "MEMBER#" : "GUEST#") + id);
                case 8 ->
                    lossy.transactionWrite(TransactionWriteSet.builder()
                            .save(Guest.of(id, email))
                            .delete(guestKey(IDS[dice.nextInt(IDS.length)] + "x"))
                            .delete(key(IDS[dice.nextInt(IDS.length)]))
                            .build());
                case 9 ->
                    asyncLossy.members().guests().saveAsync(Guest.of(id, email)).join();
                default ->
                    asyncLossy
                            .members()
                            .members()
                            .updateAsync(key(id), old -> old.withEmail(email))
                            .join();
            }
        } catch (CompletionException e) {
            requireExpected(e.getCause());
        } catch (RuntimeException e) {
            requireExpected(e);
        }
    }

    private static void requireExpected(Throwable failure) {
        assertThat(failure)
                .isInstanceOfAny(
                        UniqueValueTakenException.class,
                        OutcomeUnknownException.class,
                        UpdateConflictException.class,
                        ConditionalCheckFailedException.class,
                        TransactionCanceledException.class,
                        NoSuchElementException.class);
    }

    /** A program that ends there and then. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private interface Operation {
        void run(Members.Db db);
    }

    /** The program ends before its n-th request, or after DynamoDB has executed it, for every n. */
    @Test
    void aCrashBetweenAnyTwoRequestsLeavesNothingHalfDone() {
        crashEverywhere(it -> it.members().members().create(Member.of("new", "b@x")));
        crashEverywhere(it -> it.members().guests().save(Guest.of("old", "b@x")));
        crashEverywhere(it -> it.members().guests().merge(Guest.of("old", "b@x")));
        crashEverywhere(it -> it.members().members().update(key("old"), old -> old.withEmail("b@x")));
        crashEverywhere(it ->
                it.members().members().patch(key("old"), attr(Member::email).set("b@x")));
        crashEverywhere(it -> it.members().members().deleteKey(key("old")));
        crashEverywhere(it -> it.transactionWrite(TransactionWriteSet.builder()
                .patch(key("old"), attr(Member::email).set("b@x"))
                .delete(guestKey("old"))
                .create(Guest.of("new", "b@x"))
                .build()));
    }

    private void crashEverywhere(Operation operation) {
        boolean isOver = false;
        for (int n = 1; !isOver; n++) {
            isOver = !crashes(operation, n, false);
            crashes(operation, n, true);
        }
    }

    /** @return whether there was an n-th request */
    private boolean crashes(Operation operation, int n, boolean isExecuted) {
        Members.stored(db.client())
                .forEach(row -> db.client()
                        .deleteItem(delete ->
                                delete.tableName("members").key(Map.of("pk", row.get("pk"), "sk", row.get("sk")))));
        open().members().members().create(Member.of("old", "a@x"));
        open().members().guests().save(Guest.of("old", "a@x"));
        // Another item had the value, and another program deleted it: the value has to be taken over.
        open().members().members().create(Member.of("gone", "b@x"));
        open().members().guests().save(Guest.of("gone", "b@x"));
        deleteByAnotherProgram("MEMBER#gone");
        deleteByAnotherProgram("GUEST#gone");
        AtomicInteger number = new AtomicInteger();
        FaultyHttp network = FaultyHttp.builder()
                .when(
                        request -> {
                            boolean isIt = number.incrementAndGet() == n;
                            if (isIt && !isExecuted) {
                                throw new Crash();
                            }
                            return isIt;
                        },
                        Fault.responseLost())
                .afterFault((request, fault) -> {
                    throw new Crash();
                })
                .build();
        boolean crashed = false;
        try {
            operation.run(db.with(network).logicalDb(Members.Db.class));
        } catch (Crash e) {
            crashed = true;
        }
        Members.requireUnique(db.client());
        requireFree();
        return crashed;
    }

    @Test
    void anItemThatExpiresFreesItsValue() {
        db.client()
                .updateTimeToLive(request -> request.tableName("members")
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("expires")));
        Instant soon = server.engine().clock().instant().plus(Duration.ofHours(1));
        open().members().members().create(Member.of("ann", "a@x").withExpires(soon.getEpochSecond()));
        assertThatThrownBy(() -> open().members().members().create(Member.of("bob", "a@x")))
                .isInstanceOf(UniqueValueTakenException.class);

        server.engine().clock().advance(Duration.ofDays(30));

        assertThat(open().members().members().load(key("ann"), true)).isNull();
        open().members().members().create(Member.of("bob", "a@x"));
        assertThat(Members.companions(db.client())).containsExactly(Map.entry("unique#email#S:a@x", "MEMBER#bob"));
    }

    @Test
    void aValueThatAnotherProgramChangedIsFree() {
        open().members().members().create(Member.of("ann", "a@x"));
        db.client()
                .updateItem(update -> update.tableName("members")
                        .key(Map.of("pk", AttributeValue.fromS("c"), "sk", AttributeValue.fromS("MEMBER#ann")))
                        .updateExpression("SET email = :other")
                        .expressionAttributeValues(Map.of(":other", AttributeValue.fromS("z@x"))));

        open().members().members().create(Member.of("bob", "a@x"));

        assertThat(Members.companions(db.client())).containsEntry("unique#email#S:a@x", "MEMBER#bob");
        // The companion item is bob's now, whatever ann does.
        open().members().members().patch(key("ann"), attr(Member::email).set("y@x"));
        open().members().members().deleteKey(key("ann"));
        assertThat(Members.companions(db.client())).containsExactly(Map.entry("unique#email#S:a@x", "MEMBER#bob"));
    }

    /** The owner comes back between the look at it and the transaction that would take its value over. */
    @Test
    void aValueIsNotTakenOverFromAnItemThatHasItAgain() {
        open().members().members().create(Member.of("ann", "a@x"));
        deleteByAnotherProgram("MEMBER#ann");
        AtomicInteger transactions = new AtomicInteger();
        FaultyHttp network = FaultyHttp.builder()
                .when(
                        request -> {
                            if (request.operation().equals("TransactWriteItems")
                                    && transactions.incrementAndGet() == 2) {
                                open().members().members().create(Member.of("ann", "a@x"));
                            }
                            return false;
                        },
                        Fault.responseLost())
                .build();

        assertThatThrownBy(() -> db.with(network)
                        .logicalDb(Members.Db.class)
                        .members()
                        .members()
                        .create(Member.of("bob", "a@x")))
                .isInstanceOf(UniqueValueTakenException.class);

        assertThat(transactions.get()).isGreaterThan(2);
        Members.requireUnique(db.client());
    }

    /** Another writer changes the unique value between the read and the write of a blind one. */
    @Test
    void aBlindWriteReadsAgainWhatAnotherWriterChanged() {
        open().members().guests().save(Guest.of("gus", "a@x"));
        AtomicInteger writes = new AtomicInteger();
        FaultyHttp network = FaultyHttp.builder()
                .when(
                        request -> {
                            if (!request.operation().equals("GetItem") && writes.incrementAndGet() == 1) {
                                open().members().guests().save(Guest.of("gus", "b@x"));
                            }
                            return false;
                        },
                        Fault.responseLost())
                .build();

        db.with(network).logicalDb(Members.Db.class).members().guests().save(Guest.of("gus", "c@x"));

        assertThat(writes.get()).isEqualTo(2);
        assertThat(Members.companions(db.client())).containsExactly(Map.entry("unique#guests#S:c@x", "GUEST#gus"));
    }
}
