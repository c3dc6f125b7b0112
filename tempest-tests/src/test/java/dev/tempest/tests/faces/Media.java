package dev.tempest.tests.faces;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.TableName;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncSecondaryIndex;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One model, declared for all faces. */
public final class Media {
    public static final String TABLE = "media";
    public static final String ARCHIVE = "archive";
    public static final String MEASURES = "measures";

    private Media() {}

    public static TestDb tables() {
        return TestDb.of(
                TestTable.create(TABLE, MediaRow.class),
                TestTable.create(ARCHIVE, MediaRow.class),
                TestTable.create(MEASURES, MeasureRow.class));
    }

    public record Track(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album,

            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String title,
            Integer length,
            String genre,
            String released,
            Integer rank) {
        public record Key(String album, String number) {
            public Key(String album) {
                this(album, "");
            }
        }

        /** Another key type of the same type. */
        public record Handle(String album, String number) {}

        @ForIndex(name = "by_genre")
        public record ByGenre(String genre, String released, String album, String number) {
            public ByGenre(String genre) {
                this(genre, null, null, null);
            }
        }

        @ForIndex(name = "by_rank")
        public record ByRank(String album, Integer rank, String number) {
            public ByRank(String album) {
                this(album, null, null);
            }
        }

        public Key key() {
            return new Key(album, number);
        }
    }

    /** Another type of the very same rows. */
    public record TrackTitle(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album,

            @Attribute(name = "sort_key", prefix = "TRACK_") String number,
            String title) {
        public record Key(String album, String number) {}
    }

    public record Review(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album,

            @Attribute(name = "sort_key", prefix = "REVIEW_")
            String id,

            String title) {
        public record Key(String album, String id) {}
    }

    /** The one type that has the version. */
    public record Draft(
            @Attribute(name = "partition_key", prefix = "ALBUM_")
            String album,

            @Attribute(name = "sort_key", prefix = "DRAFT_") String id,
            String title,
            @DynamoDbVersionAttribute Long version) {
        public record Key(String album, String id) {}
    }

    public record Measure(BigDecimal id, String title) {
        public record Key(BigDecimal id) {}
    }

    public static Track track(String album, int number) {
        String text = String.format("%05d", number);
        return new Track(album, text, "Title " + number, number % 7, "genre " + number % 3, "r" + text, -number);
    }

    public static List<Track> tracks(String album, int count) {
        return IntStream.range(0, count).mapToObj(i -> track(album, i)).toList();
    }

    public interface Table extends LogicalTable<MediaRow>, Views {}

    /** The same table without a raw item type. */
    @dev.tempest.Table(
            partitionKey = "partition_key",
            sortKey = "sort_key",
            indexes = {
                @Index(name = "by_genre", partitionKey = "genre", sortKey = "released"),
                @Index(name = "by_rank", sortKey = "rank")
            })
    public interface ItemTable extends LogicalTable<Map<String, AttributeValue>>, Views {}

    public interface Views {
        InlineView<Track.Key, Track> tracks();

        InlineView<Track.Handle, Track> handles();

        InlineView<TrackTitle.Key, TrackTitle> titles();

        InlineView<Review.Key, Review> reviews();

        InlineView<Draft.Key, Draft> drafts();

        SecondaryIndex<Track.ByGenre, Track> tracksByGenre();

        SecondaryIndex<Track.ByRank, Track> tracksByRank();

        default Track firstTrack(String album) {
            return tracks().load(track(album, 0).key());
        }
    }

    public interface AsyncTable extends AsyncLogicalTable<MediaRow>, AsyncViews {}

    /** The same table without a raw item type. */
    @dev.tempest.Table(
            partitionKey = "partition_key",
            sortKey = "sort_key",
            indexes = {
                @Index(name = "by_genre", partitionKey = "genre", sortKey = "released"),
                @Index(name = "by_rank", sortKey = "rank")
            })
    public interface AsyncItemTable extends AsyncLogicalTable<Map<String, AttributeValue>>, AsyncViews {}

    public interface AsyncViews {
        AsyncInlineView<Track.Key, Track> tracks();

