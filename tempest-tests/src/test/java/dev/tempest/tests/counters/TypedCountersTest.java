package dev.tempest.tests.counters;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Game.League;
import dev.tempest.tests.counters.Game.Player;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Numbers that are counted by their attributes, on conditions by attributes. */
class TypedCountersTest {
    private static final Player.Key ANN = new Player.Key("1", "ann");
    private static final League.Key FIRST = new League.Key("1", "first");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("games", Game.Row.class));

    private Game.Table games;

    @BeforeEach
    void fill() {
        games = db.logicalDb(Game.Db.class).games();
        games.players().save(new Player("1", "ann", 10L, 3, new BigDecimal("2.50"), "calm"));
        games.leagues().save(new League("1", "first", 10L, null));
    }

    @Test
    void addsToSeveralAttributesAtOnce() {
        Increment<Player> increment =
                Increment.of(number(Player::points), 5).and(number(Player::balance), new BigDecimal("0.25"));

        assertThat(games.players().increment(ANN, increment))
                .containsExactly(entry("points", 15L), entry("balance", new BigDecimal("2.75")));
    }

    @Test
    void beginsWhereItIsTold() {
        Player.Key bob = new Player.Key("1", "bob");

        games.players()
                .increment(
                        bob,
                        Increment.of(number(Player::points), 1)
                                .startingAt(number(Player::points), 100)
                                .orCreate());

        assertThat(games.players().load(bob).points()).isEqualTo(101);
    }

    @Test
    void addsOnlyWhereTheConditionHolds() {
        Increment<Player> spend = Increment.of(number(Player::points), -8)
                .withCondition(
                        number(Player::points).ge(8L).and(attr(Player::mood).eq("calm")));

        assertThat(games.players().increment(ANN, spend)).containsEntry("points", 2L);
        assertThatThrownBy(() -> games.players().increment(ANN, spend))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> db.logicalDb(Game.Db.class)
                        .transactionWrite(TransactionWriteSet.builder()
                                .increment(ANN, spend)
                                .build()))
                .isInstanceOf(TransactionCanceledException.class);
        assertThat(games.players().load(ANN).points()).isEqualTo(2);
    }

    @Test
    void takesAConditionOfEachKindTogether() {
        Increment<Player> increment = Increment.of(number(Player::points), 1)
                .withCondition(Expression.builder()
                        .expression("#t0 = :t0")
                        .putExpressionName("#t0", "mood")
                        .putExpressionValue(":t0", AttributeValue.fromS("calm"))
                        .build())
                .withCondition(number(Player::lives).gt(2));

        games.players().increment(ANN, increment);
        games.players().patch(ANN, number(Player::lives).add(-1));

        assertThatThrownBy(() -> games.players().increment(ANN, increment))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(games.players().load(ANN).points()).isEqualTo(11);
    }

    @Test
    void checksTheConditionAlsoWhereItReadsFirst() {
        Increment<League> increment = Increment.of(number(League::points), 1)
                .withCondition(number(League::points).lt(11L));

        games.leagues().increment(FIRST, increment);

        assertThatThrownBy(() -> games.leagues().increment(FIRST, increment))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(games.leagues().load(FIRST).points()).isEqualTo(11);
    }

    @Test
    void refusesWhatTheTypeDoesNotHave() {
        Increment<Player> ofPlayer = Increment.of(number(Player::points), 1);
        assertThatThrownBy(() -> db.logicalDb(Game.Db.class)
                        .transactionWrite(TransactionWriteSet.builder()
                                .increment(FIRST, ofPlayer)
                                .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Game.Player.points is not an attribute of Game.League.");
        assertThatThrownBy(() -> Increment.of(number(Player::points), 1).and(number(Player::points), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An increment names Game.Player.points twice. Add both numbers at once.");
        assertThatThrownBy(() -> games.players()
                        .increment(ANN, Increment.of(number(Player::points), 1).and("points", 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An increment names points twice. Add both numbers at once.");
    }
}
