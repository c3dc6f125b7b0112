package dev.tempest.tests.faces;

import dev.tempest.Scoped;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalDbBuilder;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.testing.DynamoDbConnection;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** The asynchronous interface: waits for its futures, and takes up its publishers' pages one by one. */
final class AsyncFace extends AsyncOperations implements Face {
    private final AsyncLogicalDb db;
    private final MediaTable media;
    private final Supplier<MediaTable> archive;
    private final Media.AsyncMeasureViews measures;
    private final Runnable onClose;

    private AsyncFace(
            AsyncLogicalDb db,
            MediaTable media,
            Supplier<MediaTable> archive,
            Media.AsyncMeasureViews measures,
            Runnable onClose) {
        super(db);
        this.db = db;
        this.media = media;
        this.archive = archive;
        this.measures = measures;
        this.onClose = onClose;
    }

    static Face open(DynamoDbConnection connection, Settings settings) {
        DynamoDbAsyncClient client = client(connection, settings);
        Media.AsyncDb db = database(Media.AsyncDb.class, client, settings);
        return new AsyncFace(
                db,
                new Table(db.media(), db.media(), new AsyncItems<>(db.media())),
                () -> {
                    Media.AsyncTable archive = db.logicalTable(Media.ARCHIVE, Media.AsyncTable.class);
                    return new Table(archive, archive, new AsyncItems<>(archive));
                },
                db.measures(),
                client::close);
    }

    private static DynamoDbAsyncClient client(DynamoDbConnection connection, Settings settings) {
        return connection
                .asyncClientBuilder()
                .overrideConfiguration(settings.retries())
                .build();
    }

    /** The same tables without raw item types. */
    static Face openItems(DynamoDbConnection connection, Settings settings) {
        DynamoDbAsyncClient client = client(connection, settings);
        Media.AsyncItemDb db = database(Media.AsyncItemDb.class, client, settings);
        return new AsyncFace(
                db,
                new Table(db.media(), db.media(), null),
                () -> {
                    Media.AsyncItemTable archive = db.logicalTable(Media.ARCHIVE, Media.AsyncItemTable.class);
                    return new Table(archive, archive, null);
                },
                db.measures(),
                client::close);
    }

    private static <D extends AsyncLogicalDb> D database(Class<D> type, DynamoDbAsyncClient client, Settings settings) {
        AsyncLogicalDbBuilder<D> builder = AsyncLogicalDb.builder(type)
                .enhancedClient(DynamoDbEnhancedAsyncClient.builder()
                        .dynamoDbClient(client)
                        .build());
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
        return new AsyncItems<>(measures.measures());
    }

    @Override
    public Pages<Media.Measure.Key, Media.Measure> measurePages() {
        return new AsyncPages<>(measures.measures(), measures.measures());
    }

    @Override
    public String text() {
        return db.toString();
    }

    private record Table(AsyncLogicalTable<?> table, Media.AsyncViews views, Items<MediaRow, MediaRow> rows)
            implements MediaTable {
        @Override
        public Items<Media.Track.Key, Media.Track> tracks() {
            return new AsyncItems<>(views.tracks());
        }

        @Override
        public Items<Media.Track.Handle, Media.Track> handles() {
            return new AsyncItems<>(views.handles());
        }

        @Override
        public Items<Media.TrackTitle.Key, Media.TrackTitle> titles() {
            return new AsyncItems<>(views.titles());
        }

        @Override
        public Items<Media.Review.Key, Media.Review> reviews() {
            return new AsyncItems<>(views.reviews());
        }

        @Override
        public Items<Media.Draft.Key, Media.Draft> drafts() {
            return new AsyncItems<>(views.drafts());
        }

        @Override
        public Pages<Media.Track.Key, Media.Track> trackPages() {
            return new AsyncPages<>(views.tracks(), views.tracks());
        }

        @Override
        public Pages<Media.Review.Key, Media.Review> reviewPages() {
            return new AsyncPages<>(views.reviews(), views.reviews());
        }

        @Override
        public Pages<Media.Track.ByGenre, Media.Track> tracksByGenre() {
            return new AsyncPages<>(views.tracksByGenre(), views.tracksByGenre());
        }

        @Override
        public Pages<Media.Track.ByRank, Media.Track> tracksByRank() {
            return new AsyncPages<>(views.tracksByRank(), views.tracksByRank());
        }

        @Override
        public Media.Track firstTrack(String album) {
            return Waiting.result(views.firstTrack(album));
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
