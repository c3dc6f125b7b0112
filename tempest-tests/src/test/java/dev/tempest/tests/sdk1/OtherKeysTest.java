package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.GreaterThan;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Offset;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.Page;
import dev.tempest.sdk1.QueryConfig;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys that are numbers or bytes, and tables without a sort key. */
class OtherKeysTest {
    @RegisterExtension
    final Sdk1Db db = new Sdk1Db()
            .table("readings", ReadingRow.class)
            .table("chunks", ChunkRow.class)
            .table("settings", SettingRow.class);

    @DynamoDBTable(tableName = "readings")
    public static class ReadingRow {
        private String sensor;
        private BigDecimal time;
        private Double value;

        @DynamoDBHashKey
        public String getSensor() {
            return sensor;
        }

        public void setSensor(String sensor) {
            this.sensor = sensor;
        }

        @DynamoDBRangeKey
        public BigDecimal getTime() {
            return time;
        }

        public void setTime(BigDecimal time) {
            this.time = time;
        }

        public Double getValue() {
            return value;
        }

        public void setValue(Double value) {
            this.value = value;
        }
    }

    record Reading(String sensor, BigDecimal time, Double value) {
        record Key(String sensor, BigDecimal time) {}
    }

    @DynamoDBTable(tableName = "chunks")
    public static class ChunkRow {
        private String file;
        private ByteBuffer place;

        @DynamoDBHashKey
        public String getFile() {
            return file;
        }

        public void setFile(String file) {
            this.file = file;
        }

        @DynamoDBRangeKey
        public ByteBuffer getPlace() {
            return place;
        }

        public void setPlace(ByteBuffer place) {
            this.place = place;
        }
    }

    record Chunk(String file, ByteBuffer place) {
        record Key(String file, ByteBuffer place) {}

        static Chunk of(int... bytes) {
            byte[] place = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                place[i] = (byte) bytes[i];
            }
            return new Chunk("F", ByteBuffer.wrap(place));
        }

        Key key() {
            return new Key(file, place);
        }
    }

    @DynamoDBTable(tableName = "settings")
    public static class SettingRow {
        private Long id;
        private String text;

        @DynamoDBHashKey
        public Long getId() {
            return id;
        }

        public void setId(Long id) {
            this.id = id;
        }

        public String getText() {
            return text;
        }

        public void setText(String text) {
            this.text = text;
        }
    }

    record Setting(long id, String text) {
        record Key(long id) {}
    }

    interface Readings extends LogicalTable<ReadingRow> {
        InlineView<Reading.Key, Reading> all();
    }

    interface Chunks extends LogicalTable<ChunkRow> {
        InlineView<Chunk.Key, Chunk> all();
    }

    interface Settings extends LogicalTable<SettingRow> {
        InlineView<Setting.Key, Setting> all();
    }

    interface Db extends LogicalDb {
        Readings readings();

        Chunks chunks();

        Settings settings();
    }

    private Db all;

    @BeforeEach
    void connect() {
        all = LogicalDb.create(Db.class, db.mapper());
    }

    private static Reading.Key at(String time) {
        return new Reading.Key("S", new BigDecimal(time));
    }

    @Test
    void numbersAreOrderedAsNumbers() {
        for (String time : List.of("10", "9", "-3", "0.5", "100")) {
            all.readings().all().save(new Reading("S", new BigDecimal(time), 1.5));
        }

        assertThat(times(all.readings().all().query(new BeginsWith<>(new Reading.Key("S", null)))))
                .containsExactly("-3", "0.5", "9", "10", "100");
        assertThat(times(all.readings().all().query(new GreaterThan<>(at("9")))))
                .containsExactly("10", "100");
        assertThat(times(all.readings().all().query(new LessThanOrEqualTo<>(at("0.50")))))
                .containsExactly("-3", "0.5");
        assertThat(times(all.readings().all().query(new Between<>(at("10"), at("9")))))
                .isEmpty();
        Page<Reading.Key, Reading> page = all.readings()
                .all()
                .query(
                        new BeginsWith<>(new Reading.Key("S", null)),
                        QueryConfig.builder().pageSize(2).build());
        Offset<Reading.Key> offset =
                all.readings().all().offsetFromString(all.readings().all().offsetToString(page.offset()));
        assertThat(times(all.readings().all().query(new BeginsWith<>(new Reading.Key("S", null)), offset)))
                .containsExactly("9", "10", "100");
    }

    private static List<String> times(Page<?, Reading> page) {
        return page.contents().stream()
                .map(reading -> reading.time().toPlainString())
                .toList();
    }

    @Test
    void aNumberIsTheSameKeyHoweverItIsWritten() {
        Reading one = new Reading("S", new BigDecimal("1.0"), 2.5);
        all.readings().all().save(one);

        assertThat(all.batchLoad(at("1.00"), at("1")))
                .singleElement()
                .satisfies(found -> assertThat(((Reading) found).value()).isEqualTo(2.5));
        assertThat(all.transactionLoad(at("1.00"))
                        .get(at("1.00"), Reading.class)
                        .value())
                .isEqualTo(2.5);
    }

    @Test
    void bytesAreOrderedUnsigned() {
        List<Chunk> inOrder = List.of(Chunk.of(1), Chunk.of(1, 2), Chunk.of(127), Chunk.of(128), Chunk.of(255, 0));
        List<Chunk> shuffled = new ArrayList<>(inOrder);
        Collections.reverse(shuffled);
        shuffled.forEach(all.chunks().all()::save);
        InlineView<Chunk.Key, Chunk> chunks = all.chunks().all();

        assertThat(chunks.queryAllContents(new BeginsWith<>(new Chunk.Key("F", null))))
                .containsExactlyElementsOf(inOrder);
        assertThat(chunks.query(new BeginsWith<>(Chunk.of(1).key())).contents()).isEqualTo(inOrder.subList(0, 2));
        assertThat(chunks.query(new Between<>(Chunk.of(127).key(), Chunk.of(255).key()))
                        .contents())
                .isEqualTo(inOrder.subList(2, 4));
        assertThat(chunks.query(new Between<>(Chunk.of(128).key(), Chunk.of(127).key()))
                        .contents())
                .isEmpty();
        QueryConfig single = QueryConfig.builder().pageSize(1).build();
        List<Chunk> paged = new ArrayList<>();
        Page<Chunk.Key, Chunk> page = chunks.query(new BeginsWith<>(new Chunk.Key("F", null)), single);
        paged.addAll(page.contents());
        while (page.hasMorePages()) {
            Offset<Chunk.Key> offset = chunks.offsetFromString(chunks.offsetToString(page.offset()));
            page = chunks.query(new BeginsWith<>(new Chunk.Key("F", null)), single, offset);
            paged.addAll(page.contents());
        }
        assertThat(paged).isEqualTo(inOrder);
        assertThat(chunks.load(Chunk.of(128).key())).isEqualTo(Chunk.of(128));
    }

    @Test
    void aTableMayHaveNoSortKey() {
        Setting setting = new Setting(7, "on");
        all.settings().all().save(setting);

        assertThat(all.settings().all().load(new Setting.Key(7))).isEqualTo(setting);
        assertThat(all.settings()
                        .all()
                        .query(new BeginsWith<>(new Setting.Key(7)))
                        .contents())
                .containsExactly(setting);
        assertThat(all.settings().all().scanAllContents()).containsExactly(setting);
        assertThat(all.settings().all().deleteKey(new Setting.Key(7))).isEqualTo(setting);
    }
}
