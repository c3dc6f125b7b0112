package dev.tempest.tests.counters;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Change;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Game.Player;
import dev.tempest.tests.counters.Game.Team;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Increments where another program stored NULL, or something that is no number. */
class UncountableTest {
    private static final AttributeValue NULL = AttributeValue.fromNul(true);
    private static final AttributeValue TEXT = AttributeValue.fromS("secret");
    private static final AttributeValue ONE = AttributeValue.fromN("1");
    private static final Player.Key ANN = new Player.Key("1", "ann");
    private static final Team.Key REDS = new Team.Key("1", "reds");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("games", Game.Row.class));

    private Game.Db database;
    private Game.AsyncTable async;

    @BeforeEach
    void connect() {
        database = db.logicalDb(Game.Db.class);
        async = db.asyncLogicalDb(Game.AsyncDb.class).games();
    }

    private void put(String sk, Map<String, AttributeValue> numbers) {
        Map<String, AttributeValue> item = new HashMap<>(numbers);
        item.put("pk", AttributeValue.fromS("1"));
        item.put("sk", AttributeValue.fromS(sk));
        db.client().putItem(put -> put.tableName("games").item(item));
    }

    private void assertCancelled(Object key, Increment<?> increment, String reason) {
        assertThatThrownBy(() -> database.transactionWrite(
                        TransactionWriteSet.builder().increment(key, increment).build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("(ConditionalCheckFailed: " + reason + ")")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aTransactionNamesTheNumberThatIsNull() {
        put("PLAYER_ann", Map.of("points", ONE, "lives", NULL));
        put("TEAM_reds", Map.of("points", ONE, "version", NULL));
        String advice = " is stored as NULL, which DynamoDB cannot add to; increment the item outside of a transaction";

        assertCancelled(ANN, Increment.of("points", 1).and("lives", 1), "Game.Player.lives" + advice);
        assertCancelled(ANN, Increment.of("lives", 1).orCreate(), "Game.Player.lives" + advice);
        assertCancelled(REDS, Increment.of("points", 1), "version" + advice);
    }

    @Test
    void aTransactionNamesWhatIsNoNumber() {
        put("PLAYER_ann", Map.of("points", TEXT));
        put("TEAM_reds", Map.of("points", ONE, "version", TEXT));

        assertCancelled(
                ANN, Increment.of("points", 1), "Game.Player.points is stored as S, which DynamoDB cannot add to");
        assertCancelled(REDS, Increment.of("points", 1), "version is stored as S, which DynamoDB cannot add to");
    }

    @Test
    void anIncrementOutsideOfATransactionTakesNullForAbsent() {
        put("PLAYER_ann", Map.of("points", NULL));
        put("TEAM_reds", Map.of("points", NULL, "version", NULL));

        assertThat(database.games().players().increment(ANN, "points", 2)).isEqualTo(2);
        assertThat(async.teams().incrementAsync(REDS, "points", 3).join()).isEqualTo(3);
        assertThat(database.games().teams().load(REDS)).isEqualTo(new Team("1", "reds", 3L, 1L));
    }

    @Test
    void aPatchDoesTheSame() {
        put("TEAM_reds", Map.of("points", ONE, "version", NULL));
        Change<Team> change = number(Team::points).add(3);

        assertThatThrownBy(() -> database.transactionWrite(
                        TransactionWriteSet.builder().patch(REDS, change).build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining(
                        "version is stored as NULL, which DynamoDB cannot add to; patch the item outside of a"
                                + " transaction)");
        assertThat(database.games().teams().patch(REDS, change)).isEqualTo(new Team("1", "reds", 4L, 1L));
    }

    @Test
    void theCallersConditionIsNamedWhereNullIsTakenForAbsent() {
        put("PLAYER_ann", Map.of("points", NULL));
        Increment<Object> increment = Increment.of("points", 1)
                .withCondition(Expression.builder()
                        .expression("attribute_exists(mood)")
                        .build());

        assertThatThrownBy(() -> database.games().players().increment(ANN, increment))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining(", expected an item and attribute_exists(mood), found an item: ");
    }

    @Test
    void anIncrementThatTheSdkSentAgainNamesTheNumberThatIsNull() {
        put("PLAYER_ann", Map.of("points", NULL));
        FaultyHttp network =
                FaultyHttp.builder().nth(1, "UpdateItem", Fault.responseLost()).build();

        assertThatThrownBy(() -> db.with(network)
                        .logicalDb(Game.Db.class)
                        .games()
                        .players()
                        .increment(ANN, "points", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining(", Game.Player.points is stored as NULL, which DynamoDB cannot add to")
                .hasMessageNotContaining("outside of a transaction");
    }

    @Test
    void anIncrementNamesWhatIsNoNumber() {
        put("PLAYER_ann", Map.of("points", TEXT));
        put("TEAM_reds", Map.of("points", ONE, "version", AttributeValue.fromBool(true)));

        assertThatThrownBy(() -> database.games().players().increment(ANN, "points", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining(", Game.Player.points is stored as S, which DynamoDB cannot add to");
        assertThatThrownBy(() -> async.teams().incrementAsync(REDS, "points", 1).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining(", version is stored as BOOL, which DynamoDB cannot add to");
        put("TEAM_reds", Map.of("points", NULL, "version", TEXT));
        assertThatThrownBy(() -> database.games().teams().increment(REDS, "points", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining(", version is stored as S, which DynamoDB cannot add to");
    }
}
