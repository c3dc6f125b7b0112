package dev.tempest.tests.times;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.Attribute;
import dev.tempest.CreatedAt;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Items that hold when they were created and written, in one table for both SDKs. */
final class Notes {
    private Notes() {}

    interface Timed {
        Long created();

        Long updated();
    }

    /** Guarded by nothing. */
    record Note(
            @Attribute(name = "pk") String book,
            @Attribute(name = "sk", prefix = "NOTE_") String id,
            String text,
            Long views,
            @CreatedAt Long created,
            @UpdatedAt Long updated)
            implements Timed {
        record Key(String book, String id) {}
    }

    /** Guarded by its version, and with an attribute that is computed from both times. */
    record Draft(
            @Attribute(name = "pk") String book,
            @Attribute(name = "sk", prefix = "DRAFT_") String id,
            String text,
            Long views,
            @CreatedAt Long created,
            @UpdatedAt Long updated,
            @Version Long version)
            implements Timed {
        @Attribute(name = "times")
        String times() {
            return created + " " + updated;
        }

        record Key(String book, String id) {}

        Draft withText(String changed) {
            return new Draft(book, id, changed, views, created, updated, version);
        }
    }

    interface Table extends LogicalTable<Row> {
        InlineView<Note.Key, Note> notes();

        InlineView<Draft.Key, Draft> drafts();
    }

    interface Db extends LogicalDb {
        @dev.tempest.TableName("notes")
        Table notes();
    }

    interface AsyncTable extends AsyncLogicalTable<Row> {
        AsyncInlineView<Note.Key, Note> notes();

        AsyncInlineView<Draft.Key, Draft> drafts();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @dev.tempest.TableName("notes")
        AsyncTable notes();
    }

    interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<Row> {
        dev.tempest.sdk1.InlineView<Note.Key, Note> notes();

        dev.tempest.sdk1.InlineView<Draft.Key, Draft> drafts();
    }

    interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table notes();
    }

    @DynamoDbBean
    @DynamoDBTable(tableName = "notes")
    public static class Row {
        private String pk;
        private String sk;
        private String text;
        private Long views;
        private Long created;
        private Long updated;
        private Long version;
        private String times;

        @DynamoDbPartitionKey
        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        @DynamoDbSortKey
        @DynamoDBRangeKey
        public String getSk() {
            return sk;
        }

        public void setSk(String sk) {
            this.sk = sk;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }

        public Long getViews() {
            return views;
        }

        public void setViews(Long views) {
            this.views = views;
        }

        public Long getCreated() {
            return created;
        }

        public void setCreated(Long created) {
            this.created = created;
        }

        public Long getUpdated() {
            return updated;
        }

        public void setUpdated(Long updated) {
            this.updated = updated;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }

        public String getTimes() {
            return times;
        }

        public void setTimes(String times) {
            this.times = times;
        }
    }
}
