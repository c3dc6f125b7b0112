package dev.tempest.sdk2.internal.write;

import dev.tempest.Version;
import dev.tempest.internal.locking.WriterSlots;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.RawTypes;
import dev.tempest.internal.model.TableModel;
import dev.tempest.internal.unique.UniqueTable;
import dev.tempest.sdk2.internal.mapping.DbSettings;
import dev.tempest.sdk2.internal.mapping.HomeRule;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.schema.RawSchema;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** A table for the tests of writes, and what DynamoDB and the client say when they fail. */
final class Notes {
    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final String TOKEN = "token";

    private Notes() {}

    /** A raw item. */
    @DynamoDbBean
    public static class Row {
        private String pk;
        private String text;
        private Long version;
        private String stamp;
        private String token;

        @DynamoDbPartitionKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }

        public String getStamp() {
            return stamp;
        }

        public void setStamp(String stamp) {
            this.stamp = stamp;
        }

        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }
    }

    /** An item with a number as version. */
    record Note(
            String pk,
            @Nullable String text,
            @Version @Nullable Long version) {
        Note with(String other) {
            return new Note(pk, other, version);
        }
    }

    /** An item with a text as version. */
    record Stamped(
            String pk,
            @Nullable String text,
            @Version @Nullable String stamp) {}

    /** The key of both. */
    record NoteKey(String pk) {}

    /** @param traced whether the table has a write token */
    static <I> ItemOperations<NoteKey, I> operations(Class<I> type, boolean traced) {
        RawSchema<Row> schema = RawSchema.of(Row.class);
        TableContext<Row> context = new TableContext<>(
                "notes",
                schema,
                null,
                traced ? new WriteTokens(TOKEN, 32, new WriterSlots()) : null,
                DbSettings.DEFAULT.withUpdateTimeout(TIMEOUT),
                null,
                new UniqueTable<>(schema.table()));
        TableModel<AttributeValue> model = new TableModel<>(schema.table(), new RawTypes());
        ItemType<I, AttributeValue> item = model.itemType(type);
        KeyType<NoteKey, AttributeValue> key = model.keyOfView(NoteKey.class, item);
        ItemMapper<I> mapper = ItemMapper.of(item, context);
        return new ItemOperations<>(mapper, key::encode, HomeRule.ofView(mapper, key));
    }

    static Map<String, AttributeValue> row(String text, long version) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("pk", AttributeValue.fromS("a"));
        row.put("text", AttributeValue.fromS(text));
        row.put("version", AttributeValue.fromN(Long.toString(version)));
        return row;
    }

    static Map<String, AttributeValue> stampedRow(String text, String stamp) {
        return Map.of(
                "pk", AttributeValue.fromS("a"),
                "text", AttributeValue.fromS(text),
                "stamp", AttributeValue.fromS(stamp));
    }

    /** @param found what is stored; null for nothing */
    static ConditionalCheckFailedException conditionFailed(int attempts, @Nullable Map<String, AttributeValue> found) {
        return ConditionalCheckFailedException.builder()
                .item(found)
                .message("The conditional request failed")
                .statusCode(400)
                .numAttempts(attempts)
                .awsErrorDetails(details("ConditionalCheckFailedException"))
                .build();
    }

    static DynamoDbException rejected(String code) {
        return (DynamoDbException) DynamoDbException.builder()
                .message("rejected")
                .statusCode(400)
                .numAttempts(1)
                .awsErrorDetails(details(code))
                .build();
    }

    /** The client has no response, so that nobody knows whether the request was executed. */
    static RuntimeException responseLost() {
        return SdkClientException.create("Unable to execute HTTP request", new IOException("Connection reset"));
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage("rejected")
                .build();
    }
}
