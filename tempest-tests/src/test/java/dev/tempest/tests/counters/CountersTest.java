package dev.tempest.tests.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Game.League;
import dev.tempest.tests.counters.Game.Level;
import dev.tempest.tests.counters.Game.Player;
import dev.tempest.tests.counters.Game.Team;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Numbers that DynamoDB adds up by itself. */
class CountersTest {
    private static final Player.Key ANN = new Player.Key("1", "ann");
    private static final Team.Key REDS = new Team.Key("1", "reds");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("games", Game.Row.class));

    private Game.Table games;

    @BeforeEach
    void fill() {
        games = db.logicalDb(Game.Db.class).games();
        games.players().save(new Player("1", "ann", 10L, 3, new BigDecimal("2.50"), "calm"));
        games.teams().save(new Team("1", "reds", 10L, null));
    }

    @Test
    void addsAndReturnsTheSum() {
        assertThat(games.players().increment(ANN, "points", 5)).isEqualTo(15);
        assertThat(games.players().increment(ANN, "lives", -1)).isEqualTo(2);

        assertThat(games.players().load(ANN)).isEqualTo(new Player("1", "ann", 15L, 2, new BigDecimal("2.5"), "calm"));
    }

    @Test
    void addsToSeveralPropertiesAtOnce() {
        FaultyHttp network = FaultyHttp.builder().build();
        Map<String, Number> sums = db.with(network)
                .logicalDb(Game.Db.class)
                .games()
                .players()
                .increment(
                        ANN,
                        Increment.of("points", 1)
                                .and("balance", new BigDecimal("-0.25"))
                                .and("lives", 2));

        assertThat(sums)
                .containsExactly(
                        Map.entry("points", 11L), Map.entry("balance", new BigDecimal("2.25")), Map.entry("lives", 5));
        assertThat(network.requests("UpdateItem")).isEqualTo(1);
        assertThat(network.requests()).isEqualTo(1);
    }

    @Test
    void countsFromZeroOrFromTheStartWhereThereIsNoValue() {
        games.players().save(new Player("1", "bob", null, null, null, "new"));
        Player.Key bob = new Player.Key("1", "bob");

        Map<String, Number> sums = games.players()
                .increment(bob, Increment.of("points", 5).and("lives", -1).startingAt("lives", 3));

        assertThat(sums).containsExactly(Map.entry("points", 5L), Map.entry("lives", 2));
    }

    @Test
    void addsNothingToAnItemThatIsNotThere() {
        Player.Key nobody = new Player.Key("1", "nobody");

        assertThatThrownBy(() -> games.players().increment(nobody, "points", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageStartingWith("increment of Game.Player {pk=1, sk=PLAYER_nobody} in table games, expected an"
                        + " item, found no item: ");
        assertThat(games.players().load(nobody)).isNull();
    }

    @Test
    void makesTheItemWhereItIsTold() {
        Player.Key bob = new Player.Key("1", "bob");

        assertThat(games.players()
                        .increment(
                                bob,
                                Increment.of("points", 1)
                                        .startingAt("points", 100)
                                        .orCreate()))
                .containsExactly(Map.entry("points", 101L));
        assertThat(games.players().increment(bob, Increment.of("points", 1).orCreate()))
                .containsExactly(Map.entry("points", 102L));

        assertThat(games.players().load(bob)).isEqualTo(new Player("1", "bob", 102L, null, null, null));
    }

    @Test
    void makesNoItemThatCannotBeRead() {
        Level.Key first = new Level.Key("1", "first");

        assertThatThrownBy(() ->
                        games.levels().increment(first, Increment.of("lives", 1).orCreate()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "An increment cannot make a Game.Level: Game.Level.points (long) would have no value. Create"
                                + " the item first, or let the property be null.");
        games.levels()
                .increment(first, Increment.of("lives", 1).and("points", 1).orCreate());
        assertThat(games.levels().load(first)).isEqualTo(new Level("1", "first", 1, 1));
    }

    @Test
    void addsOnlyWhereTheConditionHolds() {
        Increment<Object> spend = Increment.of("points", -8)
                .withCondition(Expression.builder()
                        .expression("points >= :price")
                        .putExpressionValue(":price", AttributeValue.fromN("8"))
                        .build());

        assertThat(games.players().increment(ANN, spend)).containsEntry("points", 2L);
        assertThatThrownBy(() -> games.players().increment(ANN, spend))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        refusal -> assertThat(games.players()
                                        .itemIn(refusal)
                                        .orElseThrow()
                                        .points())
                                .isEqualTo(2L))
                .hasMessageContaining("expected an item and points >= :price, found an item: ");
    }

    @Test
    void movesAVersionOnSoThatAGuardedWriteDoesNotUndoIt() {
        Team read = games.teams().load(REDS);

        games.teams().increment(REDS, "points", 5);

        assertThatThrownBy(() -> games.teams().save(read))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("expected version 1, found version 2");
        assertThat(games.teams().load(REDS)).isEqualTo(new Team("1", "reds", 15L, 2L));
    }

    @Test
    void movesOnTheFirstVersionOfAnItemThatItMakes() {
        Team.Key blues = new Team.Key("1", "blues");

        games.teams().increment(blues, Increment.of("points", 5).orCreate());

        assertThat(games.teams().load(blues)).isEqualTo(new Team("1", "blues", 5L, 1L));
    }

    @Test
    void changesAVersionThatIsAText() {
        League stored = games.leagues().save(new League("1", "first", 0L, null));

        games.leagues().increment(new League.Key("1", "first"), "points", 1);

        assertThatThrownBy(() -> games.leagues().save(stored)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(games.leagues().load(new League.Key("1", "first")).edition())
                .isNotBlank()
                .isNotEqualTo(stored.edition());
    }

    @Test
    void isSeenByAnUpdateThatATokenGuards() {
        Game.TracedTable traced = db.logicalDb(Game.TracedDb.class).games();
        List<Long> seen = new ArrayList<>();

        Player stored = traced.players().update(ANN, player -> {
            seen.add(player.points());
            if (seen.size() == 1) {
                traced.players().increment(ANN, "points", 100);
            }
            return new Player(player.id(), player.name(), player.points(), player.lives(), player.balance(), "glad");
        });

        assertThat(seen).containsExactly(10L, 110L);
        assertThat(stored.points()).isEqualTo(110);
    }

    @Test
    void takesPartInTransactions() {
        Game.Db database = db.logicalDb(Game.Db.class);

        database.transactionWrite(TransactionWriteSet.builder()
                .increment(ANN, Increment.of("points", -4))
                .increment(REDS, Increment.of("points", 4))
                .build());

        assertThat(games.players().load(ANN).points()).isEqualTo(6);
        assertThat(games.teams().load(REDS)).isEqualTo(new Team("1", "reds", 14L, 2L));
        assertThatThrownBy(() -> database.transactionWrite(TransactionWriteSet.builder()
                        .increment(new Player.Key("1", "nobody"), Increment.of("points", 1))
                        .increment(ANN, Increment.of("points", 1))
                        .build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("0: Increment of Game.Player {pk=1, sk=PLAYER_nobody} in table games"
                        + " (ConditionalCheckFailed: expected an item, found no item)");
        assertThat(games.players().load(ANN).points()).isEqualTo(6);
    }

    @Test
    void countsOnceInATransactionThoughTheAnswerIsLost() {
        FaultyHttp network = FaultyHttp.builder()
                .rate(1, Fault.responseLost(), "UpdateItem")
                .nth(1, "TransactWriteItems", Fault.responseLost())
                .build();

        db.with(network)
                .logicalDb(Game.Db.class)
                .transactionWrite(TransactionWriteSet.builder()
                        .increment(ANN, Increment.of("points", 1))
                        .build());

        assertThat(network.requests("TransactWriteItems")).isEqualTo(2);
        assertThat(games.players().load(ANN).points()).isEqualTo(11);
    }

    @Test
    void countsTwiceByItselfWhereTheAnswerIsLostAsTheDocumentationSays() {
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "UpdateItem", Fault.responseLost()).build();

        long sum = db.with(network).logicalDb(Game.Db.class).games().players().increment(ANN, "points", 1);

        assertThat(sum).isEqualTo(12);
    }

    @Test
    void losesNothingAmongManyWriters() {
        Game.AsyncTable async = db.asyncLogicalDb(Game.AsyncDb.class).games();
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            calls.add(async.teams().incrementAsync(REDS, "points", 1));
            calls.add(async.players()
                    .incrementAsync(ANN, Increment.of("points", 1).and("lives", 2)));
        }
        calls.forEach(CompletableFuture::join);

        assertThat(games.teams().load(REDS)).isEqualTo(new Team("1", "reds", 110L, 101L));
        assertThat(games.players().load(ANN).points()).isEqualTo(110);
        assertThat(games.players().load(ANN).lives()).isEqualTo(203);
    }

    @Test
    void countsInRawItems() {
        Game.Row key = new Game.Row();
        key.setPk("1");
        key.setSk("PLAYER_ann");

        assertThat(games.increment(key, "points", 5)).isEqualTo(15);
    }

    @Test
    void refusesWhatCannotBeCountedBeforeAnythingIsSent() {
        FaultyHttp network = FaultyHttp.builder().build();
        Game.Table watched = db.with(network).logicalDb(Game.Db.class).games();

        assertThatThrownBy(() -> watched.players().increment(ANN, "score", 1))
                .hasMessage("There is no Game.Player.score to increment. Its properties are id, name, points, lives,"
                        + " balance, mood.");
        assertThatThrownBy(() -> watched.players().increment(ANN, "mood", 1))
                .hasMessage(
                        "Game.Player.mood is a String, which cannot be incremented. Name a property that is a number.");
        assertThatThrownBy(() -> watched.players().increment(ANN, "balance", 1))
                .hasMessage(
                        "Game.Player.balance may hold fractions: call increment(key, Increment.of(\"balance\", ...)).");
        assertThatThrownBy(() -> watched.players().increment(ANN, Increment.of("lives", 0.5)))
                .hasMessage("Game.Player.lives is an Integer, and cannot hold the number that it is given.");
        assertThatThrownBy(() -> watched.teams().increment(REDS, "version", 1))
                .hasMessage("Game.Team.version is the @Version: an increment already increases it. Count in another"
                        + " property.");
        assertThatThrownBy(() -> Increment.of("points", 1).and("points", 2))
                .hasMessage("An increment names points twice. Add both numbers at once.");
        assertThatThrownBy(() -> Increment.of("points", 1).startingAt("lives", 2))
                .hasMessage("The increment does not name lives: say first what to add.");
        assertThat(network.requests()).isZero();
    }
}
