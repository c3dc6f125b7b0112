package dev.tempest.samples.musicservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.spring.test.AutoConfigureEmbeddedDynamoDb;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureEmbeddedDynamoDb
class MusicServiceTest {
    @Autowired
    MusicTable music;

    @LocalServerPort
    int port;

    private RestTestClient http;

    @BeforeEach
    void client() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void offsetsArePageTokens() {
        for (int i = 0; i < 25; i++) {
            http.put()
                    .uri("/albums")
                    .body(new Album("a" + i, "Take " + i, "Miles", LocalDate.of(1950 + i, 1, 1)))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        AlbumController.AlbumPage first = albums("/artists/{artist}/albums", "Miles");
        AlbumController.AlbumPage second = albums("/artists/{artist}/albums?page={page}", "Miles", first.next());

        assertThat(first.albums()).hasSize(20);
        assertThat(second.albums()).hasSize(5).first().extracting(Album::title).isEqualTo("Take 20");
        assertThat(second.next()).isNull();
    }

    @Test
    void madeUpPageTokenIsABadRequest() {
        http.get()
                .uri("/artists/{artist}/albums?page={page}", "Miles", "made-up")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void conflictIsAnsweredWithTheStoredPlaylist() {
        Playlist read = music.playlists().save(new Playlist("p1", "Night drive", List.of(), 0));
        Playlist ofAnother = save(new Playlist("p1", "Day drive", List.of(), read.version()), HttpStatus.OK);

        Playlist stored = save(new Playlist("p1", "Night drive", List.of("a1/1"), read.version()), HttpStatus.CONFLICT);

        assertThat(stored).isEqualTo(ofAnother);
        assertThat(save(new Playlist("p1", stored.name(), List.of("a1/1"), stored.version()), HttpStatus.OK)
                        .version())
                .isEqualTo(stored.version() + 1);
    }

    @Test
    void missingPlaylistIsNotFound() {
        http.get().uri("/playlists/{token}", "none").exchange().expectStatus().isNotFound();
    }

    @Test
    void observationsAndHealthAppearWithoutALineOfCode() {
        save(new Playlist("p1", "Night drive", List.of(), 0), HttpStatus.OK);

        assertThat(text("/actuator/metrics/tempest.operation")).contains("db.collection.name", "prod-music_items");
        assertThat(text("/actuator/metrics/tempest.consumed.capacity")).contains("PutItem");
        assertThat(text("/actuator/health")).contains("UP");
    }

    private Playlist save(Playlist playlist, HttpStatus expected) {
        return http.put()
                .uri("/playlists")
                .body(playlist)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectBody(Playlist.class)
                .returnResult()
                .getResponseBody();
    }

    private AlbumController.AlbumPage albums(String uri, Object... variables) {
        return http.get()
                .uri(uri, variables)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(AlbumController.AlbumPage.class)
                .returnResult()
                .getResponseBody();
    }

    private String text(String uri) {
        return http.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
