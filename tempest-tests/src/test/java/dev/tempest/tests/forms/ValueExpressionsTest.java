package dev.tempest.tests.forms;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.list;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Condition;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.forms.Album.Box;
import dev.tempest.tests.forms.Album.Genre;
import dev.tempest.tests.forms.Album.Label;
import dev.tempest.tests.forms.Album.Payment;
import dev.tempest.tests.forms.Album.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Conditions and changes take records, lists of them and their own properties as they take strings. */
class ValueExpressionsTest {
    private static final Label LABEL = new Label("EMI", "Hayes", new Box<>(0.5, List.of()));
    private static final Track ONE = new Track("One", Duration.ofSeconds(90));
    private static final Track TWO = new Track("Two", null);

    @RegisterExtension
    final TestDb db = AlbumTables.create();

    private InlineView<Album.Key, Album> albums;

    @BeforeEach
    void connect() {
        albums = AlbumTables.albums(db);
        albums.save(Album.of("A")
                .withGenre(Genre.POP)
                .withLabel(LABEL)
                .withTracks(List.of(ONE))
                .withPayment(new Payment.Card("1"))
                .withSubtitle(Optional.of("Live")));
    }

    private boolean finds(Condition<Album> condition) {
        return !albums.scan(ScanConfig.builder().filter(condition).build())
                .contents()
                .isEmpty();
    }

    @Test
    void conditionsCompareWholeValues() {
        assertThat(finds(attr(Album::label).eq(LABEL))).isTrue();
        assertThat(finds(attr(Album::label).eq(new Label("EMI", null, LABEL.share()))))
                .isFalse();
        assertThat(finds(attr(Album::payment).eq(new Payment.Card("1")))).isTrue();
        assertThat(finds(attr(Album::payment).eq(new Payment.Cash()))).isFalse();
        assertThat(finds(attr(Album::genre).eq(Genre.POP))).isTrue();
        assertThat(finds(attr(Album::subtitle).eq(Optional.of("Live")))).isTrue();
        assertThat(finds(list(Album::tracks).contains(ONE))).isTrue();
        assertThat(finds(list(Album::tracks).contains(TWO))).isFalse();
    }

    @Test
    void conditionsCompareWhatIsInARecord() {
        assertThat(finds(attr((Album album) -> album.label().city()).eq("Hayes")))
                .isTrue();
        assertThat(finds(attr((Album album) -> album.label().share().content()).eq(0.25)))
                .isFalse();
    }

    @Test
    void patchesSetWholeValuesAndWhatIsInThem() {
        albums.patch(
                AlbumTables.KEY, attr((Album album) -> album.label().city()).set("London"));
        assertThat(albums.load(AlbumTables.KEY).label()).isEqualTo(new Label("EMI", "London", LABEL.share()));

        albums.patch(
                AlbumTables.KEY, attr((Album album) -> album.label().city()).remove());
        assertThat(albums.load(AlbumTables.KEY).label()).isEqualTo(new Label("EMI", null, LABEL.share()));

        albums.patch(AlbumTables.KEY, attr(Album::payment).set(new Payment.Cash()));
        assertThat(albums.load(AlbumTables.KEY).payment()).isEqualTo(new Payment.Cash());

        albums.patch(AlbumTables.KEY, list(Album::tracks).append(TWO));
        assertThat(albums.load(AlbumTables.KEY).tracks()).containsExactly(ONE, TWO);
    }
}
