package dev.tempest.samples.scenes;

import dev.tempest.samples.discography.Discography;
import dev.tempest.samples.discography.Release;
import dev.tempest.samples.discography.RunLength;
import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.terminal.TextTable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Shows what is in the table, once through the table itself and once through each of its indexes. */
public final class Tour {
    private static final int TITLE_WIDTH = 48;

    private final Albums albums;
    private final PrintStream out;

    public Tour(Albums albums, PrintStream out) {
        this.albums = albums;
        this.out = out;
    }

    public void show(Discography discography) {
        // Its tracks bear the numbers 1, 1, 1 and 4.
        showAlbum(discography.release("Radio Free Albemuth"));
        // Its tracks are named in letters of several scripts, some of them two columns wide.
        showTracksByTitle(discography.release("KOWLOON WALLED CITY GIGA MIX"));
        showArtist("Connectedness Locus");
        showType("Single", 3);
    }

    private void showAlbum(Release release) {
        AlbumInfo album = albums.load(new AlbumInfo.Key(release.albumToken()));
        if (album == null) {
            throw new IllegalStateException("There is no album \"" + release.albumToken() + "\".");
        }
        List<AlbumTrack> tracks = albums.tracks(album.album_token()).stream().toList();
        Duration total = tracks.stream().map(AlbumTrack::run_length).reduce(Duration.ZERO, Duration::plus);

        heading("An album: " + album.album_title());
        out.printf(
                "  %s, %s, %s, %s, %d tracks, %s%n",
                album.artist_name(),
                album.release_type(),
                album.label_name(),
                album.release_date(),
                album.track_count(),
                RunLength.format(total));
        var text = new TextTable()
                .numbers("Place")
                .numbers("No.")
                .column("Title", TITLE_WIDTH)
                .numbers("Length");
        for (AlbumTrack track : tracks) {
            text.row(
                    Integer.valueOf(track.track_token()),
                    track.track_number(),
                    track.track_title(),
                    RunLength.format(track.run_length()));
        }
        text.printTo(out);
    }

    private void showTracksByTitle(Release release) {
        heading("An album's tracks by title, through a local index: " + release.title());
        var text = new TextTable().column("Title", TITLE_WIDTH).numbers("Place").numbers("Length");
        for (AlbumTrack track : albums.tracksByTitle(release.albumToken())) {
            text.row(track.track_title(), Integer.valueOf(track.track_token()), RunLength.format(track.run_length()));
        }
        text.printTo(out);
    }

    private void showArtist(String artist) {
        heading("Releases of one artist, latest first, through a global index: " + artist);
        var text = new TextTable()
                .column("Released", 10)
                .column("Title", TITLE_WIDTH)
                .column("Kind", 11)
                .numbers("Tracks");
        for (AlbumInfo album : albums.latestOf(artist)) {
            text.row(album.release_date(), album.album_title(), album.release_type(), album.track_count());
        }
        text.printTo(out);
    }

    private void showType(String type, int pageSize) {
        heading("Releases of one kind, %d to a page, through another global index: %s".formatted(pageSize, type));
        var text = new TextTable()
                .numbers("Page")
                .column("Released", 10)
                .column("Title", 32)
                .column("Artist", 28);
        int number = 1;
        for (List<AlbumInfo> page : albums.pagesOf(type, pageSize)) {
            for (AlbumInfo album : page) {
                text.row(number, album.release_date(), album.album_title(), album.artist_name());
            }
            number++;
        }
        text.printTo(out);
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }
}
