package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ReturnConsumedCapacity;
import dev.tempest.BeginsWith;
import dev.tempest.Offset;
import dev.tempest.sdk1.FilterExpression;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queries and scans, where SDK 1.x has words of its own for them. */
class QueriesTest {
    @RegisterExtension
    final Sdk1Db db = Sdk1Db.media();

    private Media.Sdk1Table media;

    @BeforeEach
    void connect() {
        media = LogicalDb.create(Media.Sdk1Db.class, db.mapper()).media();
    }

    private static Track track(String album, String number, String genre, String released, Integer rank) {
        return new Track(album, number, "T", 1, genre, released, rank);
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
                        .findFirst()
                        .orElseThrow()
                        .contents())
                .hasSize(2);
        assertThat(media.tracks().scanAllContents(offset).toList())
                .isEqualTo(
                        media.tracks().scanAll(offset).findFirst().orElseThrow().contents())
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
}
