package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Offset;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.Queryable;
import dev.tempest.tests.faces.Media.Review;
import dev.tempest.tests.faces.Media.Track;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A query returns rows of its own type only, in DynamoDB's order, whatever lies beside them. */
class QueriesTest {
    @RegisterExtension
    final Sdk1Db db = MediaDb.tables();

    /** Their order by UTF-16 code units is another one than DynamoDB's. */
    private static final List<String> NUMBERS =
            List.of("", "\0", "A", "a", "aa", "a\uFFFD", "a\uD83C\uDFB5", "b", "\uE000", "\uDBFF\uDFFF");

    /** Sort keys of other types around and between. */
    private static final List<String> NEIGHBOURS =
            List.of("TRACK", "TRACK^", "TRACK`", "TRACKa", "TRACJ_a", "TRACL_a", "REVIEW_a", "U", "t");

    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static final List<Integer> RANKS = List.of(-20, -3, 0, 1, 7, 100);

    private MediaDb.Table media;

    @BeforeEach
    void connect() {
        media = LogicalDb.create(MediaDb.class, db.mapper()).media();
    }

    private static Track track(String album, String number, String genre, String released, Integer rank) {
        return new Track(album, number, "T", 1, genre, released, rank);
    }

    /** What each kind of condition means for the place of a value beside the bound. */
    private static <K> void assertEachKind(
            Queryable<K, Track> queryable,
            List<Track> inOrder,
            Function<Track, K> key,
            BiPredicate<Track, Track> sameSortKey) {
        for (Track bound : inOrder) {
            int first = firstIndex(inOrder, bound, sameSortKey);
            int end = first;
            while (end < inOrder.size() && sameSortKey.test(inOrder.get(end), bound)) {
                end++;
            }
            K at = key.apply(bound);
            assertQuery(queryable, new EqualTo<>(at), inOrder.subList(first, end));
            assertQuery(queryable, new LessThan<>(at), inOrder.subList(0, first));
            assertQuery(queryable, new LessThanOrEqualTo<>(at), inOrder.subList(0, end));
            assertQuery(queryable, new GreaterThan<>(at), inOrder.subList(end, inOrder.size()));
            assertQuery(queryable, new GreaterThanOrEqualTo<>(at), inOrder.subList(first, inOrder.size()));
            K last = key.apply(inOrder.get(inOrder.size() - 1));
            assertQuery(queryable, new Between<>(at, last), inOrder.subList(first, inOrder.size()));
        }
    }

    private static int firstIndex(List<Track> inOrder, Track bound, BiPredicate<Track, Track> sameSortKey) {
        int first = 0;
        while (!sameSortKey.test(inOrder.get(first), bound)) {
            first++;
        }
        return first;
    }

    private static <K> void assertQuery(Queryable<K, Track> queryable, KeyCondition<K> condition, List<Track> wanted) {
        assertThat(queryable.query(condition).contents()).as("%s", condition).isEqualTo(wanted);
        List<Track> backwards = new ArrayList<>(wanted);
        Collections.reverse(backwards);
        QueryConfig descending = QueryConfig.builder().asc(false).build();
        assertThat(queryable.query(condition, descending).contents())
                .as("%s descending", condition)
                .isEqualTo(backwards);
    }

    @Test
    void readsThePartOfThePartitionThatAConditionAsksFor() {
        for (String album : List.of("1", "2")) {
            NEIGHBOURS.forEach(key -> db.put("media", "partition_key", "ALBUM_" + album, "sort_key", key));
            NUMBERS.forEach(number -> media.tracks().save(track(album, number, "g", "r", 1)));
        }
        List<Track> inOrder = NUMBERS.stream()
                .sorted(BY_BYTES)
                .map(number -> track("1", number, "g", "r", 1))
                .toList();

        assertEachKind(
                media.tracks(),
                inOrder,
                Track::key,
                (one, other) -> one.number().equals(other.number()));
        for (String start : NUMBERS) {
            assertQuery(
                    media.tracks(),
                    new BeginsWith<>(new Track.Key("1", start)),
                    inOrder.stream()
                            .filter(track -> track.number().startsWith(start))
                            .toList());
        }
        assertQuery(media.tracks(), new BeginsWith<>(new Track.Key("1", null)), inOrder);
    }

