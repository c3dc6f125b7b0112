package dev.tempest.samples.musicservice;

import dev.tempest.BeginsWith;
import dev.tempest.Offset;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Stores albums, and lists those of an artist page by page. */
@RestController
class AlbumController {
    private static final QueryConfig TWENTY = QueryConfig.builder().pageSize(20).build();

    private final MusicTable music;

    AlbumController(MusicTable music) {
        this.music = music;
    }

    @PutMapping("/albums")
    Album save(@RequestBody Album album) {
        return music.albums().save(album);
    }

    @GetMapping("/artists/{artist}/albums")
    AlbumPage ofArtist(@PathVariable String artist, @RequestParam(required = false) @Nullable String page) {
        Offset<Album.ByArtist> start = page == null ? null : startOf(page);
        Page<Album.ByArtist, Album> found =
                music.albumsByArtist().query(new BeginsWith<>(new Album.ByArtist(artist)), TWENTY, start);
        Offset<Album.ByArtist> next = found.offset();
        return new AlbumPage(
                found.contents(), next == null ? null : music.albumsByArtist().offsetToString(next));
    }

    private Offset<Album.ByArtist> startOf(String page) {
        try {
            return music.albumsByArtist().offsetFromString(page);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no such page.", e);
        }
    }

    /**
     * A page of albums.
     *
     * @param next the parameter {@code page} of the next page; null on the last one
     */
    record AlbumPage(List<Album> albums, @Nullable String next) {}
}