        AsyncInlineView<Track.Handle, Track> handles();

        AsyncInlineView<TrackTitle.Key, TrackTitle> titles();

        AsyncInlineView<Review.Key, Review> reviews();

        AsyncInlineView<Draft.Key, Draft> drafts();

        AsyncSecondaryIndex<Track.ByGenre, Track> tracksByGenre();

        AsyncSecondaryIndex<Track.ByRank, Track> tracksByRank();

        default CompletableFuture<Track> firstTrack(String album) {
            return tracks().loadAsync(track(album, 0).key());
        }
    }

    public interface MeasureViews {
        InlineView<Measure.Key, Measure> measures();
    }

    public interface MeasureTable extends LogicalTable<MeasureRow>, MeasureViews {}

    @dev.tempest.Table(partitionKey = "id")
    public interface ItemMeasureTable extends LogicalTable<Map<String, AttributeValue>>, MeasureViews {}

    public interface AsyncMeasureViews {
        AsyncInlineView<Measure.Key, Measure> measures();
    }

    public interface AsyncMeasureTable extends AsyncLogicalTable<MeasureRow>, AsyncMeasureViews {}

    @dev.tempest.Table(partitionKey = "id")
    public interface AsyncItemMeasureTable extends AsyncLogicalTable<Map<String, AttributeValue>>, AsyncMeasureViews {}

    public interface Db extends LogicalDb {
        @TableName(TABLE)
        Table media();

        @TableName(MEASURES)
        MeasureTable measures();
    }

    public interface ItemDb extends LogicalDb {
        @TableName(TABLE)
        ItemTable media();

        @TableName(MEASURES)
        ItemMeasureTable measures();
    }

    public interface AsyncItemDb extends AsyncLogicalDb {
        @TableName(TABLE)
        AsyncItemTable media();

        @TableName(MEASURES)
        AsyncItemMeasureTable measures();
    }

    public interface AsyncDb extends AsyncLogicalDb {
        @TableName(TABLE)
        AsyncTable media();

        @TableName(MEASURES)
        AsyncMeasureTable measures();
    }

    public interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<MediaRow>, Sdk1Views {}

    @dev.tempest.Table(
            partitionKey = "partition_key",
            sortKey = "sort_key",
            indexes = {
                @Index(name = "by_genre", partitionKey = "genre", sortKey = "released"),
                @Index(name = "by_rank", sortKey = "rank")
            })
    public interface Sdk1ItemTable
            extends dev.tempest.sdk1.LogicalTable<Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue>>,
                    Sdk1Views {}

    public interface Sdk1Views {
        dev.tempest.sdk1.InlineView<Track.Key, Track> tracks();

        dev.tempest.sdk1.InlineView<Track.Handle, Track> handles();

        dev.tempest.sdk1.InlineView<TrackTitle.Key, TrackTitle> titles();

        dev.tempest.sdk1.InlineView<Review.Key, Review> reviews();

        dev.tempest.sdk1.InlineView<Draft.Key, Draft> drafts();

        dev.tempest.sdk1.SecondaryIndex<Track.ByGenre, Track> tracksByGenre();

        dev.tempest.sdk1.SecondaryIndex<Track.ByRank, Track> tracksByRank();

        default Track firstTrack(String album) {
            return tracks().load(track(album, 0).key());
        }
    }

    public interface Sdk1MeasureTable extends dev.tempest.sdk1.LogicalTable<MeasureRow>, Sdk1MeasureViews {}

    @dev.tempest.Table(partitionKey = "id")
    public interface Sdk1ItemMeasureTable
            extends dev.tempest.sdk1.LogicalTable<Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue>>,
                    Sdk1MeasureViews {}

    public interface Sdk1MeasureViews {
        dev.tempest.sdk1.InlineView<Measure.Key, Measure> measures();
    }

    public interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table media();

        Sdk1MeasureTable measures();
    }

    public interface Sdk1ItemDb extends dev.tempest.sdk1.LogicalDb {
        @TableName(TABLE)
        Sdk1ItemTable media();

        @TableName(MEASURES)
        Sdk1ItemMeasureTable measures();
    }
}
