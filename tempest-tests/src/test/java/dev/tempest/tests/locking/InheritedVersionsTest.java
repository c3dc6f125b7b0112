package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.guide.MusicItem;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A version that is declared once, on an interface or a base class, guards the items of all types that inherit it. */
class InheritedVersionsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("music_items", MusicItem.class));

    private Music table;

    interface Versioned {
        @Version
        Long playlist_version();
    }

    record Mix(
            @Attribute(name = "partition_key") String token,
            @Attribute(name = "sort_key", prefix = "MIX_") String number,
            String playlist_name,
            Long playlist_version)
            implements Versioned {
        record Key(String token, String number) {}
    }

    abstract static class Base {
        @Version
        protected abstract Long getPlaylist_version();
    }

    static class Radio extends Base {
        @Attribute(name = "partition_key")
        final String token;

        @Attribute(prefix = "RADIO_")
        final String sort_key = "";

        final String playlist_name;
        private final Long playlist_version;

        Radio(String token, String playlist_name, Long playlist_version) {
            this.token = token;
            this.playlist_name = playlist_name;
            this.playlist_version = playlist_version;
        }

        @Override
        protected Long getPlaylist_version() {
            return playlist_version;
        }

        record Key(String token) {
            public String sort_key() {
                return "";
            }
        }
    }

    interface Music extends LogicalTable<MusicItem> {
        InlineView<Mix.Key, Mix> mixes();

        InlineView<Radio.Key, Radio> radios();
    }

    interface MusicDb extends LogicalDb {
        @TableName("music_items")
        Music music();
    }

    interface AsyncMusic extends AsyncLogicalTable<MusicItem> {
        AsyncInlineView<Mix.Key, Mix> mixes();
    }

    interface AsyncMusicDb extends AsyncLogicalDb {
        @TableName("music_items")
        AsyncMusic music();
    }

    @BeforeEach
    void openTable() {
        table = db.logicalDb(MusicDb.class).music();
    }

    @Test
    void aVersionOfAnInterfaceGuardsSavesAndDeletes() {
        Mix first = table.mixes().save(new Mix("M", "1", "first", null));
        table.mixes().save(new Mix("M", "1", "by one", first.playlist_version()));

        assertThatThrownBy(() -> table.mixes().save(new Mix("M", "1", "by two", first.playlist_version())))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> table.mixes().delete(first)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(table.mixes().load(new Mix.Key("M", "1"))).isEqualTo(new Mix("M", "1", "by one", 2L));
    }

    @Test
    void aVersionOfABaseClassGuardsSavesAndTransactions() {
        Radio first = table.radios().save(new Radio("R", "first", null));
        table.radios().save(new Radio("R", "by one", first.playlist_version));

        assertThatThrownBy(() -> table.radios().save(new Radio("R", "by two", first.playlist_version)))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> db.logicalDb(MusicDb.class)
                        .transactionWrite(new TransactionWriteSet.Builder()
                                .save(new Radio("R", "by two", first.playlist_version))
                                .build()))
                .isInstanceOf(TransactionCanceledException.class);
        assertThat(table.radios().load(new Radio.Key("R")).playlist_name).isEqualTo("by one");
    }

    @Test
    void aVersionOfAnInterfaceGuardsAsynchronousUpdates() {
        AsyncInlineView<Mix.Key, Mix> mixes =
                db.asyncLogicalDb(AsyncMusicDb.class).music().mixes();
        mixes.saveAsync(new Mix("M", "1", "", null)).join();

        List.of("a", "b")
                .forEach(letter -> mixes.updateAsync(
                                new Mix.Key("M", "1"),
                                mix -> new Mix("M", "1", mix.playlist_name() + letter, mix.playlist_version()))
                        .join());

        assertThat(table.mixes().load(new Mix.Key("M", "1"))).isEqualTo(new Mix("M", "1", "ab", 3L));
    }
}
