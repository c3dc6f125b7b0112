package dev.tempest.tests.counters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Game.League;
import dev.tempest.tests.counters.Game.Player;
import dev.tempest.tests.counters.Game.Team;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A caller's placeholders and the library's never meet, whatever they are called. */
class PlaceholdersTest {
    private static final Team.Key REDS = new Team.Key("1", "reds");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("games", Game.Row.class));

    private Game.Table games;
    private Game.TracedTable traced;

    @BeforeEach
    void fill() {
        games = db.logicalDb(Game.Db.class).games();
        traced = db.logicalDb(Game.TracedDb.class).games();
        games.teams().save(new Team("1", "reds", 10L, null));
    }

    /** That there are fewer than 500 points, by placeholders of the given word. */
    private static Expression fewerThan500(String word) {
        return Expression.builder()
                .expression("#" + word + " < :" + word)
                .putExpressionName("#" + word, "points")
                .putExpressionValue(":" + word, AttributeValue.fromN("500"))
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tempest_0",
                "tempest_1",
                "tempest_2",
                "tempest_0_delta",
                "tempest_one",
                "tempest_zero",
                "tempest_key",
                "tempest_version",
                "tempest_token",
                "tempest",
                "callertempest_0"
            })
    void ofAnIncrement(String word) {
        Increment<Object> increment = Increment.of("points", 1).withCondition(fewerThan500(word));

        assertThat(games.teams().increment(REDS, increment)).containsEntry("points", 11L);
        db.logicalDb(Game.Db.class)
                .transactionWrite(
                        TransactionWriteSet.builder().increment(REDS, increment).build());

        assertThat(games.teams().load(REDS)).isEqualTo(new Team("1", "reds", 12L, 3L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tempest_key", "tempest_version", "tempest_token", "tempest0_0", "tempest_0"})
    void ofGuardedWrites(String word) {
        Expression condition = fewerThan500(word);
        Team saved = games.teams().save(new Team("1", "reds", 20L, 1L), condition);
        db.logicalDb(Game.Db.class)
                .transactionWrite(TransactionWriteSet.builder()
                        .save(new Team("1", "reds", 30L, saved.version()), condition)
                        .build());
        League league = games.leagues().save(new League("1", "first", 1L, null));
        assertThat(games.leagues()
                        .increment(
                                new League.Key("1", "first"),
                                Increment.of("points", 1).withCondition(condition)))
                .containsEntry("points", 2L);
        traced.players().create(new Player("1", "ann", 10L, 3, BigDecimal.ONE, "calm"));
        traced.players().save(new Player("1", "ann", 11L, 3, BigDecimal.ONE, "calm"), condition);
        traced.players()
                .increment(new Player.Key("1", "ann"), Increment.of("points", 1).withCondition(condition));

        assertThat(league.points()).isEqualTo(1);
        assertThat(traced.players().load(new Player.Key("1", "ann")).points()).isEqualTo(12);
        assertThat(games.teams().delete(new Team("1", "reds", 30L, 3L), condition))
                .isEqualTo(new Team("1", "reds", 30L, 3L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tempest_partition",
                "tempest_sort",
                "tempest_first",
                "tempest_last",
                "tempest_type",
                "tempest_owner"
            })
    void ofFilters(String word) {
        Expression filter = fewerThan500(word);

        assertThat(games.teams()
                        .query(
                                new BeginsWith<>(new Team.Key("1", "r")),
                                QueryConfig.builder().filterExpression(filter).build())
                        .contents())
                .hasSize(1);
        assertThat(games.teams()
                        .scan(ScanConfig.builder().filterExpression(filter).build())
                        .contents())
                .hasSize(1);
    }

    @Test
    void areRenamedApartFromEachOther() {
        Expression condition = Expression.builder()
                .expression("#tempest_0 < :tempest_0 AND #callertempest_0 = :callertempest_0 AND #p > :p")
                .putExpressionName("#tempest_0", "points")
                .putExpressionValue(":tempest_0", AttributeValue.fromN("500"))
                .putExpressionName("#callertempest_0", "sk")
                .putExpressionValue(":callertempest_0", AttributeValue.fromS("TEAM_reds"))
                .putExpressionName("#p", "points")
                .putExpressionValue(":p", AttributeValue.fromN("1"))
                .build();

        assertThat(games.teams().increment(REDS, Increment.of("points", 1).withCondition(condition)))
                .containsEntry("points", 11L);
    }
}
