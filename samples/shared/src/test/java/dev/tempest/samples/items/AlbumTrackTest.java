package dev.tempest.samples.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tempest.samples.discography.Discography;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlbumTrackTest {
    private final Discography discography = Discography.bundled();

    @Test
    void keepsTracksApartThatBearTheSameNumber() {
        assertThat(AlbumTrack.allOf(discography.release("Radio Free Albemuth")))
                .extracting(AlbumTrack::track_token, AlbumTrack::track_number, AlbumTrack::track_title)
                .containsExactly(
                        tuple("001", 1, "Radio Free Albemuth"),
                        tuple("002", 1, "Exegesis"),
                        tuple("003", 1, "Ichthys"),
                        tuple("004", 4, "Vast Active Living Intelligence System"));
    }

    @Test
    void sortsTheTracksOfALongReleaseAsTextToo() {
        List<AlbumTrack> tracks = AlbumTrack.allOf(discography.release("List of Stars in Cancer"));

        assertThat(tracks).hasSize(188);
        assertThat(tracks).extracting(AlbumTrack::track_token).isSorted().doesNotHaveDuplicates();
    }
}
