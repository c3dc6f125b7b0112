package dev.tempest.tests.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Offset;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Face;
import dev.tempest.tests.faces.FaceTest;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.Media.Track;
import dev.tempest.tests.faces.Pages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Offsets in their text form: taken up by whoever has the same view, and refused in all other cases. */
@ParameterizedClass
@EnumSource
class OffsetTextTest extends FaceTest {
    private static final BeginsWith<Track.Key> ALBUM = new BeginsWith<>(new Track.Key("ä/1"));
    private static final byte[] SECRET = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER_SECRET = "fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    private final FaultyHttp network = FaultyHttp.builder().build();
    private final List<Track> tracks = Media.tracks("ä/1", 23);
    private Face face;
    private Offset<Track.Key> offset;
    private String text;

    @BeforeEach
    void saveTracks() {
        face = open(network);
        face.batchWrite(BatchWriteSet.builder().clobber(tracks));
        offset = page(face, 10, null).offset();
        text = pages(face).offsetToString(offset);
    }

    @Test
    void isSafeInUrls() {
        assertThat(text).matches("[-_A-Za-z0-9]+");
    }

    @Test
    void aFreshDatabaseTakesUpEveryPage() {
        for (int pageSize : new int[] {1, 2, 5, 22, 23, 24, 100}) {
            List<Track> found = new ArrayList<>();
            String next = null;
            do {
                Page<Track.Key, Track> page = page(open(), pageSize, next);
                found.addAll(page.contents());
                next = page.offset() == null ? null : pages(open()).offsetToString(page.offset());
            } while (next != null);
            assertThat(found).as("page size %s", pageSize).isEqualTo(tracks);
        }
    }

    @Test
    void aFreshDatabaseTakesUpEveryPageOfAnIndexAndOfAScan() {
        List<Track> byRank = new ArrayList<>();
        List<Track> byGenre = new ArrayList<>();
        List<Track> scanned = new ArrayList<>();
        String next = null;
        do {
            Pages<Track.ByRank, Track> fresh = open().media().tracksByRank();
            Page<Track.ByRank, Track> page = fresh.query(
                    new BeginsWith<>(new Track.ByRank("ä/1")),
                    QueryConfig.builder().pageSize(4).asc(false).build(),
                    next == null ? null : fresh.offsetFromString(next));
            byRank.addAll(page.contents());
            next = page.offset() == null ? null : fresh.offsetToString(page.offset());
        } while (next != null);
        do {
            Pages<Track.ByGenre, Track> fresh = open().media().tracksByGenre();
            Page<Track.ByGenre, Track> page = fresh.query(
                    new BeginsWith<>(new Track.ByGenre("genre 2")),
                    QueryConfig.builder().pageSize(2).build(),
                    next == null ? null : fresh.offsetFromString(next));
            byGenre.addAll(page.contents());
            next = page.offset() == null ? null : fresh.offsetToString(page.offset());
        } while (next != null);
        do {
            Pages<Track.Key, Track> fresh = pages(open());
            Page<Track.Key, Track> page = fresh.scan(
                    ScanConfig.builder().pageSize(3).build(), next == null ? null : fresh.offsetFromString(next));
            scanned.addAll(page.contents());
            next = page.offset() == null ? null : fresh.offsetToString(page.offset());
        } while (next != null);

        assertThat(byRank).isEqualTo(tracks);
        assertThat(byGenre)
                .isEqualTo(tracks.stream()
                        .filter(track -> track.genre().equals("genre 2"))
                        .toList());
        assertThat(scanned).containsExactlyInAnyOrderElementsOf(tracks);
    }

    @Test
    void anOffsetMadeByHandHasATextToo() {
        String made = pages(face).offsetToString(new Offset<>(tracks.get(19).key()));
        assertThat(page(open(), 100, made).contents()).isEqualTo(tracks.subList(20, 23));
    }

