package dev.tempest.tests.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.ForIndex;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.tests.faces.Items;
import dev.tempest.tests.faces.Pages;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Queries through secondary indexes, which list rows of several types side by side. */
@ParameterizedClass
@EnumSource(names = {"SYNC", "SDK1"})
class IndexQueriesTest extends EntriesTest {
    record Track(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album,

            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String category,
            String label,
            Integer rank) {
        record Key(String album, String number) {}

        @ForIndex(name = "by_rank")
        record ByRank(String album, String number, Integer rank) {
            ByRank(String album, Integer rank) {
                this(album, null, rank);
            }
        }

        @ForIndex(name = "by_category")
        record ByCategory(String category, String label, String album, String number) {
            ByCategory(String category, String label) {
                this(category, label, null, null);
            }
        }

        @ForIndex(name = "by_category_only")
        record ByCategoryOnly(String category, String album, String number) {}

        @ForIndex(name = "inverted")
        record Inverted(String number, String album) {}
    }

    /** Of another prefix. */
    record Review(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album,

            @Attribute(name = "sort_key", prefix = "REVIEW_")
            String number,

            String category,
            String label,
            Integer rank) {
        record Key(String album, String number) {}
    }

    /** Of the same sort key prefix, told apart by the partition key. */
    record ListTrack(
            @Attribute(name = "partition_key", prefix = "LIST_")
            String list,

            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String category,
            String label) {
        record Key(String list, String number) {}
    }

    private Pages<Track.ByRank, Track> tracksByRank;
    private Pages<Track.ByCategory, Track> tracksByCategory;
    private Pages<Track.ByCategoryOnly, Track> tracksByCategoryOnly;
    private Pages<Track.Inverted, Track> tracksByNumber;
    private final List<Track> byRank = new ArrayList<>();
    private final List<Track> byCategory = new ArrayList<>();

    @BeforeEach
    void writeItems() {
        Entries entries = open(Entries.TABLE);
        Items<Track.Key, Track> tracks = entries.items(Track.Key.class, Track.class);
        Items<Review.Key, Review> reviews = entries.items(Review.Key.class, Review.class);
        Items<ListTrack.Key, ListTrack> listTracks = entries.items(ListTrack.Key.class, ListTrack.class);
        tracksByRank = entries.index(Track.ByRank.class, Track.class);
        tracksByCategory = entries.index(Track.ByCategory.class, Track.class);
        tracksByCategoryOnly = entries.index(Track.ByCategoryOnly.class, Track.class);
        tracksByNumber = entries.index(Track.Inverted.class, Track.class);
        for (int i = 1; i <= 7; i++) {
            // Pairs of equal index keys: an offset must tell the rows of a pair apart.
            Track track = new Track("1", "" + i, "jazz", "L" + i / 2, 10 - i / 2);
            byCategory.add(track);
            byRank.add(0, track);
            tracks.save(track);
            reviews.save(new Review("1", "" + i, "jazz", "L" + i / 2, 10 - i / 2));
            listTracks.save(new ListTrack("1", "" + i, "jazz", "L" + i / 2));
        }
        tracks.save(new Track("2", "1", "folk", "L1", 1));
        tracks.save(new Track("2", "2", null, null, null));
    }

    private static <K> void assertGoesOn(Pages<K, Track> index, KeyCondition<K> condition, List<Track> all) {
        for (int size = 1; size <= 30; size++) {
            QueryConfig config = QueryConfig.builder().pageSize(size).build();
            List<Track> seen = new ArrayList<>();
            Offset<K> offset = null;
            do {
                Page<K, Track> page = index.query(condition, config, offset);
                seen.addAll(page.contents());
                offset = page.offset();
            } while (offset != null);
            assertThat(seen).as("%s a page", size).containsExactlyInAnyOrderElementsOf(all);
        }
    }

    private List<Track> ranked(KeyCondition<Track.ByRank> condition) {
        return tracksByRank.query(condition).contents();
    }

    private List<Track> categorized(KeyCondition<Track.ByCategory> condition) {
        return tracksByCategory.query(condition).contents();
    }

    private List<Track> where(java.util.function.Predicate<Track> met) {
        return byCategory.stream().filter(met).toList();
    }

    @Test
    void orderByANumberInTheLocalIndex() {
        assertThat(ranked(new BeginsWith<>(new Track.ByRank("1", null))))
                .hasSize(7)
                .isSortedAccordingTo(java.util.Comparator.comparing(Track::rank))
                .containsExactlyInAnyOrderElementsOf(byRank);
    }

    @Test
    void compareNumbersInTheLocalIndex() {
        Track.ByRank eight = new Track.ByRank("1", 8);
        Track.ByRank nine = new Track.ByRank("1", 9);

        assertThat(ranked(new EqualTo<>(eight))).containsExactlyInAnyOrderElementsOf(where(t -> t.rank() == 8));
        assertThat(ranked(new LessThan<>(eight))).containsExactlyInAnyOrderElementsOf(where(t -> t.rank() < 8));
        assertThat(ranked(new LessThanOrEqualTo<>(eight)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.rank() <= 8));
        assertThat(ranked(new GreaterThan<>(eight))).containsExactlyInAnyOrderElementsOf(where(t -> t.rank() > 8));
        assertThat(ranked(new GreaterThanOrEqualTo<>(eight)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.rank() >= 8));
        assertThat(ranked(new Between<>(eight, nine)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.rank() == 8 || t.rank() == 9));
        assertThat(ranked(new Between<>(nine, eight))).isEmpty();
    }

