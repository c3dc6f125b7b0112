package dev.tempest.tests.counters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.counters.Ranking.Gauge;
import dev.tempest.tests.counters.Ranking.Match;
import dev.tempest.tests.counters.Ranking.Score;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Increments at the ends of what a property's type can hold. */
class RangesTest {
    private static final Gauge.Key KEY = new Gauge.Key("1", "oil");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("rankings", Ranking.Row.class));

    private Ranking.Db database;
    private Ranking.Table rankings;

    @BeforeEach
    void connect() {
        database = db.logicalDb(Ranking.Db.class);
        rankings = database.rankings();
    }

    private Gauge save(String property, String number) {
        BigDecimal n = new BigDecimal(number);
        return rankings.gauges()
                .save(new Gauge(
                        "1",
                        "oil",
                        property.equals("points") ? n.intValueExact() : 0,
                        property.equals("lives") ? n.shortValueExact() : 0,
                        property.equals("level") ? n.longValueExact() : 0,
                        property.equals("big") ? n.toBigIntegerExact() : BigInteger.ZERO,
                        property.equals("ratio") ? n.floatValue() : 0,
                        null));
    }

    @ParameterizedTest
    @CsvSource({
        "points,2147483647,1",
        "points,2147483600,2147483647",
        "points,-2147483648,-1",
        "lives,32767,1",
        "lives,-32768,-1",
        "level,9223372036854775807,1",
        "level,-9223372036854775808,-1",
        "ratio,3.402E38,1E37"
    })
    void addsNothingThatTheTypeCannotHold(String property, String stored, String delta) {
        Gauge before = save(property, stored);
        Increment<Object> increment = Increment.of(property, new BigDecimal(delta));

        assertThatThrownBy(() -> rankings.gauges().increment(KEY, increment))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(rankings.gauges().itemIn(e)).contains(before))
                .hasMessageMatching("increment of Ranking.Gauge \\{pk=1, sk=GAUGE_oil} in table rankings,"
                        + " Ranking.Gauge." + property + " is an? \\w+, which cannot hold the sum: .*")
                .hasMessageNotContaining(stored);
        assertThatThrownBy(() -> database.transactionWrite(
                        TransactionWriteSet.builder().increment(KEY, increment).build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("which cannot hold the sum)");
        assertThat(rankings.gauges().load(KEY)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"points,2147483646,1", "points,-2147483647,-1", "lives,32766,1", "level,9223372036854775806,1"})
    void addsUpToTheLastNumber(String property, String stored, String delta) {
        save(property, stored);

        rankings.gauges().increment(KEY, Increment.of(property, new BigDecimal(delta)));

        assertThat(rankings.gauges().load(KEY)).isNotNull();
    }

    @Test
    void addsToABigIntegerAsFarAsTheSumCanBeReturned() {
        Gauge before = save("big", "9223372036854775807");

        assertThatThrownBy(() -> rankings.gauges().increment(KEY, "big", 1))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(rankings.gauges().load(KEY)).isEqualTo(before);
        assertThat(rankings.gauges().increment(KEY, Increment.of("big", 1)))
                .containsEntry("big", new BigInteger("9223372036854775808"));
    }

    @Test
    void refusesAStartThatIsTooFar() {
        FaultyHttp network = FaultyHttp.builder().build();
        Ranking.Table watched = db.with(network).logicalDb(Ranking.Db.class).rankings();

        assertThatThrownBy(() ->
                        watched.gauges().increment(KEY, Increment.of("lives", 1).startingAt("lives", Short.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Ranking.Gauge.lives is a Short, which cannot hold the number to start with and the"
                        + " number to add together.");
        assertThat(network.requests()).isZero();
    }

    @Test
    void movesNoVersionPastItsLast() {
        rankings.gauges().create(new Gauge("1", "oil", 1, (short) 0, 0L, BigInteger.ZERO, 0f, (byte) 126));
        assertThat(rankings.gauges().increment(KEY, "points", 1)).isEqualTo(2);

        assertThatThrownBy(() -> rankings.gauges().increment(KEY, "points", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("tiny 127 is the last version that its type can hold");
        assertThatThrownBy(() -> database.transactionWrite(TransactionWriteSet.builder()
                        .increment(KEY, Increment.of("points", 1))
                        .build()))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("tiny 127 is the last version that its type can hold");
        assertThat(rankings.gauges().load(KEY).points()).isEqualTo(2);
    }

    @Test
    void boundsWhatIsComputedToo() {
        Score.Key ann = new Score.Key("1", "ann");
        Score before = rankings.scores().save(new Score("1", "ann", Integer.MAX_VALUE, 1L, "calm"));
        Match last = rankings.matches().create(new Match("1", "final", 1, "loud", Long.MAX_VALUE));

        assertThatThrownBy(() -> rankings.scores().increment(ann, "points", 1))
                .isInstanceOfSatisfying(
                        ConditionalCheckFailedException.class,
                        e -> assertThat(rankings.scores().itemIn(e)).contains(before))
                .hasMessageContaining("Ranking.Score.points is an Integer, which cannot hold the sum");
        assertThatThrownBy(() -> rankings.matches().increment(new Match.Key("1", "final"), "points", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("is the last version that its type can hold");
        assertThat(rankings.scores().load(ann)).isEqualTo(before);
        assertThat(rankings.matches().load(new Match.Key("1", "final"))).isEqualTo(last);
    }

    @Test
    void boundsRawItemsByTheirOwnTypes() {
        Ranking.Row row = new Ranking.Row();
        row.setPk("1");
        row.setSk("GAUGE_oil");
        save("lives", "32767");

        assertThatThrownBy(() -> rankings.increment(row, "lives", 1))
                .isInstanceOf(ConditionalCheckFailedException.class)
                .hasMessageContaining("Ranking.Row.lives is a Short, which cannot hold the sum");
        assertThat(db.client()
                        .getItem(get -> get.tableName("rankings")
                                .key(java.util.Map.of(
                                        "pk", AttributeValue.fromS("1"), "sk", AttributeValue.fromS("GAUGE_oil"))))
                        .item())
                .containsEntry("lives", AttributeValue.fromN("32767"));
    }
}
