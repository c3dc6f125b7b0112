package dev.tempest.tests.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Fallback;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.internal.schema.value.SdkCodecs;
import dev.tempest.testing.TestDb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a newer program stored, this one names by item and attribute, or reads what it has in its place. */
class UnknownValuesTest {
    enum Format {
        VINYL,
        @Fallback
        OTHER
    }

    sealed interface Notice {
        record Added(String what) implements Notice {}

        @Fallback
        record Other(String type) implements Notice {}
    }

    @RegisterExtension
    final TestDb db = AlbumTables.create();

    private InlineView<Album.Key, Album> albums;

    @BeforeEach
    void connect() {
        albums = AlbumTables.albums(db);
    }

    private void refuses(String attribute, AttributeValue value, String problem) {
        AlbumTables.store(db, attribute, value);

        assertThatThrownBy(() -> albums.load(AlbumTables.KEY))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessage("The item {partition_key=A, sort_key=INFO_} cannot be read as Album: " + problem + ".")
                .satisfies(e -> assertThat(((UnreadableItemException) e).key()).containsEntry("partition_key", "A"));
    }

    @Test
    void refusesAnUnknownConstantInAMap() {
        refuses(
                "byGenre",
                AttributeValue.fromM(Map.of("JAZZ", AttributeValue.fromL(List.of()))),
                "its attribute byGenre is not a constant of Album.Genre, as Album.byGenre (Map<Album.Genre, List<Album.Label>>) needs");
    }

    @Test
    void refusesAnUnknownSubtype() {
        AttributeValue cheque = AttributeValue.fromM(Map.of("type", AttributeValue.fromS("Cheque")));

        refuses(
                "payment",
                cheque,
                "its attribute payment names a type that is not a subtype of Album.Payment, as Album.payment (Album.Payment) needs");
        refuses(
                "payment",
                AttributeValue.fromM(Map.of()),
                "its attribute payment has no text in its type, the name of a subtype of Album.Payment, as Album.payment (Album.Payment)"
                        + " needs");
    }

    @Test
    void saysWhereAValueIsOfAnotherType() {
        AttributeValue track = AttributeValue.fromM(Map.of("title", AttributeValue.fromBool(true)));

        refuses(
                "tracks",
                AttributeValue.fromL(List.of(track)),
                "its attribute tracks[0].title (BOOL) does not fit Album.Track.title (String), as Album.tracks (List<Album.Track>) needs");
        refuses(
                "tracks",
                AttributeValue.fromL(List.of(AttributeValue.fromS("x"))),
                "its attribute tracks[0] (S) does not fit Album.Track, as Album.tracks (List<Album.Track>) needs");
        refuses("label", AttributeValue.fromS("EMI"), "its attribute label (S) does not fit Album.label (Album.Label)");
    }

    @Test
    void readsTheFallback() {
        var format = SdkCodecs.values().of(UnknownValuesTest.class, "format", Format.class);
        assertThat(format.toProperty(AttributeValue.fromS("TAPE"))).isEqualTo(Format.OTHER);

        var notice = SdkCodecs.values().of(UnknownValuesTest.class, "notice", Notice.class);
        AttributeValue renamed = AttributeValue.fromM(Map.of("type", AttributeValue.fromS("Renamed")));
        assertThat(notice.toProperty(renamed)).isEqualTo(new Notice.Other("Renamed"));
        assertThat(notice.toValue(new Notice.Other("Renamed"))).isEqualTo(renamed);
    }
}
