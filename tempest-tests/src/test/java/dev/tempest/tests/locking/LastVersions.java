package dev.tempest.tests.locking;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute;
import dev.tempest.Attribute;
import dev.tempest.TableName;
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

/** Items whose versions are numbers of several types, over both SDK lines. */
final class LastVersions {
    static final String TABLE = "last_versions";

    private LastVersions() {}

    record Key(String pk, String sk) {}

    record Tiny(
            String pk,
            @Attribute(prefix = "T_") String sk,
            String note,
            @Version Byte tiny) {}

    record Whole(
            String pk,
            @Attribute(prefix = "W_") String sk,
            String note,
            @Version Integer whole) {}

    record Large(
            String pk,
            @Attribute(prefix = "L_") String sk,
            String note,
            @Version Long large) {}

    /** With the mapper's own version. */
    record Mapped(String pk, @Attribute(prefix = "M_") String sk, String note, Integer mapped) {}

    interface Table extends LogicalTable<Row> {
        InlineView<Key, Tiny> tiny();

        InlineView<Key, Whole> whole();

        InlineView<Key, Large> large();
    }

    interface Db extends LogicalDb {
        @TableName(TABLE)
        Table table();
    }

    interface AsyncTable extends AsyncLogicalTable<Row> {
        AsyncInlineView<Key, Tiny> tiny();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName(TABLE)
        AsyncTable table();
    }

    interface Table1 extends dev.tempest.sdk1.LogicalTable<Row1> {
        dev.tempest.sdk1.InlineView<Key, Large> large();

        dev.tempest.sdk1.InlineView<Key, Mapped> mapped();
    }

    interface Db1 extends dev.tempest.sdk1.LogicalDb {
        Table1 table();
    }

    @DynamoDbBean
    public static class Row {
        private String pk;
        private String sk;
        private String note;
        private Byte tiny;
        private Integer whole;
        private Long large;

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

        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }

        public Byte getTiny() {
            return tiny;
        }

        public void setTiny(Byte tiny) {
            this.tiny = tiny;
        }

        public Integer getWhole() {
            return whole;
        }

        public void setWhole(Integer whole) {
            this.whole = whole;
        }

        public Long getLarge() {
            return large;
        }

        public void setLarge(Long large) {
            this.large = large;
        }
    }

    /** {@link Row} for SDK 1.x. */
    @DynamoDBTable(tableName = TABLE)
    public static class Row1 {
        private String pk;
        private String sk;
        private String note;
        private Long large;
        private Integer mapped;

        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        @DynamoDBRangeKey
        public String getSk() {
            return sk;
        }

        public void setSk(String sk) {
            this.sk = sk;
        }

        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }

        public Long getLarge() {
            return large;
        }

        public void setLarge(Long large) {
            this.large = large;
        }

        @DynamoDBVersionAttribute
        public Integer getMapped() {
            return mapped;
        }

        public void setMapped(Integer mapped) {
            this.mapped = mapped;
        }
    }
}
