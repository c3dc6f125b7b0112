package dev.tempest.benchmarks.coldstart;

import static dev.tempest.Attributes.attr;

import dev.tempest.benchmarks.http.CannedHttp;
import dev.tempest.sdk2.LogicalDb;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * What a function does when it is started: it makes its client and its mapper, writes an item and reads one. A program of its
 * own, which {@link ColdStart} runs again and again. It does nothing else, or that would warm up what is to be measured.
 */
final class FirstCalls {
    private static final String TABLE = "music";
    private static final String PARTITION = "ALBUM_1";

    private FirstCalls() {}

    /** The argument is a {@link Contestant}. */
    public static void main(String[] args) {
        DynamoDbClient client = DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("cold", "start")))
                .httpClient(new CannedHttp(Map.of(
                        "GetItem",
                        ("{\"Item\":{\"partition_key\":{\"S\":\"ALBUM_1\"},\"sort_key\":{\"S\":\"TRACK_1\"},"
                                        + "\"track_title\":{\"S\":\"dreamin\"},\"run_length\":{\"N\":\"193\"},"
                                        + "\"explicit\":{\"BOOL\":false}}}")
                                .getBytes(StandardCharsets.UTF_8))))
                .build();
        String title = switch (Contestant.valueOf(args[0])) {
            case PLAIN -> plain(client);
            case ENHANCED -> enhanced(client);
            case TEMPEST_RECORDS -> records(client);
            case TEMPEST_CLASSES -> classes(client);
            case TEMPEST_EXPRESSION -> expression(client);
            case TEMPEST_ATTRIBUTES -> attributes(client);
        };
        if (!"dreamin".equals(title)) {
            throw new IllegalStateException("Read " + title);
        }
    }

    private static String plain(DynamoDbClient client) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("partition_key", AttributeValue.fromS(PARTITION));
        row.put("sort_key", AttributeValue.fromS("TRACK_1"));
        row.put("track_title", AttributeValue.fromS("dreamin"));
        row.put("run_length", AttributeValue.fromN("193"));
        row.put("explicit", AttributeValue.fromBool(false));
        client.putItem(PutItemRequest.builder().tableName(TABLE).item(row).build());
        Map<String, AttributeValue> key = new HashMap<>();
        key.put("partition_key", AttributeValue.fromS(PARTITION));
        key.put("sort_key", AttributeValue.fromS("TRACK_1"));
        Map<String, AttributeValue> read = client.getItem(
                        GetItemRequest.builder().tableName(TABLE).key(key).build())
                .item();
        return read(read.get("track_title"));
    }

    private static String read(@Nullable AttributeValue value) {
        return value == null ? "" : value.s();
    }

    private static @Nullable String enhanced(DynamoDbClient client) {
        DynamoDbEnhancedClient enhanced =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        DynamoDbTable<MusicItem> table = enhanced.table(TABLE, TableSchema.fromBean(MusicItem.class));
        MusicItem track = new MusicItem();
        track.setPartition_key(PARTITION);
        track.setSort_key("TRACK_1");
        track.setTrack_title("dreamin");
        track.setRun_length(193L);
        track.setExplicit(false);
        table.putItem(track);
        return table.getItem(Key.builder()
                        .partitionValue(PARTITION)
                        .sortValue("TRACK_1")
                        .build())
                .getTrack_title();
    }

    private static String records(DynamoDbClient client) {
        RecordsDb.Music music = music(client);
        music.tracks().save(track());
        return load(music);
    }

    private static String expression(DynamoDbClient client) {
        RecordsDb.Music music = music(client);
        Expression condition = Expression.builder()
                .expression("partition_key = :partition AND sort_key = :sort AND track_title <> :title"
                        + " AND run_length < :length AND explicit = :explicit")
                .putExpressionValue(":partition", AttributeValue.fromS(PARTITION))
                .putExpressionValue(":sort", AttributeValue.fromS("TRACK_1"))
                .putExpressionValue(":title", AttributeValue.fromS("dreamin"))
                .putExpressionValue(":length", AttributeValue.fromN("193"))
                .putExpressionValue(":explicit", AttributeValue.fromBool(false))
                .build();
        music.tracks().save(track(), condition);
        return load(music);
    }

    private static String attributes(DynamoDbClient client) {
        RecordsDb.Music music = music(client);
        music.tracks()
                .save(
                        track(),
                        attr(RecordsDb.Track::partition_key)
                                .eq(PARTITION)
                                .and(attr(RecordsDb.Track::sort_key).eq("1"))
                                .and(attr(RecordsDb.Track::track_title).ne("dreamin"))
                                .and(attr(RecordsDb.Track::run_length).lt(193L))
                                .and(attr(RecordsDb.Track::explicit).eq(false)));
        return load(music);
    }

    private static RecordsDb.Music music(DynamoDbClient client) {
        DynamoDbEnhancedClient enhanced =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        return LogicalDb.create(RecordsDb.class, enhanced).music();
    }

    private static RecordsDb.Track track() {
        return new RecordsDb.Track(PARTITION, "1", "dreamin", 193L, false);
    }

    private static String load(RecordsDb.Music music) {
        RecordsDb.Track track = music.tracks().load(new RecordsDb.Track.Key(PARTITION, "1"));
        return track == null ? "" : track.track_title();
    }

    private static String classes(DynamoDbClient client) {
        DynamoDbEnhancedClient enhanced =
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        ClassesDb.Music music = LogicalDb.create(ClassesDb.class, enhanced).music();
        music.tracks().save(new ClassesDb.Track(PARTITION, "1", "dreamin", 193L, false));
        ClassesDb.Track track = music.tracks().load(new ClassesDb.Track.Key(PARTITION, "1"));
        return track == null ? "" : track.track_title;
    }
}
