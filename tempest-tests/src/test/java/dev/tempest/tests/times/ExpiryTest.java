package dev.tempest.tests.times;

import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static dev.tempest.Attributes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ExpiresAt;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.Version;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.TestDb;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that expire: after a lifetime from their creation, from their last write, or when the caller says so. */
class ExpiryTest {
    private static final long NOW = 1_000_000;
    private static final long LATER = 1_500_000;
    private static final long DAY = 86_400;

    record Session(
            @Attribute(name = "pk", prefix = "SESSION_") String id,
            String user,
            Long hits,

            @Attribute(name = "expires_at") @ExpiresAt(after = "P1D")
            Long expiry,

            @Version Long version) {
        record Key(String id) {}

        Session withUser(String name) {
            return new Session(id, name, hits, expiry, version);
        }

        Session withExpiry(Long seconds) {
            return new Session(id, user, hits, seconds, version);
        }
    }

    record Cached(
            @Attribute(name = "pk", prefix = "CACHED_") String id,
            String text,
            Long hits,

            @ExpiresAt(after = "PT12H", from = ExpiresAt.From.LAST_WRITE)
            long expires_at) {
        record Key(String id) {}
    }

    record Offer(
            @Attribute(name = "pk", prefix = "OFFER_") String id,
            String text,
            @ExpiresAt Long expires_at) {
        record Key(String id) {}
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "pk")
    interface Things extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Session.Key, Session> sessions();

        InlineView<Cached.Key, Cached> cached();

