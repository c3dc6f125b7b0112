package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.AsyncMusicDb;
import dev.tempest.docs.model.AsyncMusicTable;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

class AsyncDocTest extends DocTest {
    private static AsyncMusicTable open(DynamoDbEnhancedAsyncClient enhancedAsyncClient) {
        AsyncMusicDb asyncDb = AsyncLogicalDb.create(AsyncMusicDb.class, enhancedAsyncClient);
        AsyncMusicTable asyncTable = asyncDb.music();

        return asyncTable;
    }

    @Test
    void chainsCalls() {
        AsyncMusicTable asyncTable = open(testDb.enhancedAsyncClient());

        CompletableFuture<AlbumInfo> renamed = asyncTable
                .albumInfo()
                .loadAsync(new AlbumInfo.Key("ALBUM_1"))
                .thenCompose(album -> asyncTable
                        .albumInfo()
                        .saveAsync(new AlbumInfo(
                                album.album_token(),
                                "Harbour Lights (Deluxe)",
                                album.artist_name(),
                                album.release_date(),
                                album.track_count())));

        assertThat(renamed.join().album_title()).isEqualTo("Harbour Lights (Deluxe)");
    }

    @Test
    void publishesPages() throws Exception {
        AsyncMusicTable asyncTable = open(testDb.enhancedAsyncClient());
        ConcurrentLinkedQueue<String> titles = new ConcurrentLinkedQueue<>();

        CompletableFuture<Void> done = asyncTable
                .albumTracks()
                .queryAllContentsAsync(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")))
                .subscribe(track -> titles.add(track.track_title()));

        done.get(10, TimeUnit.SECONDS);
        assertThat(titles).containsExactly("Low Tide", "Breakwater", "Foghorn");
    }

    @Test
    void fetchesOnePage() {
        AsyncMusicTable asyncTable = open(testDb.enhancedAsyncClient());

        CompletableFuture<List<AlbumTrack>> firstPage = asyncTable
                .albumTracks()
                .queryPageAsync(new BeginsWith<>(new AlbumTrack.Key("ALBUM_1")))
                .thenApply(Page::contents);

        assertThat(firstPage.join()).hasSize(3);
    }

    @Test
    void failsAsTheBlockingCallDoes() {
        AsyncMusicTable asyncTable = open(testDb.enhancedAsyncClient());
        AlbumInfo album = table.albumInfo().load(new AlbumInfo.Key("ALBUM_1"));

        CompletableFuture<AlbumInfo> createdOrFound = asyncTable
                .albumInfo()
                .createAsync(album)
                .exceptionally(failure -> {
                    if (failure instanceof ConditionalCheckFailedException refusal) {
                        return asyncTable.albumInfo().itemIn(refusal).orElseThrow();
                    }
                    throw new CompletionException(failure);
                });

        assertThat(createdOrFound.join()).isEqualTo(album);
    }
}
