package dev.tempest.samples.musiclibrary.discography;

import dev.tempest.BeginsWith;
import dev.tempest.samples.musiclibrary.model.AlbumInfo;
import dev.tempest.samples.musiclibrary.model.AlbumTrack;
import dev.tempest.samples.musiclibrary.model.MusicTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.View;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Brings a discography into the table, each item exactly once however often it is called. */
public final class DiscographyLoader {
    private static final QueryConfig CONSISTENT =
            QueryConfig.builder().consistentRead(true).build();

    private final MusicTable table;

    public DiscographyLoader(MusicTable table) {
        this.table = table;
    }

    /** Writes what is not there yet. */
    public LoadReport load(Discography discography) {
        int albumsCreated = 0;
        int tracksCreated = 0;
        for (Release release : discography.releases()) {
            if (createIfAbsent(table.albumInfo(), release.albumInfo())) {
                albumsCreated++;
            }
            for (AlbumTrack track : release.albumTracks()) {
                if (createIfAbsent(table.albumTracks(), track)) {
                    tracksCreated++;
                }
            }
        }
        return new LoadReport(
                albumsCreated,
                discography.releases().size() - albumsCreated,
                tracksCreated,
                discography.trackCount() - tracksCreated);
    }

    /** Reads the discography back: the count of what is stored as it should be, and all that is not. */
    public StoredLibrary readBack(Discography discography) {
        int albums = 0;
        int tracks = 0;
        List<String> problems = new ArrayList<>();
        for (Release release : discography.releases()) {
            AlbumInfo album = table.albumInfo().load(new AlbumInfo.Key(release.albumToken()), true);
            if (release.albumInfo().equals(album)) {
                albums++;
            } else {
                problems.add("%s: expected %s, found %s".formatted(release.title(), release.albumInfo(), album));
            }
            List<AlbumTrack> stored = tracksOf(release.albumToken());
            if (stored.equals(release.albumTracks())) {
                tracks += stored.size();
            } else {
                problems.add("%s: expected %s, found %s".formatted(release.title(), release.albumTracks(), stored));
            }
        }
        return new StoredLibrary(albums, tracks, problems);
    }

    private List<AlbumTrack> tracksOf(String albumToken) {
        var allOfTheAlbum = new BeginsWith<>(new AlbumTrack.Key(albumToken));
        return table.albumTracks().queryAllContents(allOfTheAlbum, CONSISTENT).stream()
                .toList();
    }

    private static <I> boolean createIfAbsent(View<?, I> view, I item) {
        try {
            view.create(item);
            return true;
        } catch (ConditionalCheckFailedException alreadyThere) {
            return false;
        }
    }
}
