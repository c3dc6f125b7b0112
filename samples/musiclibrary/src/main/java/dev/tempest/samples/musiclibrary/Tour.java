package dev.tempest.samples.musiclibrary;

import dev.tempest.BeginsWith;
import dev.tempest.KeyCondition;
import dev.tempest.Offset;
import dev.tempest.samples.musiclibrary.discography.Discography;
import dev.tempest.samples.musiclibrary.discography.Release;
import dev.tempest.samples.musiclibrary.discography.RunLength;
import dev.tempest.samples.musiclibrary.model.AlbumInfo;
import dev.tempest.samples.musiclibrary.model.AlbumTrack;
import dev.tempest.samples.musiclibrary.model.MusicTable;
import dev.tempest.samples.musiclibrary.terminal.TextTable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.Queryable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what is in the table, once through the table itself and once through each of its indexes. */
final class Tour {
    private static final int TITLE_WIDTH = 48;

    private final MusicTable table;
    private final PrintStream out;

    Tour(MusicTable table, PrintStream out) {
        this.table = table;
        this.out = out;
    }

    void show(Discography discography) {
        // Its tracks bear the numbers 1, 1, 1 and 4.
        showAlbum(discography.release("Radio Free Albemuth"));
        // Its tracks are named in letters of several scripts, some of them two columns wide.
        showTracksByTitle(discography.release("KOWLOON WALLED CITY GIGA MIX"));
        showArtist("Connectedness Locus");
        showType("Single", 3);
    }

    private void showAlbum(Release release) {
        AlbumInfo album = table.albumInfo().load(new AlbumInfo.Key(release.albumToken()), true);
        if (album == null) {
            throw new IllegalStateException("There is no album \"" + release.albumToken() + "\".");
        }
        List<AlbumTrack> tracks =
                table.albumTracks().queryAllContents(new BeginsWith<>(new AlbumTrack.Key(album.album_token()))).stream()
                        .toList();
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
        print(text);
    }

    private void showTracksByTitle(Release release) {
        heading("An album's tracks by title, through a local index: " + release.title());
        var text = new TextTable().column("Title", TITLE_WIDTH).numbers("Place").numbers("Length");
        var condition = new BeginsWith<>(new AlbumTrack.TitleIndexOffset(release.albumToken()));
        for (AlbumTrack track : table.albumTracksByTitle().queryAllContents(condition)) {
            text.row(track.track_title(), Integer.valueOf(track.track_token()), RunLength.format(track.run_length()));
        }
        print(text);
    }

    private void showArtist(String artist) {
        heading("Releases of one artist, latest first, through a global index: " + artist);
        var text = new TextTable()
                .column("Released", 10)
                .column("Title", TITLE_WIDTH)
                .column("Kind", 11)
                .numbers("Tracks");
        var condition = new BeginsWith<>(new AlbumInfo.ArtistIndexOffset(artist));
        var latestFirst = QueryConfig.builder().asc(false).build();
        for (AlbumInfo album : table.albumInfoByArtist().queryAllContents(condition, latestFirst)) {
            text.row(album.release_date(), album.album_title(), album.release_type(), album.track_count());
        }
        print(text);
    }

    private void showType(String type, int pageSize) {
        heading("Releases of one kind, %d to a page, through another global index: %s".formatted(pageSize, type));
        var text = new TextTable()
                .numbers("Page")
                .column("Released", 10)
                .column("Title", 32)
                .column("Artist", 28);
        var condition = new BeginsWith<>(new AlbumInfo.TypeIndexOffset(type));
        var pages = pages(table.albumInfoByType(), condition, pageSize);
        for (int i = 0; i < pages.size(); i++) {
            for (AlbumInfo album : pages.get(i).contents()) {
                text.row(i + 1, album.release_date(), album.album_title(), album.artist_name());
            }
        }
        print(text);
    }

    /**
     * All pages of a query. {@code queryAll} would do the same; this is how a program does it that shows a page, keeps its
     * offset, and fetches the next when the user asks for it.
     */
    private static <K, I> List<Page<K, I>> pages(Queryable<K, I> items, KeyCondition<K> condition, int pageSize) {
        var config = QueryConfig.builder().pageSize(pageSize).build();
        List<Page<K, I>> pages = new ArrayList<>();
        @Nullable Offset<K> offset = null;
        do {
            Page<K, I> page = items.query(condition, config, offset);
            pages.add(page);
            offset = page.offset();
        } while (offset != null);
        return pages;
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private void print(TextTable text) {
        text.lines().forEach(out::println);
    }
}
