package dev.tempest.samples.scenes;

import dev.tempest.samples.discography.Discography;
import dev.tempest.samples.discography.LoadReport;
import dev.tempest.samples.discography.Release;
import dev.tempest.samples.discography.StoredLibrary;
import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Brings a discography into the table, each item exactly once however often it is played, and reads it back. */
public final class LoadingScene {
    private final Albums albums;

    public LoadingScene(Albums albums) {
        this.albums = albums;
    }

    /** Plays the scene, and returns whether the whole discography is there, just as it is in the file. */
    public boolean play(Discography discography, PrintStream out, PrintStream err) {
        load(discography).printTo(out, discography);
        StoredLibrary stored = readBack(discography);
        stored.printTo(out, err);
        return stored.holdsAllOf(discography);
    }

    /** Writes what is not there yet. */
    public LoadReport load(Discography discography) {
        int albumsCreated = 0;
        int tracksCreated = 0;
        for (Release release : discography.releases()) {
            if (albums.createIfAbsent(AlbumInfo.of(release))) {
                albumsCreated++;
            }
            for (AlbumTrack track : AlbumTrack.allOf(release)) {
                if (albums.createIfAbsent(track)) {
                    tracksCreated++;
                }
            }
        }
        return LoadReport.of(discography, albumsCreated, tracksCreated);
    }

    /** Reads the discography back: the count of what is stored as it should be, and all that is not. */
    public StoredLibrary readBack(Discography discography) {
        int albumsRead = 0;
        int tracksRead = 0;
        List<String> problems = new ArrayList<>();
        for (Release release : discography.releases()) {
            AlbumInfo expected = AlbumInfo.of(release);
            AlbumInfo album = albums.load(new AlbumInfo.Key(expected.album_token()));
            if (expected.equals(album)) {
                albumsRead++;
            } else {
                problems.add("%s: expected %s, found %s".formatted(release.title(), expected, album));
            }
            List<AlbumTrack> expectedTracks = AlbumTrack.allOf(release);
            List<AlbumTrack> tracks =
                    albums.tracks(expected.album_token()).stream().toList();
            if (tracks.equals(expectedTracks)) {
                tracksRead += tracks.size();
            } else {
                problems.add("%s: expected %s, found %s".formatted(release.title(), expectedTracks, tracks));
            }
        }
        return new StoredLibrary(albumsRead, tracksRead, problems);
    }
}
