package dev.tempest.tests.regions;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.docs.locking.Playlist;
import dev.tempest.docs.locking.PlaylistDb;
import dev.tempest.docs.locking.PlaylistItem;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.HomeRegions;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.View;
import dev.tempest.sdk2.WrongRegionException;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestRegions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class HomeRegionsTest {
    private static final HomeRegions BY_KEY = HomeRegions.builder()
            .home(
                    Playlist.class,
                    Playlist.Key.class,
                    key -> key.playlist_token().startsWith("EU_") ? "eu-west-1" : "us-east-1")
            .build();
    private static final Playlist.Key EU_KEY = new Playlist.Key("EU_1");
    private static final Playlist EU = new Playlist("EU_1", "Night drive");
    private static final Playlist STORED = new Playlist("EU_1", "", "Night drive", List.of(), null, null, 1);

    @RegisterExtension
    final TestDb testDb = TestDb.builder()
            .table("playlists", PlaylistItem.class)
            .regions(TestRegions.eventual("us-east-1", "eu-west-1"))
            .build();

    public interface AsyncPlaylistDb extends AsyncLogicalDb {
        @TableName("playlists")
        AsyncPlaylistTable music();
    }

    public interface AsyncPlaylistTable extends AsyncLogicalTable<PlaylistItem> {
        AsyncInlineView<Playlist.Key, Playlist> playlists();
    }

    private final FaultyHttp network = FaultyHttp.builder().build();

    private PlaylistDb in(String region, HomeRegions homes) {
        return LogicalDb.builder(PlaylistDb.class)
                .enhancedClient(testDb.inRegion(region).with(network).enhancedClient())
                .homeRegions(homes)
                .build();
    }

    @Table(partitionKey = "partition_key", sortKey = "sort_key")
    public interface DeclaredPlaylistTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Playlist.Key, Playlist> playlists();
    }

    public interface DeclaredPlaylistDb extends LogicalDb {
        @TableName("playlists")
        DeclaredPlaylistTable music();
    }

    /** Playlists of a table with a raw item type, or of one without. */
    private record Playlists(LogicalDb db, InlineView<Playlist.Key, Playlist> view) {}

    private Playlists playlists(boolean isDeclared) {
        if (!isDeclared) {
            PlaylistDb db = in("us-east-1", BY_KEY);
            return new Playlists(db, db.music().playlists());
        }
        DeclaredPlaylistDb db = LogicalDb.builder(DeclaredPlaylistDb.class)
                .enhancedClient(testDb.inRegion("us-east-1").with(network).enhancedClient())
                .homeRegions(BY_KEY)
                .build();
        return new Playlists(db, db.music().playlists());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noWriteIsSentFromAnotherRegion(boolean isDeclared) {
        Playlists us = playlists(isDeclared);
        List<Consumer<Playlists>> writes = List.of(
                all -> all.view().save(EU),
                all -> all.view().create(EU),
                all -> all.view().merge(EU),
                all -> all.view().delete(STORED),
                all -> all.view().deleteKey(EU_KEY),
                all -> all.view().update(EU_KEY, playlist -> playlist.with("track")),
                all -> all.view().updateOrCreate(EU_KEY, playlist -> EU),
                all -> all.view().patch(EU_KEY, attr(Playlist::playlist_name).set("Day drive")),
                all -> all.view()
                        .patchItem(STORED, attr(Playlist::playlist_name).set("Day drive")),
                all -> all.view().increment(EU_KEY, "play_count", 1),
                all -> all.view().increment(EU_KEY, Increment.of("play_count", 1)),
                all -> all.db()
                        .batchWrite(BatchWriteSet.builder()
                                .ignoreVersions()
                                .clobber(EU)
                                .build()),
                all -> all.db()
                        .batchWrite(BatchWriteSet.builder().delete(EU_KEY).build()),
                all -> all.db()
                        .transactionWrite(TransactionWriteSet.builder().save(EU).build()),
                all -> all.db()
                        .transactionWrite(
                                TransactionWriteSet.builder().delete(EU_KEY).build()),
                all -> all.db()
                        .transactionWrite(TransactionWriteSet.builder()
                                .patch(EU_KEY, attr(Playlist::playlist_name).set("Day drive"))
                                .build()),
                all -> all.db()
                        .transactionWrite(TransactionWriteSet.builder()
                                .patch(STORED, attr(Playlist::playlist_name).set("Day drive"))
                                .build()),
                all -> all.db()
                        .transactionWrite(TransactionWriteSet.builder()
                                .increment(EU_KEY, Increment.of("play_count", 1))
                                .build()));

        for (Consumer<Playlists> write : writes) {
            WrongRegionException wrong = catchThrowableOfType(WrongRegionException.class, () -> write.accept(us));
            assertThat(wrong).as("write %s", writes.indexOf(write)).isNotNull();
            assertThat(wrong.homeRegion()).isEqualTo("eu-west-1");
            assertThat(wrong.region()).isEqualTo("us-east-1");
            assertThat(wrong.itemType()).isEqualTo(Playlist.class);
            assertThat(wrong.tableName()).isEqualTo("playlists");
            assertThat(wrong.key()).containsEntry("partition_key", "EU_1");
            assertThat(wrong)
                    .hasMessageEndingWith(
                            "is at home in eu-west-1, but this database writes in us-east-1. Write it through"
                                    + " a database in eu-west-1.");
        }
        assertThat(network.requests()).isZero();
    }

    /** A method that is new here needs a line above, and a check. */
    @Test
    void theseAreAllMethodsThatWrite() {
        assertThat(View.class.getDeclaredMethods())
                .extracting(Method::getName)
                .containsOnly(
                        "save",
                        "create",
                        "merge",
                        "update",
                        "updateOrCreate",
                        "patch",
                        "patchItem",
                        "delete",
                        "deleteKey",
                        "increment",
                        "load",
                        "with",
                        "itemIn");
    }

    @Test
    void anAsynchronousDatabaseComparesToo() {
        AsyncPlaylistDb us = AsyncLogicalDb.builder(AsyncPlaylistDb.class)
                .enhancedClient(testDb.inRegion("us-east-1").enhancedAsyncClient())
                .homeRegions(BY_KEY)
                .build();
        List<Function<AsyncInlineView<Playlist.Key, Playlist>, CompletableFuture<?>>> writes = List.of(
                view -> view.saveAsync(EU),
                view -> view.deleteKeyAsync(EU_KEY),
                view -> view.updateAsync(EU_KEY, playlist -> playlist),
                view -> view.incrementAsync(EU_KEY, "play_count", 1));

        for (Function<AsyncInlineView<Playlist.Key, Playlist>, CompletableFuture<?>> write : writes) {
            Throwable failure = null;
            try {
                write.apply(us.music().playlists()).join();
            } catch (CompletionException e) {
                failure = e.getCause();
            } catch (WrongRegionException e) {
                failure = e;
            }
            assertThat(failure).isInstanceOf(WrongRegionException.class);
        }
    }

    @Test
    void itemsAreWrittenInTheirHomeRegionAndReadEverywhere() {
        in("eu-west-1", BY_KEY).music().playlists().save(EU);
        in("us-east-1", BY_KEY).music().playlists().save(new Playlist("US_1", "Day drive"));
        testDb.regions().replicate();

        assertThat(in("us-east-1", BY_KEY).music().playlists().load(EU_KEY)).isNotNull();
        assertThat(in("eu-west-1", BY_KEY).music().playlists().load(new Playlist.Key("US_1")))
                .isNotNull();
    }

    @Test
    void oneRegionMayBeTheActiveOne() {
        AtomicReference<String> active = new AtomicReference<>("us-east-1");
        PlaylistDb eu = in("eu-west-1", HomeRegions.allIn(active::get));

        assertThatThrownBy(() -> eu.music().playlists().save(EU)).isInstanceOf(WrongRegionException.class);
        active.set("eu-west-1");
        eu.music().playlists().save(EU);
    }

    @Test
    void aProgramMayOnlyBeWarned() {
        List<String> homes = new ArrayList<>();
        HomeRegions warning = HomeRegions.builder()
                .others(() -> "eu-west-1")
                .warn(wrong -> homes.add(wrong.homeRegion()))
                .build();

        in("us-east-1", warning).music().playlists().save(EU);

        assertThat(homes).containsExactly("eu-west-1");
        assertThat(network.requests("PutItem")).isEqualTo(1);
    }

    @Test
    void someTypesMayBeWrittenAnywhere() {
        HomeRegions homes = HomeRegions.builder()
                .anywhere(Playlist.class)
                .others(() -> "ap-south-1")
                .build();

        in("us-east-1", homes).music().playlists().save(EU);
        PlaylistItem raw = new PlaylistItem();
        raw.setPartition_key("EU_2");
        raw.setSort_key("INFO_");
        assertThatThrownBy(() -> in("us-east-1", homes)
                        .batchWrite(BatchWriteSet.builder().clobber(raw).build()))
                .isInstanceOf(WrongRegionException.class);
        assertThatThrownBy(() -> in("us-east-1", BY_KEY)
                        .batchWrite(BatchWriteSet.builder().clobber(raw).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a raw item, whose home Region is not declared");
    }

    @Test
    void everyItemTypeNeedsAHomeByTheKeyOfItsView() {
        assertThatThrownBy(() -> in("us-east-1", HomeRegions.builder().build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Playlist has no home Region, but the database is created with HomeRegions");
        assertThatThrownBy(() -> in(
                        "us-east-1",
                        HomeRegions.builder()
                                .home(Playlist.class, String.class, key -> "us-east-1")
                                .build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "has a home Region by String, but the keys of its view are of the type Playlist.Key");
        HomeRegions nowhere = HomeRegions.builder()
                .home(Playlist.class, Playlist.Key.class, key -> null)
                .build();
        assertThatThrownBy(() -> in("us-east-1", nowhere).music().playlists().save(EU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The home Region of a Playlist is null.");
    }
}
