package dev.tempest.tests.faces;

import dev.tempest.Scoped;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalDbBuilder;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.DynamoDbConnection;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The synchronous interface. */
final class SyncFace extends SyncOperations implements Face {
    private final LogicalDb db;
    private final MediaTable media;
    private final Supplier<MediaTable> archive;
    private final Media.MeasureViews measures;
    private final Runnable onClose;

    private SyncFace(
            LogicalDb db,
            MediaTable media,
            Supplier<MediaTable> archive,
            Media.MeasureViews measures,
            Runnable onClose) {
        super(db);
        this.db = db;
        this.media = media;
        this.archive = archive;
        this.measures = measures;
        this.onClose = onClose;
    }

    static Face open(DynamoDbConnection connection, Settings settings) {
        DynamoDbClient client = client(connection, settings);
        Media.Db db = database(Media.Db.class, client, settings);
        return new SyncFace(
                db,
                new Table(db.media(), db.media(), new SyncItems<>(db.media())),
                () -> {
                    Media.Table archive = db.logicalTable(Media.ARCHIVE, Media.Table.class);
                    return new Table(archive, archive, new SyncItems<>(archive));
                },
                db.measures(),
                client::close);
    }

    private static DynamoDbClient client(DynamoDbConnection connection, Settings settings) {
        return connection
                .clientBuilder()
                .overrideConfiguration(settings.retries())
                .build();
    }

    /** The same tables without raw item types. */
    static Face openItems(DynamoDbConnection connection, Settings settings) {
        DynamoDbClient client = client(connection, settings);
        Media.ItemDb db = database(Media.ItemDb.class, client, settings);
        return new SyncFace(
                db,
                new Table(db.media(), db.media(), null),
                () -> {
                    Media.ItemTable archive = db.logicalTable(Media.ARCHIVE, Media.ItemTable.class);
                    return new Table(archive, archive, null);
                },
                db.measures(),
                client::close);
    }

    private static <D extends LogicalDb> D database(Class<D> type, DynamoDbClient client, Settings settings) {
        LogicalDbBuilder<D> builder = LogicalDb.builder(type)
                .enhancedClient(
                        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build());
        if (settings.offsetSecret() != null) {
            builder.offsetSecret(settings.offsetSecret());
        }
        if (settings.listener() != null) {
            builder.listener(settings.listener());
        }
        return builder.build();
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
        return new SyncItems<>(measures.measures());
    }

    @Override
    public Pages<Media.Measure.Key, Media.Measure> measurePages() {
        return new SyncPages<>(measures.measures(), measures.measures());
    }

    @Override
    public String text() {
        return db.toString();
    }

    private record Table(LogicalTable<?> table, Media.Views views, Items<MediaRow, MediaRow> rows)
            implements MediaTable {
        @Override
        public Items<Media.Track.Key, Media.Track> tracks() {
            return new SyncItems<>(views.tracks());
        }

        @Override
        public Items<Media.Track.Handle, Media.Track> handles() {
            return new SyncItems<>(views.handles());
        }

        @Override
        public Items<Media.TrackTitle.Key, Media.TrackTitle> titles() {
            return new SyncItems<>(views.titles());
        }

        @Override
        public Items<Media.Review.Key, Media.Review> reviews() {
            return new SyncItems<>(views.reviews());
        }

        @Override
        public Items<Media.Draft.Key, Media.Draft> drafts() {
            return new SyncItems<>(views.drafts());
        }

        @Override
        public Pages<Media.Track.Key, Media.Track> trackPages() {
            return new SyncPages<>(views.tracks(), views.tracks());
        }

        @Override
        public Pages<Media.Review.Key, Media.Review> reviewPages() {
            return new SyncPages<>(views.reviews(), views.reviews());
        }

        @Override
        public Pages<Media.Track.ByGenre, Media.Track> tracksByGenre() {
            return new SyncPages<>(views.tracksByGenre(), views.tracksByGenre());
        }

        @Override
        public Pages<Media.Track.ByRank, Media.Track> tracksByRank() {
            return new SyncPages<>(views.tracksByRank(), views.tracksByRank());
        }

        @Override
        public Media.Track firstTrack(String album) {
            return views.firstTrack(album);
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