    @Test
    void readsALocalIndexAmongRowsOfOtherTypes() {
        List<Track> inOrder = new ArrayList<>();
        for (Integer rank : RANKS) {
            media.reviews().save(new Review("1", "R" + rank, "T"));
            db.put("media", "partition_key", "ALBUM_2", "sort_key", "TRACK_" + rank);
            inOrder.add(track("1", "n" + (100 + rank), "g", "r", rank));
        }
        inOrder.forEach(media.tracks()::save);
        MediaRow otherType = new MediaRow();
        otherType.setPartition_key("ALBUM_1");
        otherType.setSort_key("OTHER_1");
        otherType.setRank(2);
        media.save(otherType);

        assertEachKind(
                media.tracksByRank(),
                inOrder,
                track -> new Track.ByRank("1", track.rank(), track.number()),
                (one, other) -> one.rank().equals(other.rank()));
        assertQuery(media.tracksByRank(), new BeginsWith<>(new Track.ByRank("1")), inOrder);
        assertThatThrownBy(() -> media.tracksByRank().query(new BeginsWith<>(new Track.ByRank("1", 3, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BeginsWith needs a sort key of text or bytes");
    }

    @Test
    void readsAGlobalIndexAmongRowsOfOtherTypes() {
        List<Track> inOrder = new ArrayList<>();
        for (String released : List.of("1990", "1995", "1999", "2000-01", "2000-02")) {
            inOrder.add(track("A" + released, "1", "rock", released, 1));
            media.tracks().save(track("B" + released, "1", "pop", released, 1));
            db.put(
                    "media",
                    "partition_key",
                    "P" + released,
                    "sort_key",
                    "TRACK_1",
                    "genre",
                    "rock",
                    "released",
                    released);
            db.put(
                    "media",
                    "partition_key",
                    "ALBUM_1",
                    "sort_key",
                    "Q" + released,
                    "genre",
                    "rock",
                    "released",
                    released);
        }
        inOrder.forEach(media.tracks()::save);

        assertEachKind(
                media.tracksByGenre(),
                inOrder,
                track -> new Track.ByGenre("rock", track.released(), track.album(), track.number()),
                (one, other) -> one.released().equals(other.released()));
        assertQuery(media.tracksByGenre(), new BeginsWith<>(new Track.ByGenre("rock")), inOrder);
        assertQuery(
                media.tracksByGenre(),
                new BeginsWith<>(new Track.ByGenre("rock", "199", null, null)),
                inOrder.subList(0, 3));
        assertThatThrownBy(() -> media.tracksByGenre()
                        .query(
                                new BeginsWith<>(new Track.ByGenre("rock")),
                                QueryConfig.builder().consistentRead(true).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Index by_genre of table media is a global secondary index");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void pagesThroughTheTableAndBothKindsOfIndex(int pageSize) {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tracks.add(track("1", "n" + i, "rock", "r" + i, i));
            db.put("media", "partition_key", "P" + i, "sort_key", "TRACK_1", "genre", "rock", "released", "r" + i);
        }
        tracks.forEach(media.tracks()::save);

        assertPages(media.tracks(), new BeginsWith<>(new Track.Key("1")), pageSize, tracks);
        assertPages(media.tracksByRank(), new BeginsWith<>(new Track.ByRank("1")), pageSize, tracks);
        assertPages(media.tracksByGenre(), new BeginsWith<>(new Track.ByGenre("rock")), pageSize, tracks);
    }

    private static <K> void assertPages(
            Queryable<K, Track> queryable, KeyCondition<K> condition, int pageSize, List<Track> wanted) {
        QueryConfig config = QueryConfig.builder().pageSize(pageSize).build();
        List<Track> found = new ArrayList<>();
        Page<K, Track> page = queryable.query(condition, config);
        found.addAll(page.contents());
        while (page.hasMorePages()) {
            assertThat(page.contents()).hasSizeLessThanOrEqualTo(pageSize);
            String text = queryable.offsetToString(page.offset());
            assertThat(text).matches("[A-Za-z0-9_-]+");
            Offset<K> offset = queryable.offsetFromString(text);
            assertThat(offset).isEqualTo(page.offset());
            page = queryable.query(condition, config, offset);
            found.addAll(page.contents());
        }
        assertThat(found).isEqualTo(wanted);
        assertThat(queryable.queryAllContents(condition, config)).containsExactlyElementsOf(wanted);
        assertThat(queryable.queryAll(condition, config).stream().flatMap(each -> each.contents().stream()))
                .containsExactlyElementsOf(wanted);
    }

    @Test
    void beginsAfterAKeyThatWasMadeByHand() {
        List.of("a", "b", "c").forEach(number -> media.tracks().save(track("1", number, "g", "r", 1)));

        Offset<Track.Key> offset = new Offset<>(new Track.Key("1", "a!"));

        assertThat(media.tracks()
                        .query(new BeginsWith<>(new Track.Key("1")), offset)
                        .contents())
                .extracting(Track::number)
                .containsExactly("b", "c");
        BeginsWith<Track.Key> album = new BeginsWith<>(new Track.Key("1"));
        assertThat(media.tracks().queryAllContents(album, offset).toList())
                .isEqualTo(media.tracks()
                        .queryAll(album, offset)
                        .first()
                        .orElseThrow()
                        .contents())
                .hasSize(2);
        assertThat(media.tracks().scanAllContents(offset).toList())
                .isEqualTo(media.tracks().scanAll(offset).first().orElseThrow().contents())
                .hasSize(2);
        assertThat(media.tracks()
                        .offsetFromString(media.tracks().offsetToString(offset))
                        .key())
                .isEqualTo(new Track.Key("1", "a!"));
        assertThatThrownBy(() -> media.reviews().offsetFromString(media.tracks().offsetToString(offset)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("comes from another view");
    }

    @Test
    void signsOffsetsWithASecret() {
        byte[] secret = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        MediaDb.Table signed = LogicalDb.builder(MediaDb.class)
                .dynamoDbMapper(db.mapper())
                .offsetSecret(secret)
                .build()
                .media();
        Offset<Track.Key> offset = new Offset<>(new Track.Key("1", "a"));
        String text = signed.tracks().offsetToString(offset);

        assertThat(signed.tracks().offsetFromString(text).key()).isEqualTo(offset.key());
        assertThatThrownBy(() -> media.tracks().offsetFromString(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filtersAndTellsWhatItCosts() {
        for (int i = 0; i < 10; i++) {
            media.tracks().save(new Track("1", "n" + i, "T", i % 2, "g", "r", 1));
        }
        QueryConfig odd = QueryConfig.builder()
                .filterExpression(FilterExpression.builder()
                        .expression("#length = :one OR #length = :three")
                        .attributeName("#length", "length")
                        .attributeValue(":one", new AttributeValue().withN("1"))
                        .attributeValue(":three", new AttributeValue().withN("3"))
                        .build())
                .consistentRead(true)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .build();

        Page<Track.Key, Track> page = media.tracks().query(new BeginsWith<>(new Track.Key("1")), odd);

        assertThat(page.contents())
                .hasSize(5)
                .allSatisfy(track -> assertThat(track.length()).isEqualTo(1));
        assertThat(page.scannedCount()).isEqualTo(10);
        assertThat(page.consumedCapacity().getCapacityUnits()).isEqualTo(1);
        assertThat(media.tracks().query(new BeginsWith<>(new Track.Key("1"))).consumedCapacity())
                .isNull();
    }

    @Test
    void joinsAFilterWithWhatTheIndexNeeds() {
        media.tracks().save(track("1", "a", "rock", "r1", 1));
        media.tracks().save(track("2", "b", "rock", "r2", 2));
        db.put("media", "partition_key", "P", "sort_key", "TRACK_1", "genre", "rock", "released", "r1");
        FilterExpression either = new FilterExpression(
                "title = :t OR attribute_not_exists(title)", Map.of(":t", new AttributeValue("T")));

        assertThat(media.tracksByGenre()
                        .query(
                                new BeginsWith<>(new Track.ByGenre("rock")),
                                QueryConfig.builder().filterExpression(either).build())
                        .contents())
                .extracting(Track::album)
                .containsExactly("1", "2");
    }

    @Test
    void failsAtOrSkipsRowsThatCannotBeRead() {
        media.tracks().save(track("1", "a", "g", "r", 1));
        db.put("media", "partition_key", "ALBUM_1", "sort_key", "TRACK_b", "length", "text");
        BeginsWith<Track.Key> album = new BeginsWith<>(new Track.Key("1"));

        assertThatThrownBy(() -> media.tracks().query(album)).hasMessageContaining("sort_key=TRACK_b");
        List<String> messages = new ArrayList<>();
        QueryConfig tolerant = QueryConfig.builder()
                .unreadableRows(row -> messages.add(row.getMessage()))
                .build();
        assertThat(media.tracks().query(album, tolerant).contents()).hasSize(1);
        assertThat(messages).singleElement().asString().contains("sort_key=TRACK_b");
    }
}
