package dev.tempest.tests.paths;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.map;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDocument;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import dev.tempest.Condition;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.ScanConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.faces.Sdk1Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

/** The same paths through SDK 1.x, whose mapper has converters of its own. */
class Sdk1PathsTest {
    @DynamoDbBean
    public static class Key {
        private String pk;

        @DynamoDbPartitionKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }
    }

    @DynamoDBDocument
    public static class Stage {
        private String title;
        private Integer places;

        static Stage of(String title, Integer places) {
            Stage stage = new Stage();
            stage.setTitle(title);
            stage.setPlaces(places);
            return stage;
        }

        @DynamoDBAttribute(attributeName = "t")
        public String getTitle() {
            return title;
        }

        public void setTitle(String title) {
            this.title = title;
        }

        public Integer getPlaces() {
            return places;
        }

        public void setPlaces(Integer places) {
            this.places = places;
        }
    }

    /** Stores a list in one string. */
    public static class Joined implements DynamoDBTypeConverter<String, List<String>> {
        @Override
        public String convert(List<String> words) {
            return String.join(",", words);
        }

        @Override
        public List<String> unconvert(String text) {
            return List.of(text.split(","));
        }
    }

    @DynamoDBTable(tableName = "parts")
    public static class Row {
        private String pk;
        private List<Stage> stages;
        private Map<String, Integer> bars;
        private Map<String, Stage> byName;
        private List<String> words;

        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        public List<Stage> getStages() {
            return stages;
        }

        public void setStages(List<Stage> stages) {
            this.stages = stages;
        }

        public Map<String, Integer> getBars() {
            return bars;
        }

        public void setBars(Map<String, Integer> bars) {
            this.bars = bars;
        }

        public Map<String, Stage> getByName() {
            return byName;
        }

        public void setByName(Map<String, Stage> byName) {
            this.byName = byName;
        }

        @DynamoDBTypeConverted(converter = Joined.class)
        public List<String> getWords() {
            return words;
        }

        public void setWords(List<String> words) {
            this.words = words;
        }
    }

    record Part(
            String pk, List<Stage> stages, Map<String, Integer> bars, Map<String, Stage> byName, List<String> words) {
        record Key(String pk) {}
    }

    interface Table extends LogicalTable<Row> {
        InlineView<Part.Key, Part> parts();
    }

    interface Db extends LogicalDb {
        Table parts();
    }

    private static final Part.Key KEY = new Part.Key("1");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("parts", Key.class));

    private InlineView<Part.Key, Part> parts;

    @BeforeEach
    void store() {
        parts = LogicalDb.create(
                        Db.class,
                        new DynamoDBMapper(
                                Sdk1Client.of(db.connection(), db.connection().endpoint(), 9)))
                .parts()
                .parts();
        parts.save(new Part(
                "1",
                List.of(Stage.of("Small", 50), Stage.of("Big", 900)),
                Map.of("north", 2),
                Map.of("Big", Stage.of("Big", 900)),
                List.of("a", "b")));
    }

    private boolean finds(Condition<Part> condition) {
        return !parts.scan(ScanConfig.builder().filter(condition).build())
                .contents()
                .isEmpty();
    }

    @Test
    void conditionsReachElementsAndValues() {
        assertThat(finds(list(Part::stages).at(1).then(Stage::getPlaces).eq(900)))
                .isTrue();
        assertThat(finds(attr((Part it) -> it.stages().get(0).getTitle()).eq("Small")))
                .isTrue();
        assertThat(finds(list(Part::stages).at(2).exists())).isFalse();
        assertThat(finds(map(Part::bars).at("north").gt(1))).isTrue();
        assertThat(finds(map(Part::byName).at("Big").then(Stage::getTitle).eq("Big")))
                .isTrue();
    }

    @Test
    void changesReachElementsAndValues() {
        Part after = parts.patch(
                KEY,
                changes(
                        list(Part::stages).at(0).then(Stage::getTitle).set("Tiny"),
                        list(Part::stages).at(1).set(Stage.of("Huge", 9_000)),
                        number(map(Part::bars).at("north")).add(3),
                        map(Part::bars).at("south").set(1),
                        map(Part::byName).at("Big").remove()));

        assertThat(after.stages()).extracting(Stage::getTitle).containsExactly("Tiny", "Huge");
        assertThat(after.bars()).containsOnly(Map.entry("north", 5), Map.entry("south", 1));
        assertThat(after.byName()).isEmpty();
    }

    @Test
    void whatAConverterStoresInItsOwnFormHasNoPaths() {
        assertThatThrownBy(() -> finds(list(Part::words).at(0).eq("a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Part.words is not stored as a set or list");
        assertThatThrownBy(() -> parts.increment(KEY, number(map(Part::bars).at("north")), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is a part of a value, which an increment cannot count in. Use patch with add");
    }
}
