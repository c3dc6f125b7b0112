package dev.tempest.tests.paths;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Concerts, with lists of records, maps from keys to values, and both in one another. */
final class Concerts {
    private Concerts() {}

    enum Day {
        FRIDAY,
        SATURDAY
    }

    record Song(String title, @Attribute(name = "len") Long seconds) {}

    record Concert(
            @Attribute(name = "pk") String town,
            @Attribute(name = "sk", prefix = "CONCERT_") String name,
            List<Song> songs,
            Map<String, Long> tickets,
            Map<Day, Song> openers,
            Map<String, List<Song>> encores,
            List<List<Integer>> seats,
            @Version Long version) {
        record Key(String town, String name) {}

        static Concert of(List<Song> songs, Map<String, Long> tickets, Map<Day, Song> openers) {
            return new Concert("Rome", "live", songs, tickets, openers, null, null, null);
        }
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface ConcertTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Concert.Key, Concert> concerts();
    }

    interface Db extends LogicalDb {
        @TableName("concerts")
        ConcertTable concerts();
    }

    /** A raw item with the same key, and all that a bean can have within it. */
    @DynamoDbBean
    public static class Row {
        private String town;
        private String part;
        private Venue venue;
        private List<Stage> stages;
        private Map<String, Integer> bars;
        private Map<String, Stage> byName;

        @DynamoDbPartitionKey
        @DynamoDbAttribute("pk")
        public String getTown() {
            return town;
        }

        public void setTown(String town) {
            this.town = town;
        }

        @DynamoDbSortKey
        @DynamoDbAttribute("sk")
        public String getPart() {
            return part;
        }

        public void setPart(String part) {
            this.part = part;
        }

        @DynamoDbFlatten
        public Venue getVenue() {
            return venue;
        }

        public void setVenue(Venue venue) {
            this.venue = venue;
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
    }

    /** Its attributes are those of the row. */
    @DynamoDbBean
    public static class Venue {
        private String street;
        private Stage main;

        @DynamoDbAttribute("st")
        public String getStreet() {
            return street;
        }

        public void setStreet(String street) {
            this.street = street;
        }

        public Stage getMain() {
            return main;
        }

        public void setMain(Stage main) {
            this.main = main;
        }
    }

    @DynamoDbBean
    public static class Stage {
        private String title;
        private Integer places;

        public static Stage of(String title, Integer places) {
            Stage stage = new Stage();
            stage.setTitle(title);
            stage.setPlaces(places);
            return stage;
        }

        @DynamoDbAttribute("t")
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

    record Part(
            @Attribute(name = "pk") String town,
            @Attribute(name = "sk") String part,
            List<Stage> stages,
            Map<String, Integer> bars,
            Map<String, Stage> byName) {
        record Key(String town, String part) {}
    }

    interface RowTable extends LogicalTable<Row> {
        InlineView<Part.Key, Part> parts();
    }

    interface RowDb extends LogicalDb {
        @TableName("concerts")
        RowTable concerts();
    }
}
