package dev.tempest.tests.counters;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.sdk2.InlineView;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyEndpoint;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Game.League;
import dev.tempest.tests.counters.Game.Player;
import dev.tempest.tests.counters.Game.Team;
import dev.tempest.tests.faces.Sdk1Client;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Changes of items that have neither a version nor a write token yet. Another program, which knows of neither, puts back what
 * was read between the first try and the second. Only the second may still be seen, so it must not be executed.
 */
class ResentFirstMarksTest {
    private static final League.Key LEAGUE = new League.Key("1", "first");
    private static final Team.Key TEAM = new Team.Key("1", "reds");
    private static final Player.Key PLAYER = new Player.Key("1", "ann");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("games", Game.Row.class));

    /** The network loses the first response to a write; another program acts before the SDK sends it again. */
    private static FaultyHttp losing(Runnable others) {
        boolean[] lost = new boolean[1];
        return FaultyHttp.builder()
                .when(
                        request -> {
                            boolean isFirst = !lost[0] && !request.operation().equals("GetItem");
                            lost[0] |= isFirst;
                            return isFirst;
                        },
                        Fault.responseLost())
                .afterFault((request, fault) -> others.run())
                .build();
    }

    private Game.Table games(FaultyHttp network) {
        return db.with(network).logicalDb(Game.Db.class).games();
    }

    private Game.TracedTable traced(FaultyHttp network) {
        return db.with(network).logicalDb(Game.TracedDb.class).games();
    }

    private Map<String, AttributeValue> unmarked(String sortKey) {
        return Map.of(
                "pk", AttributeValue.fromS("1"),
                "sk", AttributeValue.fromS(sortKey),
                "points", AttributeValue.fromN("10"));
    }

    private Map<String, AttributeValue> stored(String sortKey) {
        Map<String, AttributeValue> key = new HashMap<>(unmarked(sortKey));
        key.remove("points");
        return db.client()
                .getItem(get -> get.tableName("games").key(key).consistentRead(true))
                .item();
    }

    /** A change of an item without a mark, which its own resend must not make again. */
    private void isNotMadeAgain(String sortKey, Consumer<FaultyHttp> change) {
        Map<String, AttributeValue> item = unmarked(sortKey);
        Runnable putBack =
                () -> db.client().putItem(put -> put.tableName("games").item(item));
        putBack.run();

        change.accept(losing(putBack));

        assertThat(stored(sortKey)).isEqualTo(item);
    }

    /** A change that makes an item, which its own resend must not make again after another program has deleted it. */
    private void isNotMadeAgainWhenDeleted(String sortKey, Consumer<FaultyHttp> change) {
        Map<String, AttributeValue> key = new HashMap<>(unmarked(sortKey));
        key.remove("points");
        Runnable delete = () ->
                db.client().deleteItem(request -> request.tableName("games").key(key));
        delete.run();

        change.accept(losing(delete));

        assertThat(stored(sortKey)).isEmpty();
    }

    @Test
    void anUpdateIsNotMadeAgainWhereTheVersionIsAText() {
        isNotMadeAgain(
                "LEAGUE_first",
                network -> games(network)
                        .leagues()
                        .update(LEAGUE, league -> new League("1", "first", league.points() + 1, null)));
    }

    @Test
    void anUpdateIsNotMadeAgainWhereTheVersionIsANumber() {
        isNotMadeAgain(
                "TEAM_reds",
                network -> games(network).teams().update(TEAM, team -> new Team("1", "reds", team.points() + 1, null)));
    }

    @Test
    void anUpdateIsNotMadeAgainInATableWithAWriteToken() {
        isNotMadeAgain(
                "PLAYER_ann",
                network -> traced(network)
                        .players()
                        .update(
                                PLAYER,
                                player -> new Player("1", "ann", player.points() + 1, 3, BigDecimal.ONE, "calm")));
    }

    @Test
    void anUpdateThatMakesTheItemIsNotMadeAgain() {
        isNotMadeAgainWhenDeleted(
                "LEAGUE_first",
                network ->
                        games(network).leagues().updateOrCreate(LEAGUE, league -> new League("1", "first", 1L, null)));
        isNotMadeAgainWhenDeleted(
                "PLAYER_ann",
                network -> traced(network)
                        .players()
                        .updateOrCreate(PLAYER, player -> new Player("1", "ann", 1L, 3, BigDecimal.ONE, "calm")));
    }

    @Test
    void anIncrementOrAPatchIsNotMadeAgain() {
        isNotMadeAgain("LEAGUE_first", network -> games(network).leagues().increment(LEAGUE, "points", 1));
        isNotMadeAgain("PLAYER_ann", network -> traced(network).players().increment(PLAYER, "points", 1));
        isNotMadeAgain("LEAGUE_first", network -> {
            InlineView<League.Key, League> leagues = games(network).leagues();
            leagues.patch(LEAGUE, number(League::points).add(1));
        });
    }

    @Test
    void anIncrementOrAPatchOfSdk1IsNotMadeAgain() {
        isNotMadeAgain(
                "LEAGUE_first",
                network -> sdk1(network, leagues -> {
                    assertThat(leagues.increment(LEAGUE, number(League::points), 1))
                            .isEqualTo(11);
                }));
        isNotMadeAgain(
                "LEAGUE_first",
                network -> sdk1(network, leagues -> {
                    League league = leagues.patch(LEAGUE, number(League::points).add(1));
                    assertThat(league.points()).isEqualTo(11);
                    assertThat(league.edition()).isNotNull();
                }));
        isNotMadeAgainWhenDeleted(
                "LEAGUE_first",
                network -> sdk1(network, leagues -> {
                    League league =
                            leagues.patch(LEAGUE, number(League::points).add(1).orCreate());
                    assertThat(league.points()).isEqualTo(1);
                }));
    }

    private void sdk1(FaultyHttp network, Consumer<dev.tempest.sdk1.InlineView<League.Key, League>> change) {
        try (FaultyEndpoint proxy = network.proxyTo(db.connection().endpoint())) {
            change.accept(dev.tempest.sdk1.LogicalDb.create(
                            Game.Sdk1Db.class, new DynamoDBMapper(Sdk1Client.of(db.connection(), proxy.endpoint(), 9)))
                    .games()
                    .leagues());
        }
    }
}
