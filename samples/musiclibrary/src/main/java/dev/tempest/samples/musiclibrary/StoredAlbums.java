package dev.tempest.samples.musiclibrary;

import dev.tempest.BeginsWith;
import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.scenes.Albums;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Albums and their tracks in the table, and through each of its indexes. */
final class StoredAlbums implements Albums {
    private static final QueryConfig CONSISTENT =
            QueryConfig.builder().consistentRead(true).build();
    private static final QueryConfig LATEST_FIRST =
            QueryConfig.builder().asc(false).build();

    private final MusicTable table;

    StoredAlbums(MusicTable table) {
        this.table = table;
    }

    @Override
    public boolean createIfAbsent(AlbumInfo album) {
        return createIfAbsent(table.albumInfo(), album);
    }

    @Override
    public boolean createIfAbsent(AlbumTrack track) {
        return createIfAbsent(table.albumTracks(), track);
    }

    private static <I> boolean createIfAbsent(View<?, I> view, I item) {
        try {
            view.create(item);
            return true;
        } catch (ConditionalCheckFailedException alreadyThere) {
            return false;
        }
    }

    @Override
    public @Nullable AlbumInfo load(AlbumInfo.Key key) {
        return table.albumInfo().load(key, true);
    }

    @Override
    public Results<AlbumTrack> tracks(String albumToken) {
        return table.albumTracks().queryAllContents(new BeginsWith<>(new AlbumTrack.Key(albumToken)), CONSISTENT);
    }

    @Override
    public Results<AlbumTrack> tracksByTitle(String albumToken) {
        return table.albumTracksByTitle()
                .queryAllContents(new BeginsWith<>(new AlbumTrack.TitleIndexOffset(albumToken)));
    }

    @Override
    public Results<AlbumInfo> latestOf(String artist) {
        return table.albumInfoByArtist()
                .queryAllContents(new BeginsWith<>(new AlbumInfo.ArtistIndexOffset(artist)), LATEST_FIRST);
    }

    /**
     * {@code queryAll} would do the same; this is how a program does it that shows a page, keeps its offset, and fetches
     * the next when the user asks for it.
     */
    @Override
    public List<List<AlbumInfo>> pagesOf(String type, int pageSize) {
        var condition = new BeginsWith<>(new AlbumInfo.TypeIndexOffset(type));
        var config = QueryConfig.builder().pageSize(pageSize).build();
        List<List<AlbumInfo>> pages = new ArrayList<>();
        @Nullable Offset<AlbumInfo.TypeIndexOffset> offset = null;
        do {
            Page<AlbumInfo.TypeIndexOffset, AlbumInfo> page =
                    table.albumInfoByType().query(condition, config, offset);
            pages.add(page.contents());
            offset = page.offset();
        } while (offset != null);
        return pages;
    }
}