    @Test
    void allFacesWriteTheSameText() {
        for (Face.Kind each : Face.Kind.values()) {
            try (Face other = each.open(db.connection())) {
                assertThat(pages(other).offsetToString(offset)).isEqualTo(text);
            }
        }
    }

    @Test
    void aDamagedTextIsRefused() {
        long requests = network.requests();
        List<String> damaged =
                new ArrayList<>(List.of("", "A", "AAAA", text + "A", text + "=", text + "==", text + text));
        for (int i = 0; i < text.length(); i++) {
            damaged.add(text.substring(0, i));
            damaged.add(text.substring(0, i) + text.substring(i + 1));
            char other = text.charAt(i) == 'B' ? 'C' : 'B';
            damaged.add(text.substring(0, i) + other + text.substring(i + 1));
            char next = (char) (text.charAt(i) + 1);
            damaged.add(text.substring(0, i) + next + text.substring(i + 1));
        }
        for (String each : damaged) {
            assertRefused(() -> pages(face).offsetFromString(each), each);
        }
        assertThat(network.requests()).isEqualTo(requests);
    }

    @Test
    void theTextOfAnotherViewOrTableIsRefused() {
        long requests = network.requests();
        assertRefused(() -> face.media().reviewPages().offsetFromString(text), "another type");
        assertRefused(() -> face.media().tracksByRank().offsetFromString(text), "an index");
        assertRefused(() -> face.media().tracksByGenre().offsetFromString(text), "another index");
        assertRefused(() -> face.measurePages().offsetFromString(text), "another raw type");
        assertRefused(() -> face.archive().trackPages().offsetFromString(text), "another table");
        assertThat(network.requests()).isEqualTo(requests);
    }

    @Test
    void withASecretOnlyTheTextsMadeWithItAreTakenUp() {
        Face signing = open(Face.Settings.DEFAULT.network(network).offsetSecret(SECRET));
        String signed = pages(signing).offsetToString(offset);

        assertThat(signed).isNotEqualTo(text);
        assertThat(page(open(Face.Settings.DEFAULT.offsetSecret(SECRET)), 100, signed)
                        .contents())
                .isEqualTo(tracks.subList(10, 23));
        long requests = network.requests();
        assertRefused(() -> pages(signing).offsetFromString(text), "made without the secret");
        assertRefused(() -> pages(face).offsetFromString(signed), "made with a secret, where there is none");
        assertRefused(
                () -> pages(open(Face.Settings.DEFAULT.offsetSecret(OTHER_SECRET)))
                        .offsetFromString(signed),
                "another secret");
        assertThat(network.requests()).isEqualTo(requests);
    }

    @Test
    void aTextThatWasTamperedWithIsRefused() {
        Face signing = open(Face.Settings.DEFAULT.network(network).offsetSecret(SECRET));
        byte[] bytes = Base64.getUrlDecoder().decode(pages(signing).offsetToString(offset));
        byte[] other = Base64.getUrlDecoder()
                .decode(pages(signing)
                        .offsetToString(new Offset<>(tracks.get(20).key())));
        byte[] mixed = bytes.clone();
        System.arraycopy(other, 0, mixed, 0, other.length - 16);
        assertRefused(() -> pages(signing).offsetFromString(encode(mixed)), "the digest of another offset");
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] tampered = bytes.clone();
                tampered[i] ^= (byte) (1 << bit);
                assertRefused(() -> pages(signing).offsetFromString(encode(tampered)), "a bit");
            }
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void assertRefused(Runnable call, String as) {
        assertThatThrownBy(call::run)
                .as(as)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The offset's text is damaged, or it comes from another view");
    }

    private static Pages<Track.Key, Track> pages(Face face) {
        return face.media().trackPages();
    }

    private static Page<Track.Key, Track> page(Face face, int pageSize, String text) {
        return pages(face)
                .query(
                        ALBUM,
                        QueryConfig.builder().pageSize(pageSize).build(),
                        text == null ? null : pages(face).offsetFromString(text));
    }
}
