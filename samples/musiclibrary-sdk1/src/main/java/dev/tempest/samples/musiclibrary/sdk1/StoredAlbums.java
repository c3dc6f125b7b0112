package dev.tempest.samples.musiclibrary.sdk1;

import static dev.tempest.Attributes.attr;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import dev.tempest.Attr;
import dev.tempest.BeginsWith;
import dev.tempest.Offset;
import dev.tempest.Results;
import dev.tempest.samples.items.AlbumInfo;
import dev.tempest.samples.items.AlbumTrack;
import dev.tempest.samples.scenes.Albums;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Albums and their tracks in the table, and through each of its indexes. */
final class StoredAlbums implements Albums {
    private final MusicTable table;

    StoredAlbums(MusicTable table) {
        this.table = table;
    }

    @Override
    public boolean createIfAbsent(AlbumInfo album) {
        return createIfAbsent(table.albumInfo(), album, attr(AlbumInfo::album_token));
    }

    @Override
    public boolean createIfAbsent(AlbumTrack track) {
        return createIfAbsent(table.albumTracks(), track, attr(AlbumTrack::album_token));
    }

    /** SDK 1.x has no {@code create}: a condition that says the same. */
    private static <I> boolean createIfAbsent(View<?, I> view, I item, Attr<I, String> key) {
        try {
            view.save(item, key.absent());
            return true;
        } catch (ConditionalCheckFailedException alreadyThere) {
            return false;
        }
    }

    @Override
    public @Nullable AlbumInfo load(AlbumInfo.Key key) {
        return table.albumInfo().load(key, ConsistentReads.CONSISTENT);
    }

    @Override
    public Results<AlbumTrack> tracks(String albumToken) {
        QueryConfig consistent = QueryConfig.builder().consistentRead(true).build();
        return table.albumTracks().queryAllContents(new BeginsWith<>(new AlbumTrack.Key(albumToken)), consistent);
    }

    @Override
    public Results<AlbumTrack> tracksByTitle(String albumToken) {
        return table.albumTracksByTitle()
                .queryAllContents(new BeginsWith<>(new AlbumTrack.TitleIndexOffset(albumToken)));
    }

    @Override
    public Results<AlbumInfo> latestOf(String artist) {
        QueryConfig latestFirst = QueryConfig.builder().asc(false).build();
        return table.albumInfoByArtist()
                .queryAllContents(new BeginsWith<>(new AlbumInfo.ArtistIndexOffset(artist)), latestFirst);
    }

    /** As for somebody who turns pages in a browser: what is kept between two pages is the offset, as text. */
    @Override
    public List<List<AlbumInfo>> pagesOf(String type, int pageSize) {
        QueryConfig config = QueryConfig.builder().pageSize(pageSize).build();
        List<List<AlbumInfo>> pages = new ArrayList<>();
        @Nullable String bookmark = null;
        do {
            var page = pageOf(type, config, bookmark);
            pages.add(page.contents());
            Offset<AlbumInfo.TypeIndexOffset> next = page.offset();
            bookmark = next == null ? null : table.albumInfoByType().offsetToString(next);
        } while (bookmark != null);
        return pages;
    }

    private Page<AlbumInfo.TypeIndexOffset, AlbumInfo> pageOf(
            String type, QueryConfig config, @Nullable String bookmark) {
        return table.albumInfoByType()
                .query(
                        new BeginsWith<>(new AlbumInfo.TypeIndexOffset(type)),
                        config,
                        bookmark == null ? null : table.albumInfoByType().offsetFromString(bookmark));
    }
}
