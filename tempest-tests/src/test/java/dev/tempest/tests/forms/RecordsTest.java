package dev.tempest.tests.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.sdk2.InlineView;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.forms.Album.Box;
import dev.tempest.tests.forms.Album.Genre;
import dev.tempest.tests.forms.Album.Label;
import dev.tempest.tests.forms.Album.Node;
import dev.tempest.tests.forms.Album.Payment;
import dev.tempest.tests.forms.Album.Track;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records, lists and maps of them, sealed types and optionals are stored without a converter. */
class RecordsTest {
    private static final UUID ID = UUID.fromString("00000000-0000-0001-0000-000000000002");
    private static final Label LABEL = new Label("EMI", null, new Box<>(0.5, List.of(1.5)));

    @RegisterExtension
    final TestDb db = AlbumTables.create();

    private InlineView<Album.Key, Album> albums;

    @BeforeEach
    void connect() {
        albums = AlbumTables.albums(db);
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(String number) {
        return AttributeValue.fromN(number);
    }

    private static AttributeValue nothing() {
        return AttributeValue.fromNul(true);
    }

    private static AttributeValue map(Object... entries) {
        Map<String, AttributeValue> map = new HashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], (AttributeValue) entries[i + 1]);
        }
        return AttributeValue.fromM(map);
    }

    private static AttributeValue list(AttributeValue... elements) {
        return AttributeValue.fromL(List.of(elements));
    }

    @Test
    void storesValuesAsTheyAreDeclared() {
        storesValues();
    }

    @Test
    void storesTheSameWithoutARawItemType() {
        albums = db.logicalDb(AlbumTables.OwnMusic.class).albums().album();
        storesValues();
    }

    private void storesValues() {
        var album = new Album(
                "A",
                "",
                Genre.POP,
                LABEL,
                Arrays.asList(new Track("One", Duration.ofMillis(1500)), null),
                Map.of(ID, new BigDecimal("9.5")),
                Map.of(Genre.ROCK, List.of(LABEL)),
                Optional.of("Live"),
                new Payment.Card("1234"),
                new Node("root", List.of(new Node("leaf", null, null)), null),
                new int[] {1, 2},
                Set.of("a"),
                Set.of(new Track("Two", null)));

        albums.save(album);

        AttributeValue label = map(
                "name",
                text("EMI"),
                "town",
                nothing(),
                "share",
                map("content", number("0.5"), "more", list(number("1.5"))));
        AttributeValue leaf = map("name", text("leaf"), "children", nothing(), "friend", nothing());
        assertThat(AlbumTables.stored(db))
                .containsEntry("genre", text("POP"))
                .containsEntry("label", label)
                .containsEntry("tracks", list(map("title", text("One"), "length", number("1.5")), nothing()))
                .containsEntry("prices", map(ID.toString(), number("9.5")))
                .containsEntry("byGenre", map("ROCK", list(label)))
                .containsEntry("subtitle", text("Live"))
                .containsEntry("payment", map("type", text("Card"), "number", text("1234")))
                .containsEntry("tree", map("name", text("root"), "children", list(leaf), "friend", nothing()))
                .containsEntry("ratings", list(number("1"), number("2")))
                .containsEntry("tags", AttributeValue.fromSs(List.of("a")))
                .containsEntry("bonus", list(map("title", text("Two"), "length", nothing())));
        assertThat(albums.load(AlbumTables.KEY)).usingRecursiveComparison().isEqualTo(album);
    }

    @Test
    void storesNothingForWhatIsNullOrEmpty() {
        albums.save(Album.of("A"));

        assertThat(AlbumTables.stored(db)).containsOnlyKeys("partition_key", "sort_key");
        assertThat(albums.load(AlbumTables.KEY)).isEqualTo(Album.of("A"));
    }
}
