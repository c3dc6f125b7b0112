package dev.tempest.samples.musicservice;

import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Playlists that several clients edit: a client whose playlist is out of date gets the stored one. */
@RestController
class PlaylistController {
    private final MusicTable music;

    PlaylistController(MusicTable music) {
        this.music = music;
    }

    @GetMapping("/playlists/{token}")
    ResponseEntity<Playlist> load(@PathVariable String token) {
        return ResponseEntity.of(Optional.ofNullable(music.playlists().load(new Playlist.Key(token), true)));
    }

    @PutMapping("/playlists")
    Playlist save(@RequestBody Playlist playlist) {
        return music.playlists().save(playlist);
    }

    @ExceptionHandler(ConditionalCheckFailedException.class)
    ResponseEntity<Playlist> conflict(ConditionalCheckFailedException failure) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(music.playlists().itemIn(failure).orElse(null));
    }
}