    @Test
    void compareStringsInTheGlobalIndex() {
        Track.ByCategory one = new Track.ByCategory("jazz", "L1");
        Track.ByCategory two = new Track.ByCategory("jazz", "L2");

        assertThat(categorized(new BeginsWith<>(new Track.ByCategory("jazz", null))))
                .hasSize(7);
        assertThat(categorized(new BeginsWith<>(new Track.ByCategory("jazz", ""))))
                .hasSize(7);
        assertThat(categorized(new BeginsWith<>(new Track.ByCategory("jazz", "L2"))))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.label().equals("L2")));
        assertThat(categorized(new EqualTo<>(two)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.label().equals("L2")));
        assertThat(categorized(new LessThan<>(two)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.label().compareTo("L2") < 0));
        assertThat(categorized(new LessThanOrEqualTo<>(two)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.label().compareTo("L2") <= 0));
        assertThat(categorized(new GreaterThan<>(two)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.label().compareTo("L2") > 0));
        assertThat(categorized(new GreaterThanOrEqualTo<>(two)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.label().compareTo("L2") >= 0));
        assertThat(categorized(new Between<>(one, two)))
                .containsExactlyInAnyOrderElementsOf(where(t -> t.label().matches("L[12]")));
        assertThat(categorized(new Between<>(two, one))).isEmpty();
    }

    @Test
    void returnRowsOfTheirOwnTypeOnly() {
        assertThat(categorized(new BeginsWith<>(new Track.ByCategory("jazz", null))))
                .containsExactlyInAnyOrderElementsOf(byCategory);
        assertThat(tracksByCategoryOnly
                        .query(new BeginsWith<>(new Track.ByCategoryOnly("jazz", null, null)))
                        .contents())
                .containsExactlyInAnyOrderElementsOf(byCategory);
        assertThat(tracksByNumber
                        .query(new BeginsWith<>(new Track.Inverted("3", null)))
                        .contents())
                .containsExactly(byCategory.get(2));
    }

    @Test
    void goOnAfterEveryPageOfEverySize() {
        assertGoesOn(tracksByRank, new BeginsWith<>(new Track.ByRank("1", null)), byCategory);
        assertGoesOn(tracksByCategory, new BeginsWith<>(new Track.ByCategory("jazz", null)), byCategory);
        assertGoesOn(tracksByCategoryOnly, new BeginsWith<>(new Track.ByCategoryOnly("jazz", null, null)), byCategory);
    }

    @Test
    void goOnAfterAKeyMadeByHand() {
        List<Track> all = ranked(new BeginsWith<>(new Track.ByRank("1", null)));
        for (int i = 0; i < all.size(); i++) {
            Track track = all.get(i);
            Offset<Track.ByRank> offset = new Offset<>(new Track.ByRank("1", track.number(), track.rank()));

            assertThat(tracksByRank
                            .query(
                                    new BeginsWith<>(new Track.ByRank("1", null)),
                                    QueryConfig.builder().build(),
                                    offset)
                            .contents())
                    .isEqualTo(all.subList(i + 1, all.size()));
        }
    }

    @Test
    void needACompleteKeyToGoOn() {
        assertThatThrownBy(() -> tracksByRank.query(
                        new BeginsWith<>(new Track.ByRank("1", null)),
                        QueryConfig.builder().build(),
                        new Offset<>(new Track.ByRank("1", null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "IndexQueriesTest.Track.ByRank.number is null in the key {partition_key=ALBUM_1, sort_key=(none), rank=(none)},"
                                + " but it is stored in sort_key, which a key must have.");
    }

    @Test
    void filterBesideTheTypesOwnFilter() {
        Expression highOrLow = Expression.builder()
                .expression("#rank = :high OR #rank = :low")
                .putExpressionName("#rank", "rank")
                .putExpressionValue(":high", AttributeValue.fromN("10"))
                .putExpressionValue(":low", AttributeValue.fromN("7"))
                .build();

        assertThat(tracksByCategory
                        .query(
                                new BeginsWith<>(new Track.ByCategory("jazz", null)),
                                QueryConfig.builder()
                                        .filterExpression(highOrLow)
                                        .build())
                        .contents())
                .containsExactlyInAnyOrderElementsOf(where(t -> t.rank() == 10 || t.rank() == 7));
    }

    @Test
    void refuseConsistentReadsOfAGlobalIndexOnly() {
        QueryConfig consistent = QueryConfig.builder().consistentRead(true).build();
        Pages<Track.ByCategory, Track> missing = open("not_there").index(Track.ByCategory.class, Track.class);

        assertThat(tracksByRank
                        .query(new BeginsWith<>(new Track.ByRank("1", null)), consistent)
                        .contents())
                .hasSize(7);
        assertThatThrownBy(() -> missing.query(new BeginsWith<>(new Track.ByCategory("jazz", null)), consistent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Index by_category of table not_there is a global secondary index, and those have no"
                        + " consistent reads. Read without consistentRead.");
    }

    /** As in an index of several attributes, and in a template. */
    @Test
    void compareANumberThatAKeyBeginsWithAsAWhole() {
        assertThat(ranked(new BeginsWith<>(new Track.ByRank("1", 8))))
                .isNotEmpty()
                .isEqualTo(ranked(new EqualTo<>(new Track.ByRank("1", 8))));
    }

    @Test
    void explainConditionsThatTheyCannotMeet() {
        assertThatThrownBy(() -> ranked(new LessThan<>(new Track.ByRank("1", null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "IndexQueriesTest.Track.ByRank.rank is null in the key, but the condition compares with it.");
        assertThatThrownBy(
                        () -> tracksByCategoryOnly.query(new LessThan<>(new Track.ByCategoryOnly("jazz", null, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "LessThan compares sort keys, but no sort key exists for IndexQueriesTest.Track.ByCategoryOnly. Use"
                                + " BeginsWith.");
    }
}
