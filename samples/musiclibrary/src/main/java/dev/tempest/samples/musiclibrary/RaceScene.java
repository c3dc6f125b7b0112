package dev.tempest.samples.musiclibrary;

import dev.tempest.samples.musiclibrary.discography.Discography;
import dev.tempest.samples.musiclibrary.discography.Release;
import dev.tempest.samples.musiclibrary.model.AlbumTrack;
import dev.tempest.samples.musiclibrary.model.PlaylistInfo;
import dev.tempest.samples.musiclibrary.playlists.AcceptedChange;
import dev.tempest.samples.musiclibrary.playlists.PlaylistChange;
import dev.tempest.samples.musiclibrary.playlists.PlaylistRace;
import dev.tempest.samples.musiclibrary.playlists.Playlists;
import dev.tempest.samples.musiclibrary.playlists.RaceResult;
import dev.tempest.samples.musiclibrary.terminal.TextTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The guide's scene: playlists are made, and then several writers rename and extend one of them at the same time. */
final class RaceScene {
    private static final List<String> WRITERS = List.of("Ada", "Bela", "Cleo", "Dora");
    /** Each writer adds two tracks, renames the playlist, and does it all again. */
    private static final int ROUNDS = 2;

    private static final int TRACKS_PER_ROUND = 2;

    private final Playlists playlists;
    private final PrintStream out;

    RaceScene(Playlists playlists, PrintStream out) {
        this.playlists = playlists;
        this.out = out;
    }

    /** Plays the scene, and tells whether every writer's change is there in the end. */
    boolean play(Discography discography) throws InterruptedException {
        PlaylistInfo contested = makePlaylists(discography);

        out.println();
        out.printf(
                "%d writers change \"%s\" at the same time, %d times each:%n",
                WRITERS.size(), contested.playlist_name, ROUNDS * (TRACKS_PER_ROUND + 1));
        RaceResult result = new PlaylistRace(playlists).run(contested.playlist_token, changesByWriter(discography));
        showHistory(result);
        return showVerdict(result);
    }

    private PlaylistInfo makePlaylists(Discography discography) {
        List<AlbumTrack> stars = discography.release("List of Stars in Cancer").albumTracks();
        playlists.replace(
                "playlist.stars",
                "Stars",
                stars.stream().limit(12).map(AlbumTrack::key).toList());
        PlaylistInfo renamed = playlists.changePlaylistName("playlist.stars", "A dozen stars");

        List<AlbumTrack> opening = discography.release("Terraforms").albumTracks();
        PlaylistInfo contested = playlists.replace(
                "playlist.night-drive", "Night drive", List.of(opening.get(0).key()));

        out.println();
        out.println("Playlists");
        var text = new TextTable().column("Name", 40).numbers("Tracks").numbers("Version");
        for (PlaylistInfo playlist : List.of(renamed, contested)) {
            text.row(playlist.playlist_name, playlist.playlist_tracks.size(), playlist.playlist_version);
        }
        text.lines().forEach(out::println);
        return contested;
    }

    /** Each writer has an album of its own to take tracks from, so that each change can be told from all others. */
    private static Map<String, List<PlaylistChange>> changesByWriter(Discography discography) {
        List<Release> sources = discography.releases().stream()
                .filter(release -> release.tracks().size() >= ROUNDS * TRACKS_PER_ROUND)
                .toList();
        Map<String, List<PlaylistChange>> changesByWriter = new LinkedHashMap<>();
        for (int i = 0; i < WRITERS.size(); i++) {
            String writer = WRITERS.get(i);
            var tracks = sources.get(i).albumTracks().iterator();
            List<PlaylistChange> changes = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                for (int track = 0; track < TRACKS_PER_ROUND; track++) {
                    changes.add(new PlaylistChange.AddTrack(tracks.next()));
                }
                changes.add(new PlaylistChange.Rename("%s's drive, take %d".formatted(writer, round)));
            }
            changesByWriter.put(writer, changes);
        }
        return changesByWriter;
    }

    private void showHistory(RaceResult result) {
        var text = new TextTable()
                .numbers("Version")
                .column("Writer", 6)
                .column("What", 36)
                .column("Refused before: expected → found", 60);
        for (AcceptedChange accepted : result.accepted()) {
            String refusals = accepted.refusals().stream()
                    .map(refusal -> "%d → %d".formatted(refusal.expectedVersion(), refusal.foundVersion()))
                    .collect(Collectors.joining(", "));
            text.row(accepted.written().playlist_version, accepted.writer(), accepted.change(), refusals);
        }
        text.lines().forEach(out::println);
    }

    private boolean showVerdict(RaceResult result) {
        List<String> problems = result.problems();
        PlaylistInfo end = result.end();
        out.println();
        out.printf(
                "%d writes were refused; each was made again from what was stored by then.%n", result.refusalCount());
        if (problems.isEmpty()) {
            out.printf(
                    "\"%s\" has %d tracks: every writer's change is there.%n",
                    end.playlist_name, end.playlist_tracks.size());
        } else {
            problems.forEach(problem -> out.println("WRONG: " + problem));
        }
        out.printf(
                "%d + %d successful writes %s version %d%n",
                result.start().playlist_version,
                result.accepted().size(),
                result.versionIsExact() ? "=" : "is not",
                end.playlist_version);
        return problems.isEmpty() && result.versionIsExact();
    }
}
