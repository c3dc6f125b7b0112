package dev.tempest.tests.counters;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.math.BigInteger;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A model with numbers to count in, attributes that are computed, and numbers of every size. */
final class Ranking {
    private Ranking() {}

    /** Its rank, the key of an index, is computed from what is counted; nothing marks its writes. */
    record Score(
            @Attribute(name = "pk") String id,
            @Attribute(name = "sk", prefix = "SCORE_") String name,
            Integer points,
            Long level,
            String mood) {
        record Key(String id, String name) {}

        @ForIndex(name = "by_rank")
        record Offset(String board, String rank, String id, String name) {}

        @Attribute(name = "gsi_pk")
        String board() {
            return "ALL";
        }

        @Attribute(name = "gsi_sk")
        String rank() {
            return points == null ? null : "E#" + padded();
        }

        private String padded() {
            return String.format("%08d", points);
        }
    }

    /** The same with a version that is a number. */
    record Match(
            @Attribute(name = "pk") String id,
            @Attribute(name = "sk", prefix = "MATCH_") String name,
            Integer points,
            String mood,
            @Version Long version) {
        record Key(String id, String name) {}

        @Attribute(name = "gsi_pk")
        String board() {
            return "ALL";
        }

        @Attribute(name = "gsi_sk")
        String rank() {
            return "M#" + String.format("%08d", points) + "#" + mood;
        }
    }

    /** Has constants only, and counts in the key of an index. */
    record Player(
            @Attribute(name = "pk") String id,
            @Attribute(name = "sk", prefix = "PLAYER_") String name,
            Long level,
            String mood) {
        record Key(String id, String name) {}

        @ForIndex(name = "by_level")
        record Offset(String board, Long level, String id, String name) {}

        @Attribute(name = "gsi_pk")
        String board() {
            return "PLAYERS";
        }

        @Attribute(name = "gsi_sk")
        String owner() {
            return id + "/" + name;
        }
    }

    /** Numbers with an end. */
    record Gauge(
            @Attribute(name = "pk") String id,
            @Attribute(name = "sk", prefix = "GAUGE_") String name,
            Integer points,
            Short lives,
            Long level,
            BigInteger big,
            Float ratio,
            @Version Byte tiny) {
        record Key(String id, String name) {}
    }

    interface Table extends LogicalTable<Row> {
        InlineView<Score.Key, Score> scores();

        SecondaryIndex<Score.Offset, Score> scoresByRank();

        InlineView<Match.Key, Match> matches();

        InlineView<Player.Key, Player> players();

        SecondaryIndex<Player.Offset, Player> playersByLevel();

        InlineView<Gauge.Key, Gauge> gauges();
    }

    interface Db extends LogicalDb {
        @TableName("rankings")
        Table rankings();
    }

    @WriteToken("token")
    interface TracedTable extends Table {}

    interface TracedDb extends LogicalDb {
        @TableName("rankings")
        TracedTable rankings();
    }

    @DynamoDbBean
    public static class Row {
        private String pk;
        private String sk;
        private String gsiPk;
        private String gsiSk;
        private Integer points;
        private Short lives;
        private Long level;
        private BigInteger big;
        private Float ratio;
        private String mood;
        private Long version;
        private Byte tiny;
        private String token;

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

        @DynamoDbSecondaryPartitionKey(indexNames = {"by_rank", "by_level"})
        @DynamoDbAttribute("gsi_pk")
        public String getGsiPk() {
            return gsiPk;
        }

        public void setGsiPk(String gsiPk) {
            this.gsiPk = gsiPk;
        }

        @DynamoDbSecondarySortKey(indexNames = "by_rank")
        @DynamoDbAttribute("gsi_sk")
        public String getGsiSk() {
            return gsiSk;
        }

        public void setGsiSk(String gsiSk) {
            this.gsiSk = gsiSk;
        }

        public Integer getPoints() {
            return points;
        }

        public void setPoints(Integer points) {
            this.points = points;
        }

        public Short getLives() {
            return lives;
        }

        public void setLives(Short lives) {
            this.lives = lives;
        }

        @DynamoDbSecondarySortKey(indexNames = "by_level")
        public Long getLevel() {
            return level;
        }

        public void setLevel(Long level) {
            this.level = level;
        }

        public BigInteger getBig() {
            return big;
        }

        public void setBig(BigInteger big) {
            this.big = big;
        }

        public Float getRatio() {
            return ratio;
        }

        public void setRatio(Float ratio) {
            this.ratio = ratio;
        }

        public String getMood() {
            return mood;
        }

        public void setMood(String mood) {
            this.mood = mood;
        }

        public Long getVersion() {
            return version;
        }

        public void setVersion(Long version) {
            this.version = version;
        }

        public Byte getTiny() {
            return tiny;
        }

        public void setTiny(Byte tiny) {
            this.tiny = tiny;
        }

        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }
    }
}
