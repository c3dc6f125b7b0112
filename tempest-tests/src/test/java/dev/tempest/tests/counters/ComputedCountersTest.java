package dev.tempest.tests.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.GreaterThan;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Ranking.Match;
import dev.tempest.tests.counters.Ranking.Player;
import dev.tempest.tests.counters.Ranking.Score;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Increments of items that compute attributes, such as the keys of indexes. */
class ComputedCountersTest {
    private static final Score.Key ANN = new Score.Key("1", "ann");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("rankings", Ranking.Row.class));

    private Ranking.Table rankings;

    @BeforeEach
    void connect() {
        rankings = db.logicalDb(Ranking.Db.class).rankings();
    }

    @Test
    void recomputesWhatIsMadeOfTheSum() {
        rankings.scores().save(new Score("1", "ann", 99, 1L, "calm"));

        assertThat(rankings.scores().increment(ANN, "points", 1)).isEqualTo(100);

        assertThat(rankings.scores().load(ANN)).isEqualTo(new Score("1", "ann", 100, 1L, "calm"));
        assertThat(rankings.scoresByRank()
                        .query(new GreaterThan<>(new Score.Offset("ALL", "E#00000099", null, null)))
                        .contents())
                .containsExactly(new Score("1", "ann", 100, 1L, "calm"));
        assertThat(rankings.scores().deleteKey(ANN)).isEqualTo(new Score("1", "ann", 100, 1L, "calm"));
    }

    @Test
    void recomputesInOneRequestAfterTheReadWhereAVersionIsANumber() {
        FaultyHttp network = FaultyHttp.builder().build();
        Ranking.Table watched = db.with(network).logicalDb(Ranking.Db.class).rankings();
        rankings.matches().save(new Match("1", "final", 1, "loud", null));

        watched.matches().increment(new Match.Key("1", "final"), "points", 2);

        assertThat(rankings.matches().load(new Match.Key("1", "final")))
                .isEqualTo(new Match("1", "final", 3, "loud", 2L));
        assertThat(network.requests("GetItem")).isEqualTo(1);
        assertThat(network.requests("UpdateItem")).isEqualTo(1);
    }

    @Test
    void countsBlindlyInWhatNoComputedAttributeIsMadeOf() {
        FaultyHttp network = FaultyHttp.builder().build();
        Ranking.Table watched = db.with(network).logicalDb(Ranking.Db.class).rankings();
        rankings.scores().save(new Score("1", "ann", 99, 1L, "calm"));

        assertThat(watched.scores().increment(ANN, "level", 1)).isEqualTo(2);

        assertThat(network.requests()).isEqualTo(1);
    }

    @Test
    void countsInTheKeyOfAnIndex() {
        rankings.players().save(new Player("1", "ann", 1L, "calm"));

        rankings.players().increment(new Player.Key("1", "ann"), "level", 41);

        assertThat(rankings.playersByLevel()
                        .query(new GreaterThan<>(new Player.Offset("PLAYERS", 41L, null, null)))
                        .contents())
                .containsExactly(new Player("1", "ann", 42L, "calm"));
    }

    @Test
    void makesItemsThatAreInTheirIndexes() {
        FaultyHttp network = FaultyHttp.builder().build();
        Ranking.Table watched = db.with(network).logicalDb(Ranking.Db.class).rankings();
        Player.Key bob = new Player.Key("1", "bob");

        watched.players().increment(bob, Increment.of("level", 5).orCreate());
        watched.players().increment(bob, Increment.of("level", 5).orCreate());

        assertThat(network.requests()).isEqualTo(2);
        assertThat(rankings.playersByLevel()
                        .query(new GreaterThan<>(new Player.Offset("PLAYERS", 1L, null, null)))
                        .contents())
                .containsExactly(new Player("1", "bob", 10L, null));
    }

    @Test
    void makesItemsWhoseKeysOfIndexesAreMadeOfTheSum() {
        rankings.scores().increment(ANN, Increment.of("points", 5).orCreate());
        Map<String, Number> sums =
                rankings.scores().increment(ANN, Increment.of("points", 5).orCreate());

        assertThat(sums).containsExactly(Map.entry("points", 10));
        assertThat(rankings.scoresByRank()
                        .query(new BeginsWith<>(new Score.Offset("ALL", "E#", null, null)))
                        .contents())
                .containsExactly(new Score("1", "ann", 10, null, null));
    }

    @Test
    void refusesInATransactionWhatItCannotCompute() {
        FaultyHttp network = FaultyHttp.builder().build();
        Ranking.Db watched = db.with(network).logicalDb(Ranking.Db.class);

        assertThatThrownBy(() -> watched.transactionWrite(TransactionWriteSet.builder()
                        .increment(ANN, Increment.of("points", 1))
                        .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "Ranking.Score computes attributes (gsi_pk, gsi_sk) that an increment in a transaction cannot compute.");
        assertThat(network.requests()).isZero();

        rankings.scores().save(new Score("1", "ann", 99, 1L, "calm"));
        db.logicalDb(Ranking.Db.class)
                .transactionWrite(TransactionWriteSet.builder()
                        .increment(ANN, Increment.of("level", 1))
                        .increment(
                                new Player.Key("1", "bob"),
                                Increment.of("level", 7).orCreate())
                        .build());
        assertThat(rankings.scores().load(ANN)).isEqualTo(new Score("1", "ann", 99, 2L, "calm"));
        assertThat(rankings.playersByLevel()
                        .query(new GreaterThan<>(new Player.Offset("PLAYERS", 1L, null, null)))
                        .contents())
                .containsExactly(new Player("1", "bob", 7L, null));
    }

    @Test
    void countsOnceThoughTheResponseIsLostAndNothingMarksTheItem() {
        rankings.scores().save(new Score("1", "ann", 1, 1L, "calm"));
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "UpdateItem", Fault.responseLost())
                .nth(1, "TransactWriteItems", Fault.responseLost())
                .build();

        db.with(network).logicalDb(Ranking.Db.class).rankings().scores().increment(ANN, "points", 1);

        assertThat(rankings.scores().load(ANN).points()).isEqualTo(2);
    }
}
