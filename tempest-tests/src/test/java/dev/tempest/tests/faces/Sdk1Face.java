package dev.tempest.tests.faces;

import static dev.tempest.tests.faces.Sdk1Words.answer;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.Scoped;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalDbBuilder;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.FaultyEndpoint;
import java.util.function.Supplier;

/** SDK 1.x. */
final class Sdk1Face extends Sdk1Operations implements Face {
    private final LogicalDb db;
    private final Table media;
    private final Supplier<Table> archive;
    private final Media.Sdk1MeasureViews measures;
    private final Runnable onClose;

    private Sdk1Face(
            LogicalDb db, Table media, Supplier<Table> archive, Media.Sdk1MeasureViews measures, Runnable onClose) {
        super(db);
        this.db = db;
        this.media = media;
        this.archive = archive;
        this.measures = measures;
        this.onClose = onClose;
    }

    static Face open(DynamoDbConnection connection, Settings settings) {
        Opened<Media.Sdk1Db> opened = open(Media.Sdk1Db.class, connection, settings);
        Media.Sdk1Db db = opened.db();
        return new Sdk1Face(
                db,
                new Table(db.media(), db.media(), new Sdk1Items<>(db.media())),
                () -> {
                    Media.Sdk1Table archive = db.logicalTable(Media.ARCHIVE, Media.Sdk1Table.class);
                    return new Table(archive, archive, new Sdk1Items<>(archive));
                },
                db.measures(),
                opened.onClose());
    }

    /** The same tables without raw item types. */
    static Face openItems(DynamoDbConnection connection, Settings settings) {
        Opened<Media.Sdk1ItemDb> opened = open(Media.Sdk1ItemDb.class, connection, settings);
        Media.Sdk1ItemDb db = opened.db();
        return new Sdk1Face(
                db,
                new Table(db.media(), db.media(), null),
                () -> {
                    Media.Sdk1ItemTable archive = db.logicalTable(Media.ARCHIVE, Media.Sdk1ItemTable.class);
                    return new Table(archive, archive, null);
                },
                db.measures(),
                opened.onClose());
    }

    private record Opened<D>(D db, Runnable onClose) {}

    private static <D extends LogicalDb> Opened<D> open(
            Class<D> type, DynamoDbConnection connection, Settings settings) {
        FaultyEndpoint network =
                settings.network() == null ? null : settings.network().proxyTo(connection.endpoint());
        AmazonDynamoDB client = Sdk1Client.of(
                connection, network == null ? connection.endpoint() : network.endpoint(), settings.sdkTries());
        LogicalDbBuilder<D> builder = LogicalDb.builder(type).dynamoDbMapper(new DynamoDBMapper(client));
        if (settings.offsetSecret() != null) {
            builder.offsetSecret(settings.offsetSecret());
        }
        if (settings.listener() != null) {
            builder.listener(settings.listener());
        }
        return new Opened<>(builder.build(), () -> {
            client.shutdown();
            if (network != null) {
                network.close();
            }
        });
    }

    @Override
    public void close() {
        onClose.run();
    }

    @Override
    public MediaTable media() {
        return media;
    }

    @Override
    public MediaTable archive() {
        return archive.get();
    }

    @Override
    public Items<Media.Measure.Key, Media.Measure> measures() {
        return new Sdk1Items<>(measures.measures());
    }

    @Override
    public Pages<Media.Measure.Key, Media.Measure> measurePages() {
        return new Sdk1Pages<>(measures.measures(), measures.measures());
    }

    @Override
    public String text() {
        return db.toString();
    }

    private record Table(LogicalTable<?> table, Media.Sdk1Views views, Items<MediaRow, MediaRow> rows)
            implements MediaTable {
        @Override
        public Items<Media.Track.Key, Media.Track> tracks() {
            return new Sdk1Items<>(views.tracks());
        }

        @Override
        public Items<Media.Track.Handle, Media.Track> handles() {
            return new Sdk1Items<>(views.handles());
        }

        @Override
        public Items<Media.TrackTitle.Key, Media.TrackTitle> titles() {
            return new Sdk1Items<>(views.titles());
        }

        @Override
        public Items<Media.Review.Key, Media.Review> reviews() {
            return new Sdk1Items<>(views.reviews());
        }

        @Override
        public Items<Media.Draft.Key, Media.Draft> drafts() {
            return new Sdk1Items<>(views.drafts());
        }

        @Override
        public Pages<Media.Track.Key, Media.Track> trackPages() {
            return new Sdk1Pages<>(views.tracks(), views.tracks());
        }

        @Override
        public Pages<Media.Review.Key, Media.Review> reviewPages() {
            return new Sdk1Pages<>(views.reviews(), views.reviews());
        }

        @Override
        public Pages<Media.Track.ByGenre, Media.Track> tracksByGenre() {
            return new Sdk1Pages<>(views.tracksByGenre(), views.tracksByGenre());
        }

        @Override
        public Pages<Media.Track.ByRank, Media.Track> tracksByRank() {
            return new Sdk1Pages<>(views.tracksByRank(), views.tracksByRank());
        }

        @Override
        public Media.Track firstTrack(String album) {
            return answer(() -> views.firstTrack(album));
        }

        @Override
        public String tableName() {
            return table.tableName();
        }

        @Override
        public <T> Scoped<T> scoped(T keyOrItem) {
            return table.scoped(keyOrItem);
        }

        @Override
        public String text() {
            return table.toString();
        }
    }
}
