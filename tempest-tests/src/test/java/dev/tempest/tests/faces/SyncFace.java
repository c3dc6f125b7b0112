package dev.tempest.tests.faces;

import dev.tempest.Scoped;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalDbBuilder;
import dev.tempest.testing.DynamoDbConnection;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The synchronous interface. */
final class SyncFace extends SyncOperations implements Face {
    private final Media.Db db;
    private final Runnable onClose;

    private SyncFace(Media.Db db, Runnable onClose) {
        super(db);
        this.db = db;
        this.onClose = onClose;
    }

    static Face open(DynamoDbConnection connection, Settings settings) {
        DynamoDbClient client = connection
                .clientBuilder()
                .overrideConfiguration(settings.retries())
                .build();
        LogicalDbBuilder<Media.Db> builder = LogicalDb.builder(Media.Db.class)
                .enhancedClient(
                        DynamoDbEnhancedClient.builder().dynamoDbClient(client).build());
        if (settings.offsetSecret() != null) {
            builder.offsetSecret(settings.offsetSecret());
        }
        if (settings.listener() != null) {
            builder.listener(settings.listener());
        }
        return new SyncFace(builder.build(), client::close);
    }

    @Override
    public void close() {
        onClose.run();
    }

    @Override
    public MediaTable media() {
        return new Table(db.media());
    }

    @Override
    public MediaTable archive() {
        return new Table(db.logicalTable(Media.ARCHIVE, Media.Table.class));
    }

    @Override
    public Items<Media.Measure.Key, Media.Measure> measures() {
        return new SyncItems<>(db.measures().measures());
    }

    @Override
    public Pages<Media.Measure.Key, Media.Measure> measurePages() {
        return new SyncPages<>(db.measures().measures(), db.measures().measures());
    }

    @Override
    public String text() {
        return db.toString();
    }

    private record Table(Media.Table table) implements MediaTable {
        @Override
        public Items<MediaRow, MediaRow> rows() {
            return new SyncItems<>(table);
        }

        @Override
        public Items<Media.Track.Key, Media.Track> tracks() {
            return new SyncItems<>(table.tracks());
        }

        @Override
        public Items<Media.Track.Handle, Media.Track> handles() {
            return new SyncItems<>(table.handles());
        }

        @Override
        public Items<Media.TrackTitle.Key, Media.TrackTitle> titles() {
            return new SyncItems<>(table.titles());
        }

        @Override
        public Items<Media.Review.Key, Media.Review> reviews() {
            return new SyncItems<>(table.reviews());
        }

        @Override
        public Items<Media.Draft.Key, Media.Draft> drafts() {
            return new SyncItems<>(table.drafts());
        }

        @Override
        public Pages<Media.Track.Key, Media.Track> trackPages() {
            return new SyncPages<>(table.tracks(), table.tracks());
        }

        @Override
        public Pages<Media.Review.Key, Media.Review> reviewPages() {
            return new SyncPages<>(table.reviews(), table.reviews());
        }

        @Override
        public Pages<Media.Track.ByGenre, Media.Track> tracksByGenre() {
            return new SyncPages<>(table.tracksByGenre(), table.tracksByGenre());
        }

        @Override
        public Pages<Media.Track.ByRank, Media.Track> tracksByRank() {
            return new SyncPages<>(table.tracksByRank(), table.tracksByRank());
        }

        @Override
        public Media.Track firstTrack(String album) {
            return table.firstTrack(album);
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
