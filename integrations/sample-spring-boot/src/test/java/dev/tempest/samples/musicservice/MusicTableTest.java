package dev.tempest.samples.musicservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.spring.test.TempestTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TempestTest
class MusicTableTest {
    @Autowired
    MusicTable music;

    @Test
    void keepsAPlaylist() {
        Playlist saved = music.playlists().save(new Playlist("p1", "Night drive", List.of("a1/1"), 0));

        assertThat(music.playlists().load(new Playlist.Key("p1"))).isEqualTo(saved);
    }
}
