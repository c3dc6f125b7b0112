package dev.tempest.tests.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.TableReport;
import dev.tempest.docs.locking.Playlist;
import dev.tempest.docs.locking.PlaylistDb;
import dev.tempest.docs.locking.PlaylistItem;
import dev.tempest.docs.locking.TracedDb;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestRegions;
import dev.tempest.tests.regions.HomeRegionsTest.AsyncPlaylistDb;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What the library does on tables that are replicated between Regions. */
class GlobalTablesTest {
    private static final Playlist.Key KEY = new Playlist.Key("PLAYLIST_1");

    private static List<String> tracks(TestDb testDb, String region) {
        Playlist playlist = testDb.inRegion(region)
                .logicalDb(PlaylistDb.class)
                .music()
                .playlists()
                .load(KEY, true);
        return playlist == null ? List.of() : playlist.playlist_tracks();
    }

    @Nested
    class WithEventualConsistency {
        @RegisterExtension
        final TestDb testDb = TestDb.builder()
                .table("playlists", PlaylistItem.class)
                .regions(TestRegions.eventual("us-east-1", "eu-west-1"))
                .build();

        private void storePlaylist() {
            testDb.logicalDb(PlaylistDb.class).music().playlists().save(new Playlist("PLAYLIST_1", "Night drive"));
            testDb.regions().replicate();
        }

        @Test
        void ofTwoUpdatesOneIsLostWhateverMarksTheItem() {
            storePlaylist();
            testDb.inRegion("us-east-1")
                    .logicalDb(TracedDb.class)
                    .music()
                    .playlists()
                    .update(KEY, playlist -> playlist.with("from the US"));
            testDb.inRegion("eu-west-1")
                    .logicalDb(TracedDb.class)
                    .music()
                    .playlists()
                    .update(KEY, playlist -> playlist.with("from Europe"));

            testDb.regions().replicate();

            assertThat(tracks(testDb, "us-east-1")).containsExactly("from Europe");
            assertThat(tracks(testDb, "eu-west-1")).containsExactly("from Europe");
        }

        @Test
        void countersLoseIncrementsToo() {
            storePlaylist();
            for (String region : List.of("us-east-1", "eu-west-1")) {
                PlaylistDb db = testDb.inRegion(region).logicalDb(PlaylistDb.class);
                assertThat(db.music().playlists().increment(KEY, "play_count", 1))
                        .isEqualTo(1);
            }

            testDb.regions().replicate();

            assertThat(testDb.logicalDb(PlaylistDb.class)
                            .music()
                            .playlists()
                            .load(KEY, true)
                            .play_count())
                    .isEqualTo(1);
        }

        @Test
        void bothRegionsMayCreateTheSameItem() {
            for (String region : List.of("us-east-1", "eu-west-1")) {
                testDb.inRegion(region)
                        .logicalDb(PlaylistDb.class)
                        .music()
                        .playlists()
                        .create(new Playlist("PLAYLIST_1", region));
            }

            testDb.regions().replicate();

            assertThat(testDb.logicalDb(PlaylistDb.class)
                            .music()
                            .playlists()
                            .load(KEY, true)
                            .playlist_name())
                    .isEqualTo("eu-west-1");
        }

        @Test
        void anotherRegionMaySeeHalfOfATransaction() {
            testDb.logicalDb(PlaylistDb.class)
                    .transactionWrite(TransactionWriteSet.builder()
                            .save(new Playlist("PLAYLIST_1", "first"))
                            .save(new Playlist("PLAYLIST_2", "second"))
                            .build());

            testDb.regions().replicateNext();

            PlaylistDb eu = testDb.inRegion("eu-west-1").logicalDb(PlaylistDb.class);
            assertThat(Stream.of("PLAYLIST_1", "PLAYLIST_2")
                            .filter(token -> eu.music().playlists().load(new Playlist.Key(token)) != null))
                    .hasSize(1);
        }

        @Test
        void checkTablesWarns() {
            TableReport table =
                    testDb.logicalDb(PlaylistDb.class).checkTables().tables().get(0);

            assertThat(table.consistency()).isEqualTo(TableReport.Consistency.EVENTUAL);
            assertThat(table.replicas()).hasSize(1);
            assertThat(table.findings()).anyMatch(finding -> finding.message().contains("the last writer wins"));
        }
    }

    @Nested
    class WithStrongConsistency {
        @RegisterExtension
        final TestDb testDb = TestDb.builder()
                .table("playlists", PlaylistItem.class)
                .regions(TestRegions.strong("us-east-1", "us-east-2", "us-west-2"))
                .build();

        private void storePlaylist() {
            testDb.logicalDb(PlaylistDb.class).music().playlists().save(new Playlist("PLAYLIST_1", "Night drive"));
        }

        /** A write in Ohio is under way while this runs. */
        private void duringAWriteInOhio(Runnable action) {
            testDb.regions().duringNextWrite("us-east-2", action);
            testDb.inRegion("us-east-2")
                    .logicalDb(PlaylistDb.class)
                    .music()
                    .playlists()
                    .increment(KEY, "skip_count", 1);
        }

        @Test
        void anUpdateThatMeetsAWriteOfAnotherRegionGoesOnUntilThatIsOver() {
            storePlaylist();
            AsyncPlaylistDb oregon = testDb.inRegion("us-west-2").asyncLogicalDb(AsyncPlaylistDb.class);
            var update = new AtomicReference<CompletableFuture<Playlist>>();

            duringAWriteInOhio(() ->
                    update.set(oregon.music().playlists().updateAsync(KEY, playlist -> playlist.with("from Oregon"))));

            assertThat(update.get().join().playlist_tracks()).containsExactly("from Oregon");
        }

        @Test
        void aBatchSendsWhatConflictedAgain() {
            storePlaylist();
            AsyncPlaylistDb oregon = testDb.inRegion("us-west-2").asyncLogicalDb(AsyncPlaylistDb.class);
            var batch = new AtomicReference<CompletableFuture<BatchWriteResult>>();

            duringAWriteInOhio(() -> batch.set(oregon.batchWriteAsync(BatchWriteSet.builder()
                    .ignoreVersions()
                    .clobber(new Playlist("PLAYLIST_1", "Day drive"), new Playlist("PLAYLIST_2", "Day drive"))
                    .build())));

            assertThat(batch.get().join().isSuccessful()).isTrue();
        }

        @Test
        void transactionsAreRejected() {
            PlaylistDb db = testDb.logicalDb(PlaylistDb.class);

            assertThatThrownBy(() -> db.transactionWrite(TransactionWriteSet.builder()
                            .save(new Playlist("PLAYLIST_1", "Night drive"))
                            .build()))
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessageContaining("Transactions are not supported");
            assertThatThrownBy(() -> db.music()
                            .playlists()
                            .with(ConditionalWrites.TRANSACTIONAL)
                            .create(new Playlist("PLAYLIST_1", "Night drive")))
                    .hasMessageContaining("Transactions are not supported");
        }

        @Test
        void checkTablesSaysThatVersionsHold() {
            TableReport table =
                    testDb.logicalDb(PlaylistDb.class).checkTables().tables().get(0);

            assertThat(table.consistency()).isEqualTo(TableReport.Consistency.STRONG);
            assertThat(table.findings())
                    .anyMatch(finding -> finding.message().contains("conditions and versions hold across Regions"));
        }
    }
}
