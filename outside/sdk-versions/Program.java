import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Codec;
import dev.tempest.ForIndex;
import dev.tempest.ItemSet;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TransactionWriteSet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What programs do most, with whatever version of the SDK is on the class path. */
public final class Program {
    public record Album(
            @Attribute(name = "pk") String token,
            @Attribute(name = "sk", prefix = "ALBUM_") String number,
            String title,
            Instant released,
            boolean live,
            List<String> tags,
            Double rating,
            long plays,
            @Version Long version) {
        public Album(String token, String number, String title) {
            this(token, number, title, Instant.EPOCH, true, List.of("a", "b"), 4.5, 0, null);
        }

        public Album titled(String other) {
            return new Album(token, number, other, released, live, tags, rating, plays, version);
        }

        public record Key(String token, String number) {}

        @ForIndex(name = "by_title")
        public record ByTitle(String title, String token, String number) {}
    }

    @WriteToken("trace")
    public interface Albums extends LogicalTable<Row> {
        InlineView<Album.Key, Album> albums();

        SecondaryIndex<Album.ByTitle, Album> byTitle();
    }

    public interface Db extends LogicalDb {
        @TableName("albums")
        Albums albums();
    }

    @WriteToken("trace")
    public interface AsyncAlbums extends AsyncLogicalTable<Row> {
        AsyncInlineView<Album.Key, Album> albums();
    }

    public interface AsyncDb extends AsyncLogicalDb {
        @TableName("albums")
        AsyncAlbums albums();
    }

    private static int checks;

    private Program() {}

    public static void main(String[] arguments) {
        URI endpoint = URI.create(arguments[0]);
        // Each run has a database of its own, which the server finds by the access key id.
        StaticCredentialsProvider credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(
                "V" + UUID.randomUUID().toString().replace("-", "").substring(0, 15), "secret"));
        try (DynamoDbClient client = DynamoDbClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .build();
                DynamoDbAsyncClient asyncClient = DynamoDbAsyncClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .build()) {
            DynamoDbEnhancedClient enhanced =
                    DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
            enhanced.table("albums", TableSchema.fromBean(Row.class)).createTable(table -> table.globalSecondaryIndices(
                    index -> index.indexName("by_title")
                            .projection(Projection.builder()
                                    .projectionType(ProjectionType.ALL)
                                    .build())));
            Db db = LogicalDb.create(Db.class, enhanced);
            items(db);
            pages(db);
            sets(db);
            async(AsyncLogicalDb.create(
                    AsyncDb.class,
                    DynamoDbEnhancedAsyncClient.builder()
                            .dynamoDbClient(asyncClient)
                            .build()));
            check("the tables are as the model says", db.checkTables().isOk());
        }
        System.out.println("AWS SDK " + version() + ": " + checks + " checks passed");
    }

    private static void items(Db db) {
        InlineView<Album.Key, Album> albums = db.albums().albums();
        Album.Key key = new Album.Key("A", "1");
        Album saved = albums.save(new Album("A", "1", "first"));
        check("a save returns the item as it is stored", saved.version() == 1);
        check("a load returns it", saved.equals(albums.load(key)));
        check("a consistent load too", saved.equals(albums.load(key, true)));
        albums.save(saved.titled("second"));
        check("a stale save fails", fails(ConditionalCheckFailedException.class, () -> albums.save(saved)));
        check("so does a second creation", fails(ConditionalCheckFailedException.class, () -> albums.create(saved)));
        check("an update changes", albums.update(key, album -> album.titled("third")).version() == 3);
        check("an increment adds", albums.increment(key, Increment.of("plays", 5)).get("plays").longValue() == 5);
        Codec<Album, Row> codec = db.albums().codec(Album.class);
        Row raw = codec.toDb(albums.load(key));
        check("a codec makes raw items", raw.getSk().equals("ALBUM_1") && codec.toApp(raw).plays() == 5);
        check("raw items are loaded", db.albums().load(raw).getTitle().equals("third"));
        albums.delete(albums.load(key));
        check("a delete deletes", albums.load(key) == null);
    }

    private static void pages(Db db) {
        for (int i = 0; i < 5; i++) {
            db.albums().albums().save(new Album("P", "" + i, "pages"));
        }
        QueryConfig two = QueryConfig.builder().pageSize(2).build();
        BeginsWith<Album.Key> partition = new BeginsWith<>(new Album.Key("P", ""));
        Page<Album.Key, Album> first = db.albums().albums().query(partition, two);
        check("a query has pages", first.contents().size() == 2 && first.offset() != null);
        check("an index is queried", db.albums().byTitle().query(new BeginsWith<>(new Album.ByTitle("pages", null, null))).contents().size() == 5);
        check("a scan finds all", db.albums().albums().scan().contents().size() == 5);
    }

    private static void sets(Db db) {
        db.batchWrite(new BatchWriteSet.Builder()
                .delete(new Album.Key("P", "0"))
                .ignoreVersions()
                .build());
        ItemSet loaded = db.batchLoad(new Album.Key("P", "0"), new Album.Key("P", "1"));
        check("batches write and load", loaded.getItems(Album.class).size() == 1);
        Album one = loaded.getItems(Album.class).get(0);
        TransactionWriteSet both = new TransactionWriteSet.Builder()
                .save(one.titled("sets"))
                .save(new Album("P", "9", "sets"))
                .build();
        db.transactionWrite(both);
        check("transactions load", db.transactionLoad(new Album.Key("P", "1"), new Album.Key("P", "9")).size() == 2);
        check("a stale transaction fails", fails(TransactionCanceledException.class, () -> db.transactionWrite(both)));
    }

    private static void async(AsyncDb db) {
        AsyncInlineView<Album.Key, Album> albums = db.albums().albums();
        Album.Key key = new Album.Key("F", "1");
        albums.saveAsync(new Album("F", "1", "futures")).join();
        albums.updateAsync(key, album -> album.titled("updated")).join();
        check("futures complete", albums.loadAsync(key).join().title().equals("updated"));
    }

    private static void check(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError("AWS SDK " + version() + ": " + what + " does not hold");
        }
        checks++;
    }

    private static boolean fails(Class<? extends Exception> expected, Runnable action) {
        try {
            action.run();
            return false;
        } catch (RuntimeException e) {
            return expected.isInstance(e);
        }
    }

    private static String version() {
        try {
            return (String) VersionInfo.class.getField("SDK_VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            return "of an unknown version";
        }
    }

    @DynamoDbBean
    public static class Row {
        private String pk;
        private String sk;
        private String title;
        private Instant released;
        private boolean live;
        private List<String> tags;
        private Double rating;
        private long plays;
        private Long version;
        private String trace;

        @DynamoDbPartitionKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        @DynamoDbSortKey
        public String getSk() {
            return sk;
        }

        public void setSk(String sk) {
            this.sk = sk;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by_title")
        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public Instant getReleased() {
            return released;
        }

        public void setReleased(Instant released) {
            this.released = released;
        }

        public boolean isLive() {
            return live;
        }

        public void setLive(boolean live) {
            this.live = live;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }

        public Double getRating() {
            return rating;
        }

        public void setRating(Double rating) {
            this.rating = rating;
        }

        public long getPlays() {
            return plays;
        }

        public void setPlays(long plays) {
            this.plays = plays;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }

        public String getTrace() {
            return trace;
        }

        public void setTrace(String trace) {
            this.trace = trace;
        }
    }
}
