package dev.tempest.samples.scenes;

import dev.tempest.Results;
import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Albums and their tracks, as a sample keeps them. */
public interface Albums {
    /** Writes an album unless it is there, and tells whether it did. */
    boolean createIfAbsent(AlbumInfo album);

    /** Writes a track unless it is there, and tells whether it did. */
    boolean createIfAbsent(AlbumTrack track);

    /** Loads an album, or null if there is none. */
    @Nullable AlbumInfo load(AlbumInfo.Key key);

    /** The tracks of an album, in their order. */
    Results<AlbumTrack> tracks(String albumToken);

    /** The tracks of an album by title, through a local index. */
    Results<AlbumTrack> tracksByTitle(String albumToken);

    /** The albums of an artist, latest first, through a global index. */
    Results<AlbumInfo> latestOf(String artist);

    /** The albums of a kind, page by page, through another global index. */
    List<List<AlbumInfo>> pagesOf(String type, int pageSize);
}
