package dev.tempest.tests.keys;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThan;
import dev.tempest.Index;
import dev.tempest.KeyCondition;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Offset;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.designs.NeedsCompositeIndexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Indexes whose keys DynamoDB itself makes of several attributes. */
@NeedsCompositeIndexes
class CompositeIndexTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("matches", Matches.class));

    private Matches matches;

    record Match(
            @Attribute(name = "pk", prefix = "MATCH_") String id,
            String tournament,
            String region,
            @Nullable String round,
            @Nullable Integer table_number,
            @Attribute(prefix = "PLAYER_") @Nullable String player) {
        record Key(String id) {}

        @ForIndex("by_round")
        record ByRound(
                @Nullable String tournament,
                @Nullable String region,
                @Nullable String round,
                @Nullable Integer table_number,
                @Nullable String player,
                @Nullable String id) {
            ByRound(String tournament, String region, @Nullable String round, @Nullable Integer table) {
                this(tournament, region, round, table, null, null);
            }
        }
    }

    @Table(
            partitionKey = "pk",
            indexes =
                    @Index(
                            name = "by_round",
                            partitionKey = {"tournament", "region"},
                            sortKey = {"round", "table_number", "player"}))
    interface Matches extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Match.Key, Match> byId();

        SecondaryIndex<Match.ByRound, Match> byRound();
    }

    interface Db extends LogicalDb {
        @TableName("matches")
        Matches matches();
    }

    @BeforeEach
    void open() {
        Db tables = db.logicalDb(Db.class);
        matches = tables.matches();
        int id = 0;
        for (String region : List.of("EU", "US")) {
            for (String round : List.of("FINAL", "FINALS", "SEMI")) {
                for (int table = 1; table < 4; table++) {
                    matches.byId().save(new Match("" + id++, "2026", region, round, table, "ann"));
                }
            }
        }
    }

    @Test
    void allOfThePartitionAndTheFirstOfTheSortKeyAreCompared() {
        assertThat(found(new BeginsWith<>(key("EU", null, null)))).hasSize(9);
        assertThat(found(new BeginsWith<>(key("EU", "FINAL", null)))).containsExactly("FINAL/1", "FINAL/2", "FINAL/3");
        assertThat(found(new BeginsWith<>(key("EU", "FINAL", 2)))).containsExactly("FINAL/2");
        assertThat(found(new BeginsWith<>(key("EU", "FIN", null)))).isEmpty();
        assertThat(found(new EqualTo<>(new Match.ByRound("2026", "EU", "SEMI", 3, "ann", null))))
                .containsExactly("SEMI/3");
    }

    @Test
    void aRangeIsOneOfTheLastThatIsGiven() {
        assertThat(found(new GreaterThan<>(key("EU", "FINAL", 1)))).containsExactly("FINAL/2", "FINAL/3");
        assertThat(found(new LessThanOrEqualTo<>(key("US", "FINALS", null)))).hasSize(6);
        assertThat(found(new Between<>(key("US", "SEMI", 2), key("US", "SEMI", 9))))
                .containsExactly("SEMI/2", "SEMI/3");
    }

    @Test
    void pagesGoOn() {
        QueryConfig two = QueryConfig.builder().pageSize(2).build();
        List<Match> all = new ArrayList<>();
        Offset<Match.ByRound> offset = null;
        do {
            Page<Match.ByRound, Match> page =
                    matches.byRound().query(new BeginsWith<>(key("EU", null, null)), two, offset);
            all.addAll(page.contents());
            offset = page.offset();
        } while (offset != null);

        assertThat(all).hasSize(9).doesNotHaveDuplicates();
        Offset<Match.ByRound> ofEurope = matches.byRound()
                .query(new BeginsWith<>(key("EU", null, null)), two)
                .offset();
        assertThatThrownBy(() -> matches.byRound().query(new BeginsWith<>(key("US", null, null)), two, ofEurope))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The offset is of another partition than the query.");
    }

    @Test
    void anOffsetBecomesTextAndBack() {
        QueryConfig two = QueryConfig.builder().pageSize(2).build();
        Page<Match.ByRound, Match> page = matches.byRound().query(new BeginsWith<>(key("EU", null, null)), two);

        String text = matches.byRound().offsetToString(requireNonNull(page.offset()));

        assertThat(matches.byRound().offsetFromString(text)).isEqualTo(page.offset());
    }

    @Test
    void anEmptyTextBeginsEveryOther() {
        assertThat(found(new BeginsWith<>(key("EU", "", null)))).hasSize(9);
        assertThat(found(new BeginsWith<>(new Match.ByRound("2026", "EU", "FINAL", 2, "", null))))
                .containsExactly("FINAL/2");
        assertThat(found(new EqualTo<>(new Match.ByRound("2026", "EU", "FINAL", 2, "", null))))
                .isEmpty();
    }

    @Test
    void anItemWithoutAnAttributeIsNotInTheIndex() {
        matches.byId().save(new Match("x", "2026", "ASIA", "FINAL", null, "ann"));

        assertThat(found(new BeginsWith<>(key("ASIA", null, null)))).isEmpty();
    }

    @Test
    void keysThatDoNotFitAreRefused() {
        assertRefused(
                new BeginsWith<>(new Match.ByRound("2026", null, "FINAL", null)),
                "CompositeIndexTest.Match.ByRound.region is null in the key, but a query needs its partition.");
        assertRefused(
                new BeginsWith<>(key("EU", null, 2)),
                "CompositeIndexTest.Match.ByRound.round is null in the key, but CompositeIndexTest.Match.ByRound.table_number,"
                        + " which comes after it in index by_round, is not. Leave out properties from the end only.");
        assertRefused(
                new EqualTo<>(key("EU", "FINAL", 2)),
                "CompositeIndexTest.Match.ByRound.player is null in the key, but the condition compares with it.");
        assertRefused(
                new GreaterThan<>(key("EU", null, null)),
                "CompositeIndexTest.Match.ByRound.round is null in the key, but the condition compares with it.");
        assertRefused(
                new Between<>(key("EU", "FINAL", 2), key("EU", "SEMI", 3)),
                "Between needs two keys that differ in one property, the last that is given, but the keys differ in others of"
                        + " index by_round, too.");
    }

    @Test
    void noCollectionIsReadThroughIt() {
        assertThatThrownBy(() -> matches.loadPartition(key("EU", null, null), Match.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "CompositeIndexTest.Matches has the index by_round, whose key has several attributes in one"
                                + " part, so that no collection of several types can be read through it. Query one type at a time");
    }

    private void assertRefused(KeyCondition<Match.ByRound> condition, String message) {
        assertThatThrownBy(() -> matches.byRound().query(condition))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private List<String> found(KeyCondition<Match.ByRound> condition) {
        return matches.byRound().queryAllContents(condition).toList().stream()
                .map(match -> match.round() + "/" + match.table_number())
                .toList();
    }

    private static Match.ByRound key(String region, @Nullable String round, @Nullable Integer table) {
        return new Match.ByRound("2026", region, round, table);
    }
}
