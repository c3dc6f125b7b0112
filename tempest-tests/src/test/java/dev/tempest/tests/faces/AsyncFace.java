package dev.tempest.tests.faces;

import dev.tempest.Scoped;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalDbBuilder;
import dev.tempest.testing.DynamoDbConnection;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** The asynchronous interface: waits for its futures, and takes up its publishers' pages one by one. */
final class AsyncFace extends AsyncOperations implements Face {
    private final Media.AsyncDb db;
    private final Runnable onClose;

    private AsyncFace(Media.AsyncDb db, Runnable onClose) {
        super(db);
        this.db = db;
        this.onClose = onClose;
    }

    static Face open(DynamoDbConnection connection, Settings settings) {
        DynamoDbAsyncClient client = connection
                .asyncClientBuilder()
                .overrideConfiguration(settings.retries())
                .build();
        AsyncLogicalDbBuilder<Media.AsyncDb> builder = AsyncLogicalDb.builder(Media.AsyncDb.class)
                .enhancedClient(DynamoDbEnhancedAsyncClient.builder()
                        .dynamoDbClient(client)
                        .build());
        if (settings.offsetSecret() != null) {
            builder.offsetSecret(settings.offsetSecret());
        }
        if (settings.listener() != null) {
            builder.listener(settings.listener());
        }
        return new AsyncFace(builder.build(), client::close);
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
        return new Table(db.logicalTable(Media.ARCHIVE, Media.AsyncTable.class));
    }

    @Override
    public Items<Media.Measure.Key, Media.Measure> measures() {
        return new AsyncItems<>(db.measures().measures());
    }

    @Override
    public Pages<Media.Measure.Key, Media.Measure> measurePages() {
        return new AsyncPages<>(db.measures().measures(), db.measures().measures());
    }

    @Override
    public String text() {
        return db.toString();
    }

    private record Table(Media.AsyncTable table) implements MediaTable {
        @Override
        public Items<MediaRow, MediaRow> rows() {
            return new AsyncItems<>(table);
        }

        @Override
        public Items<Media.Track.Key, Media.Track> tracks() {
            return new AsyncItems<>(table.tracks());
        }

        @Override
        public Items<Media.Track.Handle, Media.Track> handles() {
            return new AsyncItems<>(table.handles());
        }

        @Override
        public Items<Media.TrackTitle.Key, Media.TrackTitle> titles() {
            return new AsyncItems<>(table.titles());
        }

        @Override
        public Items<Media.Review.Key, Media.Review> reviews() {
            return new AsyncItems<>(table.reviews());
        }

        @Override
        public Items<Media.Draft.Key, Media.Draft> drafts() {
            return new AsyncItems<>(table.drafts());
        }

        @Override
        public Pages<Media.Track.Key, Media.Track> trackPages() {
            return new AsyncPages<>(table.tracks(), table.tracks());
        }

        @Override
        public Pages<Media.Review.Key, Media.Review> reviewPages() {
            return new AsyncPages<>(table.reviews(), table.reviews());
        }

        @Override
        public Pages<Media.Track.ByGenre, Media.Track> tracksByGenre() {
            return new AsyncPages<>(table.tracksByGenre(), table.tracksByGenre());
        }

        @Override
        public Pages<Media.Track.ByRank, Media.Track> tracksByRank() {
            return new AsyncPages<>(table.tracksByRank(), table.tracksByRank());
        }

        @Override
        public Media.Track firstTrack(String album) {
            return Waiting.result(table.firstTrack(album));
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
