package dev.tempest.tests.faces;

import static dev.tempest.tests.faces.Sdk1Words.answer;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.Scoped;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalDbBuilder;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.FaultyEndpoint;

/** SDK 1.x. */
final class Sdk1Face extends Sdk1Operations implements Face {
    private final Media.Sdk1Db db;
    private final Runnable onClose;

    private Sdk1Face(Media.Sdk1Db db, Runnable onClose) {
        super(db);
        this.db = db;
        this.onClose = onClose;
    }

    static Face open(DynamoDbConnection connection, Settings settings) {
        FaultyEndpoint network =
                settings.network() == null ? null : settings.network().proxyTo(connection.endpoint());
        AmazonDynamoDB client = Sdk1Client.of(
                connection, network == null ? connection.endpoint() : network.endpoint(), settings.sdkTries());
        LogicalDbBuilder<Media.Sdk1Db> builder =
                LogicalDb.builder(Media.Sdk1Db.class).dynamoDbMapper(new DynamoDBMapper(client));
        if (settings.offsetSecret() != null) {
            builder.offsetSecret(settings.offsetSecret());
        }
        if (settings.listener() != null) {
            builder.listener(settings.listener());
        }
        return new Sdk1Face(builder.build(), () -> {
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
        return new Table(db.media());
    }

    @Override
    public MediaTable archive() {
        return new Table(db.logicalTable(Media.ARCHIVE, Media.Sdk1Table.class));
    }

    @Override
    public Items<Media.Measure.Key, Media.Measure> measures() {
        return new Sdk1Items<>(db.measures().measures());
    }

    @Override
    public Pages<Media.Measure.Key, Media.Measure> measurePages() {
        return new Sdk1Pages<>(db.measures().measures(), db.measures().measures());
    }

    @Override
    public String text() {
        return db.toString();
    }

    private record Table(Media.Sdk1Table table) implements MediaTable {
        @Override
        public Items<MediaRow, MediaRow> rows() {
            return new Sdk1Items<>(table);
        }

        @Override
        public Items<Media.Track.Key, Media.Track> tracks() {
            return new Sdk1Items<>(table.tracks());
        }

        @Override
        public Items<Media.Track.Handle, Media.Track> handles() {
            return new Sdk1Items<>(table.handles());
        }

        @Override
        public Items<Media.TrackTitle.Key, Media.TrackTitle> titles() {
            return new Sdk1Items<>(table.titles());
        }

        @Override
        public Items<Media.Review.Key, Media.Review> reviews() {
            return new Sdk1Items<>(table.reviews());
        }

        @Override
        public Items<Media.Draft.Key, Media.Draft> drafts() {
            return new Sdk1Items<>(table.drafts());
        }

        @Override
        public Pages<Media.Track.Key, Media.Track> trackPages() {
            return new Sdk1Pages<>(table.tracks(), table.tracks());
        }

        @Override
        public Pages<Media.Review.Key, Media.Review> reviewPages() {
            return new Sdk1Pages<>(table.reviews(), table.reviews());
        }

        @Override
        public Pages<Media.Track.ByGenre, Media.Track> tracksByGenre() {
            return new Sdk1Pages<>(table.tracksByGenre(), table.tracksByGenre());
        }

        @Override
        public Pages<Media.Track.ByRank, Media.Track> tracksByRank() {
            return new Sdk1Pages<>(table.tracksByRank(), table.tracksByRank());
        }

        @Override
        public Media.Track firstTrack(String album) {
            return answer(() -> table.firstTrack(album));
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
