package dev.tempest.tests.unique;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static dev.tempest.tests.unique.Members.guestKey;
import static dev.tempest.tests.unique.Members.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.UniqueValueTakenException;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.WritingPager;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.unique.Members.Guest;
import dev.tempest.tests.unique.Members.Member;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What each operation does for unique values; the asynchronous views and transactions do the same. */
class UniqueValuesTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("members", Members.MemberTable.class));

    private InlineView<Member.Key, Member> members() {
        return db.logicalDb(Members.Db.class).members().members();
    }

    private InlineView<Guest.Key, Guest> guests() {
        return db.logicalDb(Members.Db.class).members().guests();
    }

    private AsyncInlineView<Member.Key, Member> asyncMembers() {
        return db.asyncLogicalDb(Members.AsyncDb.class).members().members();
    }

    private Map<String, String> companions() {
        return Members.companions(db.client());
    }

    private void transaction(Consumer<TransactionWriteSet.Builder> operations) {
        TransactionWriteSet.Builder builder = TransactionWriteSet.builder();
        operations.accept(builder);
        db.logicalDb(Members.Db.class).transactionWrite(builder.build());
    }

    private void isTaken(ThrowingCallable write) {
        Map<String, String> before = companions();
        Throwable thrown = catchThrowable(write);
        Throwable failure = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        assertThat(failure).isInstanceOfSatisfying(UniqueValueTakenException.class, e -> {
            assertThat(e.properties()).containsExactly("email");
            assertThat(e.key()).containsEntry("sk", "MEMBER#ann");
            assertThat(e.itemType()).isEqualTo(Member.class);
            assertThat(e)
                    .hasMessage("Members.Member.email is taken: {pk=c, sk=MEMBER#ann} in table members has the"
                            + " value.");
        });
        assertThat(companions()).isEqualTo(before);
        Members.requireUnique(db.client());
    }

    /** Each write that would give bob the address of ann. */
    @Test
    void noWriteGivesAnItemTheValueOfAnother() {
        members().create(Member.of("ann", "a@x"));
        Member bob = members().create(Member.of("bob", "b@x"));

        isTaken(() -> members().create(Member.of("cy", "a@x")));
        isTaken(() -> members().save(Member.of("cy", "a@x")));
        isTaken(() -> members().merge(Member.of("cy", "a@x")));
        isTaken(() -> members().save(bob.withEmail("a@x")));
        isTaken(() -> members().merge(bob.withEmail("a@x")));
        isTaken(() -> members().update(key("bob"), it -> it.withEmail("a@x")));
        isTaken(() -> members().updateOrCreate(key("cy"), it -> Member.of("cy", "a@x")));
        isTaken(() -> members().patch(key("bob"), attr(Member::email).set("a@x")));
        isTaken(() -> members().patch(key("cy"), attr(Member::email).set("a@x").orCreate()));
        isTaken(() -> members().patchItem(bob, attr(Member::email).set("a@x")));
        isTaken(() -> asyncMembers().createAsync(Member.of("cy", "a@x")).join());
        isTaken(() -> asyncMembers().saveAsync(bob.withEmail("a@x")).join());
        isTaken(() -> asyncMembers().mergeAsync(bob.withEmail("a@x")).join());
        isTaken(() -> asyncMembers()
                .updateAsync(key("bob"), it -> it.withEmail("a@x"))
                .join());
        isTaken(() -> asyncMembers()
                .updateOrCreateAsync(key("cy"), it -> Member.of("cy", "a@x"))
                .join());
        isTaken(() -> asyncMembers()
                .patchAsync(key("bob"), attr(Member::email).set("a@x"))
                .join());
        isTaken(() -> asyncMembers()
                .patchItemAsync(bob, attr(Member::email).set("a@x"))
                .join());
        isTaken(() -> transaction(it -> it.create(Member.of("cy", "a@x"))));
        isTaken(() -> transaction(it -> it.save(bob.withEmail("a@x"))));
        isTaken(() -> transaction(it -> it.merge(bob.withEmail("a@x"))));
        isTaken(() -> transaction(it -> it.patch(key("bob"), attr(Member::email).set("a@x"))));
        isTaken(() -> transaction(it -> it.patch(bob, attr(Member::email).set("a@x"))));

        assertThat(members().load(key("bob"), true)).isEqualTo(bob);
        assertThat(members().load(key("cy"), true)).isNull();
    }

    /** Each write that takes bob's address away, or gives him another; then cy can have it. */
    @Test
    void eachWriteFreesTheValueThatAnItemHad() {
        frees(bob -> members().save(bob.withEmail("new@x")));
        frees(bob -> members().save(bob.withEmail(null)));
        frees(bob -> members().merge(bob.withEmail("new@x")));
        frees(bob -> members().update(key("bob"), it -> it.withEmail("new@x")));
        frees(bob -> members().updateOrCreate(key("bob"), it -> it.withEmail(null)));
        frees(bob -> members().patch(key("bob"), attr(Member::email).set("new@x")));
        frees(bob -> members().patch(key("bob"), attr(Member::email).remove()));
        frees(bob -> members().patchItem(bob, attr(Member::email).set("new@x")));
        frees(bob -> assertThat(members().delete(bob)).isEqualTo(bob));
        frees(bob -> assertThat(members().deleteKey(key("bob"))).isEqualTo(bob));
        frees(bob -> asyncMembers().saveAsync(bob.withEmail("new@x")).join());
        frees(bob -> asyncMembers().mergeAsync(bob.withEmail("new@x")).join());
        frees(bob -> asyncMembers()
                .updateAsync(key("bob"), it -> it.withEmail("new@x"))
                .join());
        frees(bob -> asyncMembers()
                .patchAsync(key("bob"), attr(Member::email).set("new@x"))
                .join());
        frees(bob ->
                asyncMembers().patchItemAsync(bob, attr(Member::email).remove()).join());
        frees(bob -> assertThat(asyncMembers().deleteAsync(bob).join()).isEqualTo(bob));
        frees(bob ->
                assertThat(asyncMembers().deleteKeyAsync(key("bob")).join()).isEqualTo(bob));
        frees(bob -> transaction(it -> it.save(bob.withEmail("new@x"))));
        frees(bob -> transaction(it -> it.merge(bob.withEmail("new@x"))));
        frees(bob -> transaction(it -> it.patch(key("bob"), attr(Member::email).set("new@x"))));
        frees(bob -> transaction(it -> it.patch(bob, attr(Member::email).remove())));
        frees(bob -> transaction(it -> it.delete(bob)));
        frees(bob -> transaction(it -> it.delete(key("bob"))));
    }

    private void frees(Consumer<Member> write) {
        Member bob = members().create(Member.of("bob", "b@x"));

        write.accept(bob);

        Members.requireUnique(db.client());
        assertThat(companions()).doesNotContainKey("unique#email#S:b@x");
        members().create(Member.of("cy", "b@x"));
        Members.requireUnique(db.client());
        members().deleteKey(key("bob"));
        members().deleteKey(key("cy"));
        assertThat(companions()).isEmpty();
        assertThat(Members.stored(db.client())).isEmpty();
    }

    @Test
    void propertiesThatAreUniqueTogetherMayEachBeTheSame() {
        members().create(Member.of("ann", null).withSeat("red", 1));
        members().create(Member.of("bob", null).withSeat("red", 2));
        members().create(Member.of("cy", null).withSeat("blue", 1));
        members().create(Member.of("dan", null).withSeat("red", null));

        assertThatThrownBy(() -> members().create(Member.of("eve", null).withSeat("red", 2)))
                .isInstanceOf(UniqueValueTakenException.class)
                .hasMessageStartingWith(
                        "The combination of Members.Member.room and Members.Member.chair is taken: {pk=c,"
                                + " sk=MEMBER#bob}");
        assertThatThrownBy(() -> members().patch(key("dan"), attr(Member::chair).set(2)))
                .isInstanceOf(UniqueValueTakenException.class);

        members().patch(key("dan"), attr(Member::chair).set(3));
        assertThat(companions().keySet())
                .containsExactly(
                        "unique#seat#S:blue#N:1",
                        "unique#seat#S:red#N:1",
                        "unique#seat#S:red#N:2",
                        "unique#seat#S:red#N:3");
        Members.requireUnique(db.client());
    }

    @Test
    void differentCombinationsAndLongValuesNeverMeet() {
        members().create(Member.of("ann", "x".repeat(2_000)));
        members().create(Member.of("bob", "x".repeat(2_001)));
        assertThatThrownBy(() -> members().create(Member.of("cy", "x".repeat(2_000))))
                .isInstanceOf(UniqueValueTakenException.class);
        members().create(Member.of("dan", null).withSeat("a#N:1", 1));
        members().create(Member.of("eve", null).withSeat("a\\#N:1", 1));
        members().create(Member.of("fay", null).withSeat("a", 1));
        assertThat(companions()).hasSize(5);
    }

    @Test
    void transactionsMoveAValueFromOneItemToAnother() {
        Member ann = members().create(Member.of("ann", "a@x"));
        Member bob = members().create(Member.of("bob", "b@x"));

        transaction(it -> it.save(ann.withEmail("b@x")).save(bob.withEmail("a@x")));

        assertThat(members().load(key("ann"), true).email()).isEqualTo("b@x");
        assertThat(companions())
                .containsExactly(
                        Map.entry("unique#email#S:a@x", "MEMBER#bob"), Map.entry("unique#email#S:b@x", "MEMBER#ann"));
        assertThatThrownBy(() ->
                        transaction(it -> it.create(Member.of("cy", "c@x")).create(Member.of("dan", "c@x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Members.Member.email is @Unique, but two operations of the transaction store the same value:"
                                + " of Members.Member {pk=c, sk=MEMBER#cy} in table members, and of Members.Member {pk=c,"
                                + " sk=MEMBER#dan} in table members.");
        transaction(it -> it.delete(key("ann")).create(Member.of("cy", "b@x")));
        assertThat(companions()).containsEntry("unique#email#S:b@x", "MEMBER#cy");
        Members.requireUnique(db.client());
    }

    @Test
    void conditionsAndVersionsFailAsWithoutUniqueValues() {
        Member bob = members().create(Member.of("bob", "b@x"));
        members().save(bob.withName("Bob"));

        assertThatThrownBy(() -> members().save(bob.withEmail("new@x")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 1, found version 2");
        assertThatThrownBy(() -> members().delete(bob))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 1, found version 2");
        assertThatThrownBy(() -> members().create(Member.of("bob", "new@x")))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected no item, found version 2");
        assertThatThrownBy(
                        () -> members().deleteKey(key("bob"), attr(Member::name).eq("Rob")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> transaction(it -> it.save(bob.withEmail("new@x"))))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("found version 2");
        assertThatThrownBy(() ->
                        guests().deleteKey(guestKey("gus"), attr(Guest::name).eq("Gus")))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(guests().deleteKey(guestKey("gus"))).isNull();
        assertThat(companions()).containsOnlyKeys("unique#email#S:b@x");
    }

    @Test
    void aValueThatStaysCostsNoTransaction() {
        Member bob = members().create(Member.of("bob", "b@x"));
        Guest gus = guests().save(Guest.of("gus", "g@x"));

        assertThat(requests(it -> it.members().update(key("bob"), old -> old.withName("Bob"))))
                .containsExactly("GetItem", "UpdateItem");
        assertThat(requests(
                        it -> it.members().patch(key("bob"), attr(Member::name).set("Rob"))))
                .containsExactly("UpdateItem");
        assertThat(requests(it -> it.members().increment(key("bob"), number(Member::points), 1)))
                .containsExactly("UpdateItem");
        assertThat(requests(it -> it.members().create(Member.of("dan", null)))).containsExactly("PutItem");
        // These do not say what was stored, so they read it.
        Member now = members().load(key("bob"), true);
        assertThat(requests(it -> it.members().save(now.withName("Bo")))).containsExactly("GetItem", "PutItem");
        assertThat(requests(it -> it.guests().save(gus))).containsExactly("GetItem", "PutItem");
        assertThat(requests(it -> it.guests().merge(gus))).containsExactly("GetItem", "UpdateItem");
        assertThat(requests(it -> it.members().deleteKey(key("dan")))).containsExactly("GetItem", "DeleteItem");
        // A value that is new or goes costs a transaction.
        assertThat(requests(it -> it.members().create(Member.of("eve", "e@x")))).containsExactly("TransactWriteItems");
        assertThat(requests(it -> it.members().deleteKey(key("eve")))).containsExactly("GetItem", "TransactWriteItems");
        assertThat(bob.version()).isEqualTo(1);
    }

    private List<String> requests(Consumer<Members.MemberTable> call) {
        List<String> sent = new java.util.concurrent.CopyOnWriteArrayList<>();
        FaultyHttp network = FaultyHttp.builder()
                .when(
                        request -> {
                            sent.add(request.operation());
                            return false;
                        },
                        dev.tempest.testing.Fault.responseLost())
                .build();
        call.accept(db.with(network).logicalDb(Members.Db.class).members());
        return sent;
    }

    @Test
    void noViewReturnsCompanionItems() {
        members().create(Member.of("ann", "a@x"));
        guests().save(Guest.of("gus", "g@x"));

        assertThat(members().scanAllContents()).hasSize(1);
        assertThat(members().scanCount()).isEqualTo(1);
        assertThat(members().parallelScan(4)).hasSize(1);
        assertThat(Members.stored(db.client())).hasSize(4);
    }

    @Test
    void whatCannotKeepUniqueValuesIsRefused() {
        Members.Db logicalDb = db.logicalDb(Members.Db.class);
        Member ann = logicalDb.members().members().create(Member.of("ann", "a@x"));

        assertThatThrownBy(() -> logicalDb.batchWrite(
                        BatchWriteSet.builder().clobber(Guest.of("gus", "g@x")).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Members.Guest.email is @Unique, which takes a transaction, and a batch has none. Write"
                        + " Members.Guest {pk=c, sk=GUEST#gus} in table members on its own or in a transaction.");
        assertThatThrownBy(() -> logicalDb.batchWrite(
                        BatchWriteSet.builder().delete(key("ann")).build()))
                .hasMessageContaining("a batch has none");
        assertThatThrownBy(() -> logicalDb
                        .members()
                        .deleteKey(Map.of("pk", AttributeValue.fromS("c"), "sk", AttributeValue.fromS("MEMBER#ann"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The raw item {pk=c, sk=MEMBER#ann} is of Members.Member, which has @Unique properties, and a write"
                                + " of a raw item keeps no unique values. Write it through a view of Members.Member.");
        assertThatThrownBy(() -> logicalDb
                        .members()
                        .members()
                        .create(new Member("unique#x", "ann", null, null, null, null, null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The partition key of {pk=unique#x, sk=MEMBER#ann} begins with unique#, under which the table keeps"
                                + " its unique values. Use another key.");
        assertThatThrownBy(() -> logicalDb.transactionWrite(TransactionWriteSet.builder()
                        .save(ann.withEmail("b@x"))
                        .idempotencyToken("token")
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "Members.Member.email is @Unique, so that the transaction depends on what is stored, and"
                                + " has another request when it is sent again. Leave out the idempotencyToken");
        assertThatThrownBy(() -> logicalDb.transactionWrite(TransactionWriteSet.builder()
                        .increment(key("ann"), Increment.of("chair", 1))
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Members.Member.email is @Unique, and an increment in a transaction does not read what is"
                        + " stored. Increment Members.Member {pk=c, sk=MEMBER#ann} in table members outside of a"
                        + " transaction.");
        assertThatThrownBy(() -> new WritingPager<>(
                                logicalDb, List.of(ann), 10, (builder, member) -> builder.delete(member))
                        .execute())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Members.Member.email is @Unique, and a WritingPager cannot write it: what its");
        assertThat(companions()).hasSize(1);
    }

    @Test
    void aTransactionHasRoomForItsItemsAndTheirValues() {
        assertThatThrownBy(() -> transaction(it -> {
                    for (int i = 0; i < 51; i++) {
                        it.create(Member.of("m" + i, i + "@x"));
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A transaction has 100 operations at most, not 102.");
        transaction(it -> {
            for (int i = 0; i < 50; i++) {
                it.create(Member.of("m" + i, i + "@x"));
            }
        });
        assertThat(companions()).hasSize(50);
    }

    @Test
    void numbersAreTheSameHoweverTheyAreWritten() {
        members().create(Member.of("ann", null).withSeat("red", 10));
        db.client()
                .updateItem(update -> update.tableName("members")
                        .key(Map.of("pk", AttributeValue.fromS("c"), "sk", AttributeValue.fromS("MEMBER#ann")))
                        .updateExpression("SET chair = :ten")
                        .expressionAttributeValues(
                                Map.of(":ten", AttributeValue.fromN(new BigDecimal("1E1").toString()))));

        members().deleteKey(key("ann"));

        assertThat(companions()).isEmpty();
    }

    @Test
    void aChangeOfTwoPropertiesMovesBothValues() {
        members().create(Member.of("ann", "a@x").withSeat("red", 1));

        members()
                .patch(
                        key("ann"),
                        changes(
                                attr(Member::email).set("b@x"),
                                attr(Member::chair).set(2)));

        assertThat(companions().keySet()).containsExactly("unique#email#S:b@x", "unique#seat#S:red#N:2");
        Members.requireUnique(db.client());
    }
}
