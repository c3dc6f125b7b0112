package dev.tempest.tests.observing;

import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

/** Notes with versions and write tokens. */
public final class Notes {
    static final String TABLE = "notes";
    static final Key KEY = new Key("a");

    private Notes() {}

    interface Db extends LogicalDb {
        @TableName(TABLE)
        Table notes();
    }

    @WriteToken("token")
    interface Table extends LogicalTable<Row> {
        InlineView<Key, Note> notes();

        SecondaryIndex<ByTopic, Note> byTopic();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName(TABLE)
        AsyncTable notes();
    }

    @WriteToken("token")
    interface AsyncTable extends AsyncLogicalTable<Row> {
        AsyncInlineView<Key, Note> notes();
    }

    record Key(String id) {}

    @ForIndex(name = "topics")
    record ByTopic(String topic, String id) {}

    record Note(
            String id, String topic, String text, @Version Long version) {
        Note with(String newText) {
            return new Note(id, topic, newText, version);
        }
    }

    static Note note(String id) {
        return new Note(id, "birds", "secret", null);
    }

    @DynamoDbBean
    public static final class Row {
        private String id;
        private String topic;
        private String text;
        private Long version;
        private String token;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "topics")
        public String getTopic() {
            return topic;
        }

        public void setTopic(String topic) {
            this.topic = topic;
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

        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }
    }
}
