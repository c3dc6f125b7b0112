package dev.tempest.tests.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.EqualTo;
import dev.tempest.GreaterThan;
import dev.tempest.GreaterThanOrEqualTo;
import dev.tempest.KeyCondition;
import dev.tempest.LessThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Offset;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Tables whose sort key is no string, or that have none. */
class OtherKeysTest {
    @RegisterExtension
    final TestDb db = TestDb.of(
            TestTable.create("numbered", Numbered.class),
            TestTable.create("hashed", Hashed.class),
            TestTable.create("single", Single.class));

    @DynamoDbBean
    public static class Numbered {
        private Long sensor;
        private BigDecimal time;

        @DynamoDbPartitionKey
        public Long getSensor() {
            return sensor;
        }

        public void setSensor(Long sensor) {
            this.sensor = sensor;
        }

        @DynamoDbSortKey
        public BigDecimal getTime() {
            return time;
        }

        public void setTime(BigDecimal time) {
            this.time = time;
        }
    }

    @DynamoDbBean
    public static class Hashed {
        private String file;
        private SdkBytes hash;

        @DynamoDbPartitionKey
        public String getFile() {
            return file;
        }

        public void setFile(String file) {
            this.file = file;
        }

        @DynamoDbSortKey
        public SdkBytes getHash() {
            return hash;
        }

        public void setHash(SdkBytes hash) {
            this.hash = hash;
        }
    }

    @DynamoDbBean
    public static class Single {
        private String id;
        private String text;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }

    record Reading(long sensor, BigDecimal time) {
        record Key(long sensor, BigDecimal time) {
            Key(String time) {
                this(1, new BigDecimal(time));
            }
        }
    }

    record Block(String file, SdkBytes hash) {
        record Key(String file, SdkBytes hash) {
            Key(int... bytes) {
                this("F", bytes(bytes));
            }
        }
    }

    record Text(String id, String text) {
        record Key(String id) {}
    }

    interface NumberedTable extends LogicalTable<Numbered> {
        InlineView<Reading.Key, Reading> readings();
    }

    interface HashedTable extends LogicalTable<Hashed> {
        InlineView<Block.Key, Block> blocks();
    }

    interface SingleTable extends LogicalTable<Single> {
        InlineView<Text.Key, Text> texts();
    }

    private static SdkBytes bytes(int... bytes) {
        byte[] array = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            array[i] = (byte) bytes[i];
        }
        return SdkBytes.fromByteArray(array);
    }

    private <T extends LogicalTable<?>> T table(String name, Class<T> type) {
        return LogicalDb.create(LogicalDb.class, db.enhancedClient()).logicalTable(name, type);
    }

    private static <K, I> List<I> all(InlineView<K, I> view, KeyCondition<K> condition) {
        QueryConfig config = QueryConfig.builder().pageSize(1).build();
        List<I> items = new ArrayList<>();
        Offset<K> offset = null;
        do {
            Page<K, I> page = view.query(condition, config, offset);
            items.addAll(page.contents());
            offset = page.offset();
        } while (offset != null);
        return items;
    }

    @Test
    void orderNumbersByTheirValue() {
        InlineView<Reading.Key, Reading> readings =
                table("numbered", NumberedTable.class).readings();
        List<Reading> saved = List.of("-10", "-9.5", "0", "2", "10", "10.25").stream()
                .map(time -> new Reading(1, new BigDecimal(time)))
                .toList();
        saved.forEach(readings::save);
        readings.save(new Reading(2, BigDecimal.ONE));
        Reading.Key two = new Reading.Key("2.0");

        assertThat(readings.load(two)).isEqualTo(saved.get(3));
        assertThat(all(readings, new BeginsWith<>(new Reading.Key(1, null)))).isEqualTo(saved);
        assertThat(all(readings, new EqualTo<>(two))).containsExactly(saved.get(3));
        assertThat(all(readings, new LessThan<>(two))).isEqualTo(saved.subList(0, 3));
        assertThat(all(readings, new LessThanOrEqualTo<>(two))).isEqualTo(saved.subList(0, 4));
        assertThat(all(readings, new GreaterThan<>(two))).isEqualTo(saved.subList(4, 6));
        assertThat(all(readings, new GreaterThanOrEqualTo<>(two))).isEqualTo(saved.subList(3, 6));
        assertThat(all(readings, new Between<>(new Reading.Key("-9.5"), two))).isEqualTo(saved.subList(1, 4));
        assertThat(all(readings, new Between<>(two, new Reading.Key("-9.5")))).isEmpty();
        assertThat(all(readings, new BeginsWith<>(two))).containsExactly(saved.get(3));
    }

    @Test
    void orderBytesUnsigned() {
        InlineView<Block.Key, Block> blocks = table("hashed", HashedTable.class).blocks();
        List<Block> saved = List.of(bytes(1), bytes(1, 0), bytes(1, 255), bytes(127), bytes(128), bytes(255)).stream()
                .map(hash -> new Block("F", hash))
                .toList();
        saved.forEach(blocks::save);
        Block.Key key = new Block.Key(127);

        assertThat(blocks.load(key)).isEqualTo(saved.get(3));
        assertThat(all(blocks, new BeginsWith<>(new Block.Key("F", null)))).isEqualTo(saved);
        assertThat(all(blocks, new BeginsWith<>(new Block.Key(1)))).isEqualTo(saved.subList(0, 3));
        assertThat(all(blocks, new LessThan<>(key))).isEqualTo(saved.subList(0, 3));
        assertThat(all(blocks, new GreaterThan<>(key))).isEqualTo(saved.subList(4, 6));
        assertThat(all(blocks, new Between<>(new Block.Key(1, 255), new Block.Key(128))))
                .isEqualTo(saved.subList(2, 5));
        assertThat(all(blocks, new Between<>(new Block.Key(128), new Block.Key(127))))
                .isEmpty();
        assertThatThrownBy(() -> blocks.load(new Block.Key()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("OtherKeysTest.Block.Key.hash is empty, but it is stored in hash, a key attribute: DynamoDB"
                        + " takes no empty keys.");
    }

    @Test
    void mayBeAbsent() {
        InlineView<Text.Key, Text> texts = table("single", SingleTable.class).texts();
        Text one = texts.create(new Text("1", "one"));
        Text.Key key = new Text.Key("1");

        assertThat(texts.load(key)).isEqualTo(one);
        assertThat(texts.query(new BeginsWith<>(key)).contents()).containsExactly(one);
        assertThat(texts.query(new EqualTo<>(key)).contents()).containsExactly(one);
        assertThat(texts.query(new EqualTo<>(new Text.Key("2"))).contents()).isEmpty();
        assertThatThrownBy(() -> texts.query(new GreaterThan<>(key)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "GreaterThan compares sort keys, but no sort key exists for OtherKeysTest.Text.Key. Use BeginsWith.");
        assertThat(texts.deleteKey(key)).isEqualTo(one);
    }
}
