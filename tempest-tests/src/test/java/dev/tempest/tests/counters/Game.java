package dev.tempest.tests.counters;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.math.BigDecimal;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** A model with numbers to count in. */
final class Game {
    private Game() {}

    /** Counted, without a version. */
    record Player(
            @Attribute(name = "pk") String id,
            @Attribute(name = "sk", prefix = "PLAYER_") String name,
            Long points,
            Integer lives,
            BigDecimal balance,
            String mood) {
        record Key(String id, String name) {}
    }

    /** Counted, with a version. */
    record Team(
            @Attribute(name = "pk") String id,
            @Attribute(name = "sk", prefix = "TEAM_") String name,
            Long points,
            @Version Long version) {
        record Key(String id, String name) {}
    }

    /** Counted, with a version that is a text. */
    record League(
            @Attribute(name = "pk") String id,
            @Attribute(name = "sk", prefix = "LEAGUE_") String name,
            Long points,
            @Version String edition) {
        record Key(String id, String name) {}
    }

    /** Has a number that cannot be missing. */
    record Level(
            @Attribute(name = "pk") String id,
            @Attribute(name = "sk", prefix = "LEVEL_") String name,
            long points,
            Integer lives) {
        record Key(String id, String name) {}
    }

    interface Table extends LogicalTable<Row> {
        InlineView<Player.Key, Player> players();

        InlineView<Team.Key, Team> teams();

        InlineView<League.Key, League> leagues();

        InlineView<Level.Key, Level> levels();
    }

    interface Db extends LogicalDb {
        @TableName("games")
        Table games();
    }

    interface AsyncTable extends AsyncLogicalTable<Row> {
        AsyncInlineView<Player.Key, Player> players();

        AsyncInlineView<Team.Key, Team> teams();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("games")
        AsyncTable games();
    }

    @WriteToken("token")
    interface TracedTable extends LogicalTable<Row> {
        InlineView<Player.Key, Player> players();
    }

    interface TracedDb extends LogicalDb {
        @TableName("games")
        TracedTable games();
    }

    interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<Row> {
        dev.tempest.sdk1.InlineView<League.Key, League> leagues();
    }

    interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table games();
    }

    @DynamoDbBean
    @DynamoDBTable(tableName = "games")
    public static class Row {
        private String pk;
        private String sk;
        private Long points;
        private Integer lives;
        private BigDecimal balance;
        private String mood;
        private Long version;
        private String edition;
        private String token;

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

        public Long getPoints() {
            return points;
        }

        public void setPoints(Long points) {
            this.points = points;
        }

        public Integer getLives() {
            return lives;
        }

        public void setLives(Integer lives) {
            this.lives = lives;
        }

        public BigDecimal getBalance() {
            return balance;
        }

        public void setBalance(BigDecimal balance) {
            this.balance = balance;
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
    }
}
