package dev.tempest.tests.faces;

import dev.tempest.OperationListener;
import dev.tempest.Scoped;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.FaultyHttp;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/**
 * The database of {@link Media} through each of the interfaces that there are, so that one test serves them all. Tests speak
 * in the types of SDK 2.x; the face of SDK 1.x says the same in its own, and gives the answers and refusals back.
 */
public interface Face extends Operations, AutoCloseable {
    /** Which of the interfaces. */
    enum Kind {
        /** SDK 2.x, blocking. */
        SYNC,
        /** SDK 2.x, by futures and publishers. */
        ASYNC,
        /** SDK 1.x. */
        SDK1,
        /** SDK 2.x, blocking, without raw item types. */
        SYNC_ITEMS,
        /** SDK 2.x, by futures and publishers, without raw item types. */
        ASYNC_ITEMS,
        /** SDK 1.x, without raw item types. */
        SDK1_ITEMS;

        public boolean isAsync() {
            return this == ASYNC || this == ASYNC_ITEMS;
        }

        public boolean isSdk1() {
            return this == SDK1 || this == SDK1_ITEMS;
        }

        /** Whether the SDK's own annotations of versions have an effect. */
        public boolean hasSdkVersions() {
            return this != SDK1_ITEMS;
        }

        /** Whether the tables have raw item types. */
        public boolean hasRawTypes() {
            return this != SYNC_ITEMS && this != ASYNC_ITEMS && this != SDK1_ITEMS;
        }

        public Face open(DynamoDbConnection connection) {
            return open(connection, Settings.DEFAULT);
        }

        public Face open(DynamoDbConnection connection, Settings settings) {
            FaultyHttp network = settings.network();
            return switch (this) {
                case SYNC -> SyncFace.open(network == null ? connection : connection.with(network), settings);
                case ASYNC -> AsyncFace.open(network == null ? connection : connection.with(network), settings);
                case SYNC_ITEMS ->
                    SyncFace.openItems(network == null ? connection : connection.with(network), settings);
                case ASYNC_ITEMS ->
                    AsyncFace.openItems(network == null ? connection : connection.with(network), settings);
                case SDK1 -> Sdk1Face.open(connection, settings);
                case SDK1_ITEMS -> Sdk1Face.openItems(connection, settings);
            };
        }
    }

    /**
     * What a test may choose, besides the defaults.
     *
     * @param network what the requests go through; null for the plain one
     * @param sdkTries how often the SDK tries each request
     * @param offsetSecret null for none
     * @param listener null for none
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
    record Settings(FaultyHttp network, int sdkTries, byte[] offsetSecret, OperationListener listener) {
        public static final Settings DEFAULT = new Settings(null, 9, null, null);

        public Settings network(FaultyHttp network) {
            return new Settings(network, sdkTries, offsetSecret, listener);
        }

        public Settings sdkTries(int sdkTries) {
            return new Settings(network, sdkTries, offsetSecret, listener);
        }

        public Settings offsetSecret(byte[] offsetSecret) {
            return new Settings(network, sdkTries, offsetSecret, listener);
        }

        public Settings listener(OperationListener listener) {
            return new Settings(network, sdkTries, offsetSecret, listener);
        }

        ClientOverrideConfiguration retries() {
            return ClientOverrideConfiguration.builder()
                    .retryStrategy(Retries.quick(sdkTries))
                    .build();
        }
    }

    MediaTable media();

    /** A second table of the same types; from the first call on, they are ambiguous. */
    MediaTable archive();

    Items<Media.Measure.Key, Media.Measure> measures();

    Pages<Media.Measure.Key, Media.Measure> measurePages();

    /** What the database's own {@code toString()} says. */
    String text();

    @Override
    void close();

    /** A table of the model. */
    interface MediaTable {
        /** Null if there is no raw item type. */
        Items<MediaRow, MediaRow> rows();

        Items<Media.Track.Key, Media.Track> tracks();

        Items<Media.Track.Handle, Media.Track> handles();

        Items<Media.TrackTitle.Key, Media.TrackTitle> titles();

        Items<Media.Review.Key, Media.Review> reviews();

        Items<Media.Draft.Key, Media.Draft> drafts();

        Pages<Media.Track.Key, Media.Track> trackPages();

        Pages<Media.Review.Key, Media.Review> reviewPages();

        Pages<Media.Track.ByGenre, Media.Track> tracksByGenre();

        Pages<Media.Track.ByRank, Media.Track> tracksByRank();

        Media.Track firstTrack(String album);

        String tableName();

        <T> Scoped<T> scoped(T keyOrItem);

        String text();
    }
}