        InlineView<Offer.Key, Offer> offers();
    }

    interface Db extends LogicalDb {
        @TableName("things")
        Things things();
    }

    private final LocalDynamoDb server = LocalDynamoDb.start();

    @RegisterExtension
    final TestDb db =
            TestDb.builder().table("things", Things.class).server(server).build();

    private Things at(Clock clock) {
        return LogicalDb.builder(Db.class)
                .enhancedClient(db.enhancedClient())
                .clock(clock)
                .build()
                .things();
    }

    private Things at(long seconds) {
        return at(Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
    }

    private static Session session() {
        return new Session("1", "ann", 0L, null, null);
    }

    private static Cached cached() {
        return new Cached("1", "a", 0L, 0);
    }

    @Test
    void expiresALifetimeAfterItsCreation() {
        Session created = at(NOW).sessions().create(session());

        Session updated = at(LATER).sessions().update(new Session.Key("1"), it -> it.withUser("bob"));
        Session patched = at(LATER)
                .sessions()
                .patch(new Session.Key("1"), text(Session::user).set("eve"));

        assertThat(created.expiry()).isEqualTo(NOW + DAY);
        assertThat(updated.expiry()).isEqualTo(NOW + DAY);
        assertThat(patched.expiry()).isEqualTo(NOW + DAY);
    }

    @Test
    void keepsAnExpiryThatTheItemCarries() {
        assertThat(at(NOW).sessions().create(session().withExpiry(7L)).expiry()).isEqualTo(7);
    }

    @Test
    void canBeRenewedAndTakenAway() {
        at(NOW).sessions().create(session());
        Session.Key key = new Session.Key("1");

        Session renewed = at(LATER).sessions().update(key, it -> it.withExpiry(LATER + 5));
        Session patched =
                at(LATER).sessions().patch(key, number(Session::expiry).set(LATER + 9));
        Session eternal = at(LATER).sessions().update(key, it -> it.withExpiry(null));

        assertThat(renewed.expiry()).isEqualTo(LATER + 5);
        assertThat(patched.expiry()).isEqualTo(LATER + 9);
        assertThat(eternal.expiry()).isNull();
        assertThat(at(LATER).sessions().load(key, true)).isEqualTo(eternal);
    }

    @Test
    void beginsWithAPatchThatCreates() {
        Session.Key key = new Session.Key("1");

        Session created = at(NOW).sessions()
                .patch(key, changes(text(Session::user).set("ann")).orCreate());
        Session kept = at(LATER)
                .sessions()
                .patch(key, changes(text(Session::user).set("bob")).orCreate());
        Session given = at(LATER)
                .sessions()
                .patch(
                        new Session.Key("2"),
                        changes(number(Session::expiry).set(5L)).orCreate());

        assertThat(created.expiry()).isEqualTo(NOW + DAY);
        assertThat(kept.expiry()).isEqualTo(NOW + DAY);
        assertThat(given.expiry()).isEqualTo(5);
    }

    @Test
    void expiresALifetimeAfterTheLastWrite() {
        Cached.Key key = new Cached.Key("1");
        long half = DAY / 2;

        assertThat(at(NOW).cached().save(cached()).expires_at()).isEqualTo(NOW + half);
        assertThat(at(LATER).cached().merge(cached()).expires_at()).isEqualTo(LATER + half);
        assertThat(at(LATER + 1)
                        .cached()
                        .patch(key, text(Cached::text).set("b"))
                        .expires_at())
                .isEqualTo(LATER + 1 + half);
        at(LATER + 2).cached().increment(key, Increment.of(number(Cached::hits), 1));
        assertThat(at(NOW).cached().load(key, true).expires_at()).isEqualTo(LATER + 2 + half);
        assertThatThrownBy(() ->
                        at(NOW).cached().patch(key, number(Cached::expires_at).set(1L)))
                .hasMessageContaining("is the @ExpiresAt, which every change sets. Leave it out.");
    }

    @Test
    void isTheCallersWithoutALifetime() {
        Things things = at(NOW);

        assertThat(things.offers().save(new Offer("1", "x", null)).expires_at()).isNull();
        assertThat(things.offers()
                        .patch(new Offer.Key("1"), number(Offer::expires_at).set(9L))
                        .expires_at())
                .isEqualTo(9);
        assertThatThrownBy(() -> things.offers().increment(new Offer.Key("1"), "expires_at", 1))
                .hasMessageContaining("is the @ExpiresAt, in which an increment cannot count.");
    }

    @Test
    void isDeletedByDynamoDbAfterwards() {
        db.client()
                .updateTimeToLive(TableDefinition.of(Things.class)
                        .updateTimeToLiveRequest("things")
                        .orElseThrow());
        Things things = at(server.engine().clock());
        things.sessions().create(session());

        server.engine().clock().advance(Duration.ofHours(23));
        assertThat(things.sessions().load(new Session.Key("1"), true)).isNotNull();

        server.engine().clock().advance(Duration.ofHours(2));
        assertThat(things.sessions().load(new Session.Key("1"), true)).isNull();
    }

    record InText(
            @Attribute(name = "pk") String id, @ExpiresAt Instant expires_at) {
        record Key(String id) {}
    }

    record ForNothing(
            @Attribute(name = "pk") String id,
            @ExpiresAt(after = "30 days") Long expires_at) {
        record Key(String id) {}
    }

    record Elsewhere(
            @Attribute(name = "pk") String id,
            Long expires_at,
            @ExpiresAt Long until) {
        record Key(String id) {}
    }

    record Unnamed(
            @Attribute(name = "pk") String id, @ExpiresAt Long expires_at) {
        record Key(String id) {}
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "pk")
    interface TextTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<InText.Key, InText> view();
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "pk")
    interface NothingTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<ForNothing.Key, ForNothing> view();
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "pk")
    interface ElsewhereTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Elsewhere.Key, Elsewhere> view();
    }

    @Table(partitionKey = "pk")
    interface UndeclaredTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Unnamed.Key, Unnamed> view();
    }

    private void refuses(Class<? extends LogicalTable<?>> table, String message) {
        LogicalDb any = db.logicalDb(Db.class);

        assertThatThrownBy(() -> any.logicalTable("things", table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesWhatDynamoDbWouldNotFind() {
        refuses(
                TextTable.class,
                "ExpiryTest.InText.expires_at is the @ExpiresAt, but is not stored as the number of seconds since 1970,"
                        + " which DynamoDB needs. Make it a Long, or give it a converter that stores that number.");
        refuses(
                NothingTable.class,
                "ExpiryTest.ForNothing.expires_at is the @ExpiresAt after 30 days, which must be a duration of more than zero."
                        + " Write it as Duration.parse reads it, such as P30D or PT12H.");
        refuses(
                ElsewhereTable.class,
                "ExpiryTest.Elsewhere.until is the @ExpiresAt, but is stored in until, and ExpiryTest.ElsewhereTable has"
                        + " @TimeToLive(\"expires_at\"). Name the same attribute in both.");
        refuses(
                UndeclaredTable.class,
                "ExpiryTest.Unnamed.expires_at is the @ExpiresAt, but ExpiryTest.UndeclaredTable has no @TimeToLive, by which"
                        + " DynamoDB would delete the item. Put @TimeToLive(\"expires_at\") on it.");
    }
}
