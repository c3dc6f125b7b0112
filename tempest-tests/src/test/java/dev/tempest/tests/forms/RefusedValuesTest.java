package dev.tempest.tests.forms;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.forms.Album.Box;
import dev.tempest.tests.forms.Album.Genre;
import dev.tempest.tests.forms.Album.Label;
import dev.tempest.tests.forms.Album.Node;
import dev.tempest.tests.forms.Album.Payment;
import dev.tempest.tests.forms.Album.Track;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that DynamoDB cannot store is refused before anything is sent, by where it is in the item, and without the value. */
class RefusedValuesTest {
    private static final String KEY = ", and so cannot be stored: {partition_key=A, sort_key=INFO_}.";
    private static final String SECRET = "secret\uD800";
    private static final BigDecimal LONG = new BigDecimal("1.23456789012345678901234567890123456789");

    @RegisterExtension
    final TestDb db = AlbumTables.create();

    private InlineView<Album.Key, Album> albums;

    @BeforeEach
    void connect() {
        albums = AlbumTables.albums(db);
    }

    static Stream<Arguments> refused() {
        Album album = Album.of("A");
        List<Node> endless = new ArrayList<>();
        endless.add(new Node("n", endless, null));
        return Stream.of(
                Arguments.of(
                        "Album.label.share.content is a number that DynamoDB does not have",
                        album.withLabel(new Label("EMI", null, new Box<>(Double.NaN, null)))),
                Arguments.of(
                        "Album.label.share.more[0] is a number that DynamoDB does not have",
                        album.withLabel(new Label("EMI", null, new Box<>(1.0, List.of(Double.POSITIVE_INFINITY))))),
                Arguments.of(
                        "Album.label.name has half of a surrogate pair, which has no form in UTF-8",
                        album.withLabel(new Label(SECRET, null, null))),
                Arguments.of(
                        "Album.tracks[1].title has half of a surrogate pair, which has no form in UTF-8",
                        album.withTracks(List.of(new Track("One", null), new Track(SECRET, null)))),
                Arguments.of(
                        "Album.prices holds a value that is a number that DynamoDB does not have",
                        album.withPrices(Map.of(new UUID(1, 2), LONG))),
                Arguments.of(
                        "Album.byGenre[*][0].city has half of a surrogate pair, which has no form in UTF-8",
                        album.withByGenre(Map.of(Genre.ROCK, List.of(new Label("EMI", SECRET, null))))),
                Arguments.of(
                        "Album.byGenre is a map with null as a key",
                        album.withByGenre(Collections.singletonMap(null, List.of()))),
                Arguments.of(
                        "Album.subtitle has half of a surrogate pair, which has no form in UTF-8",
                        album.withSubtitle(Optional.of(SECRET))),
                Arguments.of(
                        "Album.payment.number has half of a surrogate pair, which has no form in UTF-8",
                        album.withPayment(new Payment.Card(SECRET))),
                Arguments.of("Album.tags is an empty set", album.withTags(Set.of())),
                Arguments.of(
                        "Album.tags holds a value that has half of a surrogate pair, which has no form in UTF-8",
                        album.withTags(Set.of(SECRET))),
                Arguments.of("in more levels than the 32 that DynamoDB has", album.withTree(endless.get(0))));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String problem, Album album) {
        for (var write : List.<Runnable>of(
                () -> albums.save(album),
                () -> albums.create(album),
                () -> AlbumTables.music(db)
                        .batchWrite(BatchWriteSet.builder().clobber(album).build()),
                () -> AlbumTables.music(db)
                        .transactionWrite(
                                TransactionWriteSet.builder().save(album).build()))) {
            assertThatThrownBy(write::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Album.")
                    .hasMessageContaining(problem)
                    .hasMessageContaining(KEY)
                    .hasMessageNotContaining("secret");
        }
        assertThat(db.client().scan(scan -> scan.tableName("albums")).items()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        List<Node> endless = new ArrayList<>();
        endless.add(new Node("n", endless, null));

        assertThatThrownBy(() -> albums.save(Album.of("A").withTree(endless.get(0))))
                .hasMessageContaining(
                        "is nested in more levels than the 32 that DynamoDB has, and so cannot be stored: {partition_key=A,");
        assertThatThrownBy(() -> albums.save(Album.of("A").withByGenre(Collections.singletonMap(null, List.of()))))
                .hasMessage("Album.byGenre is a map with null as a key, and so cannot be stored: {partition_key=A,"
                        + " sort_key=INFO_}.");
        assertThatThrownBy(() -> albums.save(Album.of("A").withSubtitle(Optional.of(SECRET))))
                .hasMessage(
                        "Album.subtitle has half of a surrogate pair, which has no form in UTF-8, and so cannot be stored:"
                                + " {partition_key=A, sort_key=INFO_}.");
    }

    @Test
    void refusesThemInConditionsAndChanges() {
        var secret = new Label(SECRET, null, null);

        assertThatThrownBy(
                        () -> albums.patch(AlbumTables.KEY, attr(Album::label).set(secret)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Album.label cannot store the value: .name in it has half of a surrogate pair, which has no"
                        + " form in UTF-8, and so cannot be stored.");
        assertThatThrownBy(() -> albums.patch(
                        AlbumTables.KEY,
                        attr((Album album) -> album.label().name()).set(SECRET)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Album.label.name cannot store the value: it has half of a surrogate pair, which has no form in"
                                + " UTF-8, and so cannot be stored.");
    }
}
