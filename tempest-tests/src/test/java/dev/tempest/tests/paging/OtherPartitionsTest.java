package dev.tempest.tests.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Offset;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Face;
import dev.tempest.tests.faces.FaceTest;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Pages;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An offset is of its partition: a query of another refuses it before anything is sent. */
@ParameterizedClass
@EnumSource
class OtherPartitionsTest extends FaceTest {
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final QueryConfig TWO = QueryConfig.builder().pageSize(2).build();

    private final FaultyHttp network = FaultyHttp.builder().build();
    private final List<Track> tracks = Media.tracks("1", 5);
    private Pages<Track.Key, Track> pages;
    private Pages<Track.ByRank, Track> byRank;

    @BeforeEach
    void saveTracks() {
        Face face = open(Face.Settings.DEFAULT.network(network).offsetSecret(SECRET));
        face.batchWrite(BatchWriteSet.builder().clobber(tracks));
        pages = face.media().trackPages();
        byRank = face.media().tracksByRank();
    }

    private void assertRefused(Runnable query) {
        long requests = network.requests();
        assertThatThrownBy(query::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The offset is of another partition than the query");
        assertThat(network.requests()).isEqualTo(requests);
    }

    @Test
    void aTextOfAnotherPartitionIsRefused() {
        String text = pages.offsetToString(
                pages.query(new BeginsWith<>(new Track.Key("1")), TWO, null).offset());

        assertThat(pages.query(new BeginsWith<>(new Track.Key("1")), TWO, pages.offsetFromString(text))
                        .contents())
                .isEqualTo(tracks.subList(2, 4));
        assertRefused(() -> pages.query(new BeginsWith<>(new Track.Key("2")), TWO, pages.offsetFromString(text)));
    }

    @Test
    void aTextOfAnotherPartitionOfAnIndexIsRefused() {
        String text = byRank.offsetToString(
                byRank.query(new BeginsWith<>(new Track.ByRank("1")), TWO, null).offset());

        assertRefused(() -> byRank.query(new BeginsWith<>(new Track.ByRank("2")), TWO, byRank.offsetFromString(text)));
    }

    @Test
    void anOffsetMadeByHandForAnotherPartitionIsRefused() {
        assertRefused(() -> pages.query(
                new BeginsWith<>(new Track.Key("2")),
                TWO,
                new Offset<>(tracks.get(0).key())));
        assertRefused(
                () -> pages.query(new BeginsWith<>(new Track.Key("2")), TWO, new Offset<>(null, Map.of("other", "2"))));
    }

    @Test
    void aNumberThatDynamoDbDoesNotHaveIsRefused() {
        Offset<Track.Key> huge = new Offset<>(null, Map.of("pk", new BigDecimal("1E+2000000000")));

        assertThatThrownBy(() -> pages.query(new BeginsWith<>(new Track.Key("1")), TWO, huge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a number that DynamoDB does not have");
    }
}
