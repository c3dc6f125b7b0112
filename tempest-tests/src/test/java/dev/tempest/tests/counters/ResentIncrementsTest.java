package dev.tempest.tests.counters;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.InlineView;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Game.League;
import dev.tempest.tests.counters.Game.Player;
import dev.tempest.tests.counters.Game.Team;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What an increment does that the SDK sends again, since the first response was lost. */
class ResentIncrementsTest {
    private static final League.Key FIRST = new League.Key("1", "first");
    private static final Player.Key ANN = new Player.Key("1", "ann");
    private static final Team.Key REDS = new Team.Key("1", "reds");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("games", Game.Row.class));

    private Game.Table games;
    private Game.TracedTable traced;

    @BeforeEach
    void fill() {
        games = db.logicalDb(Game.Db.class).games();
        traced = db.logicalDb(Game.TracedDb.class).games();
        games.leagues().save(new League("1", "first", 10L, null));
        games.teams().save(new Team("1", "reds", 10L, null));
        traced.players().create(new Player("1", "ann", 10L, 3, new BigDecimal("2.5"), "calm"));
    }

    /** The network loses one response to an increment; others act before it is sent again. */
    private static FaultyHttp losing(Runnable others) {
        boolean[] lost = new boolean[1];
        return FaultyHttp.builder()
                .when(
                        request -> {
                            boolean isFirst = !lost[0]
                                    && (request.operation().equals("UpdateItem")
                                            || request.operation().equals("TransactWriteItems"));
                            lost[0] |= isFirst;
                            return isFirst;
                        },
                        Fault.responseLost())
                .afterFault((request, fault) -> others.run())
                .build();
    }

    private static Player with(Player player, String mood) {
        return new Player(player.id(), player.name(), player.points(), player.lives(), player.balance(), mood);
    }

    @Test
    void bringsNoVersionBackThatIsAText() {
        League[] readByC = new League[1];
        FaultyHttp network = losing(() -> {
            readByC[0] = games.leagues().load(FIRST, true);
            games.leagues().update(FIRST, league -> new League("1", "first", league.points() + 100, league.edition()));
        });

        assertThatThrownBy(() -> db.with(network)
                        .logicalDb(Game.Db.class)
                        .games()
                        .leagues()
                        .increment(FIRST, "points", 1))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("whether the increment of Game.League");

        assertThatThrownBy(() -> games.leagues().save(readByC[0])).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(games.leagues().load(FIRST, true).points()).isEqualTo(111);
    }

    @Test
    void bringsNoWriteTokenBack() {
        List<String> seen = new ArrayList<>();
        Supplier<CompletableFuture<Player>> stale =
                () -> CompletableFuture.supplyAsync(() -> traced.players().update(ANN, player -> {
                    seen.add(player.mood());
                    if (seen.size() == 1) {
                        // C has read; B updates before C writes.
                        traced.players().update(ANN, other -> with(other, "glad"));
                    }
                    return new Player(
                            player.id(),
                            player.name(),
                            player.points(),
                            player.lives() + 1,
                            player.balance(),
                            player.mood());
                }));
        FaultyHttp network = losing(() -> stale.get().join());

        long sum = db.with(network)
                .logicalDb(Game.TracedDb.class)
                .games()
                .players()
                .increment(ANN, "points", 1);

        assertThat(sum).isEqualTo(11);
        assertThat(traced.players().load(ANN, true))
                .isEqualTo(new Player("1", "ann", 11L, 4, new BigDecimal("2.5"), "glad"));
        assertThat(seen).containsExactly("calm", "glad");
    }

    @Test
    void countsOnceInATableWithAWriteToken() {
        FaultyHttp network = losing(() -> {});

        long sum = db.with(network)
                .logicalDb(Game.TracedDb.class)
                .games()
                .players()
                .increment(ANN, "points", 1);

        assertThat(sum).isEqualTo(11);
        assertThat(traced.players().load(ANN, true).points()).isEqualTo(11);
    }

    @Test
    void countsOnceWithAVersionThatIsAText() {
        FaultyHttp network = losing(() -> {});

        assertThat(db.with(network).logicalDb(Game.Db.class).games().leagues().increment(FIRST, "points", 1))
                .isEqualTo(11);
        assertThat(games.leagues().load(FIRST, true).points()).isEqualTo(11);
    }

    @Test
    void countsOnceInAnItemThatIsStoredFirst() {
        Player.Key bob = new Player.Key("1", "bob");
        FaultyHttp network = losing(() -> {});

        assertThat(db.with(network)
                        .logicalDb(Game.TracedDb.class)
                        .games()
                        .players()
                        .increment(bob, Increment.of("points", 1).orCreate()))
                .containsEntry("points", 1L);
        assertThat(traced.players().load(bob, true)).isEqualTo(new Player("1", "bob", 1L, null, null, null));
    }

    @Test
    void countsOnceInAnItemWithoutAToken() {
        games.players().save(new Player("1", "bob", 1L, 1, null, "new"));
        Player.Key bob = new Player.Key("1", "bob");
        FaultyHttp network = losing(() -> {});

        assertThat(db.with(network)
                        .logicalDb(Game.TracedDb.class)
                        .games()
                        .players()
                        .increment(bob, "points", 1))
                .isEqualTo(2);
        assertThat(traced.players().load(bob, true).points()).isEqualTo(2);
    }

    @Test
    void isNotExecutedAgainOnAnItemThatLostItsMarkNorIsAPatch() {
        Map<String, AttributeValue> unmarked = Map.of(
                "pk", AttributeValue.fromS("1"),
                "sk", AttributeValue.fromS("LEAGUE_first"),
                "points", AttributeValue.fromN("10"));
        Runnable putBack =
                () -> db.client().putItem(put -> put.tableName("games").item(unmarked));

        putBack.run();
        leagues(losing(putBack)).increment(FIRST, "points", 1);
        assertThat(games.leagues().load(FIRST, true)).isEqualTo(new League("1", "first", 10L, null));

        putBack.run();
        leagues(losing(putBack)).patch(FIRST, number(League::points).add(1));
        assertThat(games.leagues().load(FIRST, true)).isEqualTo(new League("1", "first", 10L, null));
    }

    private InlineView<League.Key, League> leagues(FaultyHttp network) {
        return db.with(network).logicalDb(Game.Db.class).games().leagues();
    }

    @Test
    void leavesAMarkEachTimeWhereTheVersionIsANumber() {
        Team[] readByC = new Team[1];
        FaultyHttp network = losing(() -> {
            readByC[0] = games.teams().load(REDS, true);
            games.teams().update(REDS, team -> new Team("1", "reds", team.points() + 100, team.version()));
        });

        long sum = db.with(network).logicalDb(Game.Db.class).games().teams().increment(REDS, "points", 1);

        assertThat(sum).isEqualTo(112); // twice, as the documentation says
        assertThatThrownBy(() -> games.teams().save(readByC[0])).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(games.teams().load(REDS, true)).isEqualTo(new Team("1", "reds", 112L, 4L));
    }

    private static Increment<Object> spendTwoThirds() {
        return Increment.of("points", -8)
                .withCondition(Expression.builder()
                        .expression("points >= :price")
                        .putExpressionValue(":price", AttributeValue.fromN("8"))
                        .build());
    }

    @Test
    void isNotRefusedBecauseOfItsOwnFirstTryWhereAMarkShowsIt() {
        assertThat(db.with(losing(() -> {}))
                        .logicalDb(Game.TracedDb.class)
                        .games()
                        .players()
                        .increment(ANN, spendTwoThirds()))
                .containsEntry("points", 2L);
        assertThat(db.with(losing(() -> {}))
                        .logicalDb(Game.Db.class)
                        .games()
                        .leagues()
                        .increment(FIRST, spendTwoThirds()))
                .containsEntry("points", 2L);
    }

    @Test
    void saysThatItMayBeRefusedBecauseOfItsOwnFirstTry() {
        assertThatThrownBy(() -> db.with(losing(() -> {}))
                        .logicalDb(Game.Db.class)
                        .games()
                        .teams()
                        .increment(REDS, spendTwoThirds()))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("points >= :price, found an item; the SDK sent it 2 times, and its"
                        + " condition may have failed because of its own first try");
        assertThat(games.teams().load(REDS, true).points()).isEqualTo(2);
    }

    @Test
    void isRefusedAtOnceWhereTheConditionDoesNotHold() {
        FaultyHttp network = FaultyHttp.builder().build();
        Game.TracedTable watched =
                db.with(network).logicalDb(Game.TracedDb.class).games();
        Increment<Object> tooMuch = Increment.of("points", -11)
                .withCondition(Expression.builder()
                        .expression("points >= :price")
                        .putExpressionValue(":price", AttributeValue.fromN("11"))
                        .build());

        assertThatThrownBy(() -> watched.players().increment(ANN, tooMuch))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(traced.players().itemIn(e).orElseThrow().points())
                                .isEqualTo(10L))
                .hasMessageStartingWith("increment of Game.Player {pk=1, sk=PLAYER_ann} in table games, expected an"
                        + " item and points >= :price, found an item: ");
        assertThat(network.requests()).isEqualTo(2);
    }

    @Test
    void findsNoItemWhereThereIsNone() {
        assertThatThrownBy(() -> traced.players().increment(new Player.Key("1", "nobody"), "points", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessage("increment of Game.Player {pk=1, sk=PLAYER_nobody} in table games, expected an item, found"
                        + " no item");
    }

    @Test
    void losesNothingAmongManyWritersWithTokensAndTexts() {
        List<CompletableFuture<?>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            calls.add(CompletableFuture.runAsync(() -> traced.players().increment(ANN, "points", 1)));
            calls.add(CompletableFuture.runAsync(() -> games.leagues().increment(FIRST, "points", 1)));
            calls.add(CompletableFuture.runAsync(() ->
                    games.leagues().with(ConditionalWrites.TRANSACTIONAL).increment(FIRST, Increment.of("points", 1))));
        }
        calls.forEach(CompletableFuture::join);

        assertThat(traced.players().load(ANN, true).points()).isEqualTo(18);
        assertThat(games.leagues().load(FIRST, true).points()).isEqualTo(26);
    }
}
