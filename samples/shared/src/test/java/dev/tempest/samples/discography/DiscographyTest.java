package dev.tempest.samples.discography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscographyTest {
    private final Discography discography = Discography.bundled();

    @Test
    void holdsAllReleasesAndTracks() {
        assertThat(discography.releases()).hasSize(69);
        assertThat(discography.artistCount()).isEqualTo(12);
        assertThat(discography.trackCount()).isEqualTo(513);
    }

    @Test
    void readsEveryDateAndEveryLength() {
        assertThat(discography.releases()).allSatisfy(release -> {
            assertThat(release.date()).hasToString(release.released());
            assertThat(release.tracks())
                    .extracting(Release.Track::runLength)
                    .allMatch(length -> length.compareTo(Duration.ZERO) > 0);
        });
    }

    @Test
    void readsAYearWithoutADay() {
        assertThat(discography.release("Files").date()).isEqualTo(new ReleaseDate(2006, null));
    }

    @Test
    void namesReleasesReadably() {
        assertThat(discography.releases())
                .extracting(Release::albumToken)
                .doesNotHaveDuplicates()
                .contains(
                        "dj-stuxnet.2025-11-18.hearts-in-valencia-chapter-2",
                        "ix.2006.ix-e-p",
                        "synergy-beat.2018-10-31.synergy-beat-music-volume-1");
    }

    @Test
    void namesAReleaseByItsOwnFactsAlone() {
        Release release = release("Any Title", "Any Artist", "2011-07-30");

        assertThat(new Discography(List.of(release)).releases().get(0).albumToken())
                .isEqualTo(new Discography(List.of(discography.releases().get(0), release))
                        .releases()
                        .get(1)
                        .albumToken())
                .isEqualTo("any-artist.2011-07-30.any-title");
    }

    @Test
    void refusesReleasesThatItCouldNotTellApart() {
        Release one = release("Gates E.P.", "Ix", "2008-11-11");
        Release other = release("Gates (E.P.)", "Ix", "2008-11-11");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discography(List.of(one, other)))
                .withMessage("\"Gates E.P.\" and \"Gates (E.P.)\" would both be stored as ix.2008-11-11.gates-e-p.");
    }

    @Test
    void refusesAReleaseThatLacksAFact() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Release("Gates", "Ix", "2008-11-11", "EP", null, "A label", List.of()))
                .withMessage("\"Gates\" lacks one of its facts.");
    }

    private static Release release(String title, String artist, String released) {
        return new Release(
                title, artist, released, "EP", "CD", "A label", List.of(new Release.Track(1, "A track", "05:45")));
    }
}
