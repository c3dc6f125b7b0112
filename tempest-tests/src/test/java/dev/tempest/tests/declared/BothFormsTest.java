package dev.tempest.tests.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.kinds.Celsius;
import dev.tempest.tests.kinds.CelsiusConverter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item type in a table with a bean and in one without: each table stores it in its own way. */
class BothFormsTest {
    @RegisterExtension
    final TestDb db =
            TestDb.of(TestTable.create("old_rooms", RoomRow.class), TestTable.create("new_rooms", NewRooms.class));

    record Room(@Attribute(name = "id") String name, Celsius warmth) {
        record Key(String name) {}
    }

    @DynamoDbBean
    public static class RoomRow {
        private String id;
        private Celsius warmth;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbConvertedBy(CelsiusConverter.class)
        public Celsius getWarmth() {
            return warmth;
        }

        public void setWarmth(Celsius warmth) {
            this.warmth = warmth;
        }
    }

    interface OldRooms extends LogicalTable<RoomRow> {
        InlineView<Room.Key, Room> rooms();
    }

    @Table(partitionKey = "id")
    interface NewRooms extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Room.Key, Room> rooms();
    }

    interface Db extends LogicalDb {
        @TableName("old_rooms")
        OldRooms oldRooms();

        @TableName("new_rooms")
        NewRooms newRooms();
    }

    private Db rooms;
    private final Room room = new Room("hall", new Celsius(21));

    @BeforeEach
    void open() {
        rooms = db.logicalDb(Db.class);
    }

    private AttributeValue stored(String table) {
        return db.client()
                .scan(request -> request.tableName(table))
                .items()
                .get(0)
                .get("warmth");
    }

    @Test
    void eachTableConvertsInItsOwnWay() {
        rooms.oldRooms().rooms().save(room);
        rooms.newRooms().rooms().save(room);

        assertThat(stored("old_rooms").type()).isNotEqualTo(AttributeValue.Type.M);
        assertThat(stored("new_rooms").type()).isEqualTo(AttributeValue.Type.M);
        assertThat(rooms.oldRooms().rooms().load(new Room.Key("hall"))).isEqualTo(room);
        assertThat(rooms.newRooms().rooms().load(new Room.Key("hall"))).isEqualTo(room);
    }

    @Test
    void aBatchSaysWhichTableIsMeant() {
        var both = new BatchWriteSet.Builder()
                .clobber(rooms.oldRooms().scoped(room))
                .clobber(rooms.newRooms().scoped(room))
                .build();

        rooms.batchWrite(both);

        assertThat(stored("old_rooms").type()).isNotEqualTo(AttributeValue.Type.M);
        assertThat(stored("new_rooms").type()).isEqualTo(AttributeValue.Type.M);
        assertThatThrownBy(() -> rooms.batchLoad(new Room.Key("hall")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Say which: table.scoped(key).");
    }

    interface SameTable extends LogicalDb {
        @TableName("new_rooms")
        OldRooms oldRooms();

        @TableName("new_rooms")
        NewRooms newRooms();
    }

    @Test
    void oneTableHasOneForm() {
        assertThatThrownBy(() -> db.logicalDb(SameTable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BothFormsTest.Room is in one table by two raw item types,");
    }
}
