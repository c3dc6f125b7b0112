package dev.tempest.tests.patches;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** Items of sixteen numbers, each of which has a writer of its own. */
final class Boards {
    private Boards() {}

    record Key(String id) {}

    /** Blind writes count its version up. */
    record Board(
            @Attribute(name = "pk", prefix = "BOARD_") String id,
            Long c0,
            Long c1,
            Long c2,
            Long c3,
            Long c4,
            Long c5,
            Long c6,
            Long c7,
            Long c8,
            Long c9,
            Long c10,
            Long c11,
            Long c12,
            Long c13,
            Long c14,
            Long c15,
            @Version Long version) {}

    record LetteredKey(String id) {}

    /** Its version is a text. */
    record LetteredBoard(
            @Attribute(name = "pk", prefix = "LETTERED_") String id,
            Long c0,
            Long c1,
            Long c2,
            Long c3,
            Long c4,
            Long c5,
            Long c6,
            Long c7,
            Long c8,
            Long c9,
            Long c10,
            Long c11,
            Long c12,
            Long c13,
            Long c14,
            Long c15,
            @Version String edition) {}

    record MarkedKey(String id) {}

    /** It has a write token, and no version. */
    record MarkedBoard(
            @Attribute(name = "pk", prefix = "MARKED_") String id,
            Long c0,
            Long c1,
            Long c2,
            Long c3,
            Long c4,
            Long c5,
            Long c6,
            Long c7,
            Long c8,
            Long c9,
            Long c10,
            Long c11,
            Long c12,
            Long c13,
            Long c14,
            Long c15) {}

    interface Table extends LogicalTable<Row> {
        InlineView<Key, Board> boards();

        InlineView<LetteredKey, LetteredBoard> lettered();

        InlineView<MarkedKey, MarkedBoard> marked();
    }

    @WriteToken("token")
    interface TracedTable extends Table {}

    interface Db extends LogicalDb {
        @TableName("boards")
        TracedTable boards();
    }

    interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<Row> {
        dev.tempest.sdk1.InlineView<Key, Board> boards();

        dev.tempest.sdk1.InlineView<LetteredKey, LetteredBoard> lettered();
    }

    interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table boards();
    }

    @DynamoDbBean
    @DynamoDBTable(tableName = "boards")
    public static class Row {
        private String pk;
        private Long version;
        private String edition;
        private String token;
        private Long c0;
        private Long c1;
        private Long c2;
        private Long c3;
        private Long c4;
        private Long c5;
        private Long c6;
        private Long c7;
        private Long c8;
        private Long c9;
        private Long c10;
        private Long c11;
        private Long c12;
        private Long c13;
        private Long c14;
        private Long c15;

        @DynamoDbPartitionKey
        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }

        public String getEdition() {
            return edition;
        }

        public void setEdition(String edition) {
            this.edition = edition;
        }

        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }

        public Long getC0() {
            return c0;
        }

        public void setC0(Long c0) {
            this.c0 = c0;
        }

        public Long getC1() {
            return c1;
        }

        public void setC1(Long c1) {
            this.c1 = c1;
        }

        public Long getC2() {
            return c2;
        }

        public void setC2(Long c2) {
            this.c2 = c2;
        }

        public Long getC3() {
            return c3;
        }

        public void setC3(Long c3) {
            this.c3 = c3;
        }

        public Long getC4() {
            return c4;
        }

        public void setC4(Long c4) {
            this.c4 = c4;
        }

        public Long getC5() {
            return c5;
        }

        public void setC5(Long c5) {
            this.c5 = c5;
        }

        public Long getC6() {
            return c6;
        }

        public void setC6(Long c6) {
            this.c6 = c6;
        }

        public Long getC7() {
            return c7;
        }

        public void setC7(Long c7) {
            this.c7 = c7;
        }

        public Long getC8() {
            return c8;
        }

        public void setC8(Long c8) {
            this.c8 = c8;
        }

        public Long getC9() {
            return c9;
        }

        public void setC9(Long c9) {
            this.c9 = c9;
        }

        public Long getC10() {
            return c10;
        }

        public void setC10(Long c10) {
            this.c10 = c10;
        }

        public Long getC11() {
            return c11;
        }

        public void setC11(Long c11) {
            this.c11 = c11;
        }

        public Long getC12() {
            return c12;
        }

        public void setC12(Long c12) {
            this.c12 = c12;
        }

        public Long getC13() {
            return c13;
        }

        public void setC13(Long c13) {
            this.c13 = c13;
        }

        public Long getC14() {
            return c14;
        }

        public void setC14(Long c14) {
            this.c14 = c14;
        }

        public Long getC15() {
            return c15;
        }

        public void setC15(Long c15) {
            this.c15 = c15;
        }
    }
}
