package dev.tempest.samples.scenes;

import dev.tempest.samples.discography.Discography;
import dev.tempest.samples.discography.Release;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.items.PlaylistInfo;
import dev.tempest.samples.race.AcceptedChange;
import dev.tempest.samples.race.Change;
import dev.tempest.samples.race.Pause;
import dev.tempest.samples.race.Race;
import dev.tempest.samples.race.RaceReport;
import dev.tempest.samples.race.RaceResult;
import dev.tempest.samples.race.RaceScript;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The guide's scene: playlists are made, and then several writers rename and extend one of them at the same time. */
public final class RaceScene {
    private final Playlists playlists;
    private final RaceReport report;

    public RaceScene(Playlists playlists, PrintStream out) {
        this.playlists = playlists;
        this.report = new RaceReport(out);
    }

    /** Plays the scene, and tells whether every writer's change is there in the end. */
    public boolean play(Discography discography) throws InterruptedException {
        playlists.replace("playlist.stars", "Stars", tracks(discography.release("List of Stars in Cancer"), 12));
        PlaylistInfo renamed = playlists.changePlaylistName("playlist.stars", "A dozen stars");
        PlaylistInfo contested =
                playlists.replace("playlist.night-drive", "Night drive", tracks(discography.release("Terraforms"), 1));
        report.playlists(renamed.state(), contested.state());

        Map<String, List<Change>> changesByWriter = RaceScript.changesByWriter(discography);
        report.start(contested.state(), changesByWriter);
        return report.end(race(contested, changesByWriter));
    }

    /** Lets the writers change a playlist, and waits for them. */
    public RaceResult race(PlaylistInfo contested, Map<String, List<Change>> changesByWriter)
            throws InterruptedException {
        // All begin with the same playlist in hand: however the threads run, all first writes but one conflict.
        List<AcceptedChange> accepted =
                Race.run(changesByWriter, (writer, changes) -> writeAll(writer, changes, contested));
        return new RaceResult(
                contested.state(),
                accepted,
                playlists.load(contested.playlist_token).state());
    }

    private List<AcceptedChange> writeAll(String writer, List<Change> changes, PlaylistInfo start)
            throws InterruptedException {
        List<AcceptedChange> accepted = new ArrayList<>();
        PlaylistInfo known = start;
        for (Change change : changes) {
            // What this writer wrote last is what it knows of the playlist, until a conflict tells it that others
            // wrote.
            Playlists.Accepted made = playlists.change(known, change);
            accepted.add(new AcceptedChange(writer, change, made.playlist().state(), made.conflicts()));
            known = made.playlist();
            Thread.sleep(Pause.millisAfterSuccess());
        }
        return accepted;
    }

    private static List<AlbumTrack.Key> tracks(Release release, int count) {
        return AlbumTrack.allOf(release).stream()
                .limit(count)
                .map(AlbumTrack::key)
                .toList();
    }
}
