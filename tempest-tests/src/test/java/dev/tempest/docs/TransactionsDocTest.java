package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.ItemSet;
import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.AlbumTrack;
import dev.tempest.docs.model.PlaylistInfo;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class TransactionsDocTest extends DocTest {
    @Test
    void writesAllOrNothing() {
        Expression hasThreeTracks = Expression.builder()
                .expression("track_count = :count")
                .putExpressionValue(":count", AttributeValue.fromN("3"))
                .build();
        AlbumInfo album = new AlbumInfo("ALBUM_1", "Harbour Lights", "The Lanterns", LocalDate.of(2020, 2, 21), 4);
        TransactionWriteSet writeSet = TransactionWriteSet.builder()
                .save(album, hasThreeTracks)
                .create(new AlbumTrack("ALBUM_1", "4", "Last Boat Home", Duration.ofSeconds(301)))
                .delete(new PlaylistInfo.Key("PLAYLIST_1"))
                .build();
        db.transactionWrite(writeSet);

        assertThat(table.albumTracks().load(new AlbumTrack.Key("ALBUM_1", "4"))).isNotNull();
        assertThatThrownBy(() -> db.transactionWrite(writeSet))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining(
                        "0: Save of AlbumInfo {partition_key=ALBUM_1, sort_key=INFO_} in table music_items"
                                + " (ConditionalCheckFailed: expected track_count = :count, found an item);"
                                + " 1: Create of AlbumTrack {partition_key=ALBUM_1, sort_key=TRACK_4} in table music_items"
                                + " (ConditionalCheckFailed: expected no item, found an item)");
    }

    @Test
    void checksWhatItDoesNotWrite() {
        Expression exists = Expression.builder()
                .expression("attribute_exists(partition_key)")
                .build();
        PlaylistInfo playlist = new PlaylistInfo("PLAYLIST_2", "At sea", List.of(new AlbumTrack.Key("ALBUM_1", "2")));
        db.transactionWrite(TransactionWriteSet.builder()
                .checkCondition(new AlbumTrack.Key("ALBUM_1", "2"), exists)
                .create(playlist)
                .build());

        assertThat(table.playlistInfo().load(new PlaylistInfo.Key("PLAYLIST_2")))
                .isNotNull();
    }

    @Test
    void tellsWhatFailed() {
        List<String> messages = new ArrayList<>();

        AlbumTrack track = new AlbumTrack("ALBUM_1", "3", "Last Boat Home", Duration.ofSeconds(301));
        try {
            db.transactionWrite(TransactionWriteSet.builder()
                    .delete(new AlbumTrack.Key("ALBUM_2", "1"))
                    .create(track)
                    .build());
        } catch (TransactionCanceledException e) {
            for (TransactionFailure failure : db.failuresIn(e)) {
                if (failure.operation().target() == track && failure.item() instanceof AlbumTrack inTheWay) {
                    messages.add("Number 3 is " + inTheWay.track_title());
                }
            }
        }

        assertThat(messages).containsExactly("Number 3 is Foghorn");
        assertThat(table.albumTracks().load(new AlbumTrack.Key("ALBUM_2", "1"))).isNotNull();
    }

    @Test
    void loadsAtOneMoment() {
        ItemSet items = db.transactionLoad(new AlbumInfo.Key("ALBUM_1"), new AlbumTrack.Key("ALBUM_1", "1"));

        assertThat(items).hasSize(2);
    }

    @Test
    void writesOnce() {
        String token = UUID.randomUUID().toString();
        TransactionWriteSet writeSet = TransactionWriteSet.builder()
                .create(new AlbumTrack("ALBUM_2", "2", "Mid-Channel", Duration.ofSeconds(241)))
                .idempotencyToken(token)
                .build();
        db.transactionWrite(writeSet);
        db.transactionWrite(writeSet);

        assertThat(table.albumTracks().load(new AlbumTrack.Key("ALBUM_2", "2"))).isNotNull();
    }
}
