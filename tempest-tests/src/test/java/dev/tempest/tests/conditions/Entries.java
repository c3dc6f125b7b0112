package dev.tempest.tests.conditions;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDocument;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel.DynamoDBAttributeType;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTyped;
import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items with an attribute of each type, any of which may be absent, NULL, or of another type. */
final class Entries {
    static final String TABLE = "entries";

    private Entries() {}

    record Entry(
            @Attribute(name = "pk") String id,
            String word,
            String other,
            @Attribute(prefix = "OWNER_") String owner,
            Long plays,
            Long likes,
            Boolean open,
            Set<String> tags,
            Set<Integer> ratings,
            List<String> verses,
            Map<String, Long> counts,
            Label label) {
        record Key(String id) {}
    }

    interface Table extends LogicalTable<Row> {
        InlineView<Entry.Key, Entry> entries();
    }

    interface Db extends LogicalDb {
        @TableName(TABLE)
        Table table();
    }

    interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<Row> {
        dev.tempest.sdk1.InlineView<Entry.Key, Entry> entries();
    }

    interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table table();
    }

    /** So many items, the same for the same seed. */
    static List<Map<String, AttributeValue>> items(int count, long seed) {
        Random random = new Random(seed);
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, AttributeValue> item = new HashMap<>();
            item.put("pk", AttributeValue.fromS("item " + i));
            put(item, "word", random, () -> text(RandomConditions.TEXTS, random));
            put(item, "other", random, () -> text(RandomConditions.TEXTS, random));
            put(
                    item,
                    "owner",
                    random,
                    () -> AttributeValue.fromS("OWNER_" + ascii(random).s()));
            put(item, "plays", random, () -> number(random));
            put(item, "likes", random, () -> number(random));
            put(item, "open", random, () -> AttributeValue.fromBool(random.nextBoolean()));
            put(item, "tags", random, () -> AttributeValue.fromSs(some(RandomConditions.TAGS, random)));
            put(item, "ratings", random, () -> AttributeValue.fromNs(some(List.of("1", "2", "3"), random)));
            put(
                    item,
                    "verses",
                    random,
                    () -> AttributeValue.fromL(some(RandomConditions.TAGS, random).stream()
                            .map(AttributeValue::fromS)
                            .toList()));
            put(item, "counts", random, () -> counts(random));
            put(item, "label", random, () -> label(random));
            items.add(item);
        }
        return items;
    }

    private static void put(
            Map<String, AttributeValue> item, String attribute, Random random, Supplier<AttributeValue> value) {
        switch (random.nextInt(10)) {
            case 0, 1 -> item.remove(attribute);
            case 2 -> item.put(attribute, AttributeValue.fromNul(true));
            case 3 -> item.put(attribute, ofAnyType(random));
            default -> item.put(attribute, value.get());
        }
    }

    private static AttributeValue ofAnyType(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> ascii(random);
            case 1 -> number(random);
            case 2 -> AttributeValue.fromBool(true);
            case 3 -> AttributeValue.fromSs(some(RandomConditions.TAGS, random));
            case 4 -> AttributeValue.fromL(List.of(ascii(random), number(random)));
            default -> label(random);
        };
    }

    private static AttributeValue ascii(Random random) {
        return text(RandomConditions.ASCII, random);
    }

    private static AttributeValue text(List<String> texts, Random random) {
        return AttributeValue.fromS(texts.get(random.nextInt(texts.size())));
    }

    private static AttributeValue number(Random random) {
        return AttributeValue.fromN(
                List.of("-1", "0", "1", "2.5", "3", "3.0", "10").get(random.nextInt(7)));
    }

    private static AttributeValue label(Random random) {
        Map<String, AttributeValue> label = new HashMap<>();
        for (String attribute : List.of("city", "founded")) {
            put(label, attribute, random, () -> attribute.equals("city") ? ascii(random) : number(random));
        }
        return AttributeValue.fromM(label);
    }

    private static AttributeValue counts(Random random) {
        Map<String, AttributeValue> counts = new HashMap<>();
        put(counts, "a.b", random, () -> number(random));
        put(counts, "c", random, () -> number(random));
        return AttributeValue.fromM(counts);
    }

    private static List<String> some(List<String> values, Random random) {
        int from = random.nextInt(values.size());
        return values.subList(from, from + 1 + random.nextInt(values.size() - from));
    }

    /** A value that is stored as a map. */
    @DynamoDbBean
    @DynamoDBDocument
    public static class Label {
        private String city;
        private Integer founded;

        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }

        public Integer getFounded() {
            return founded;
        }

        public void setFounded(Integer founded) {
            this.founded = founded;
        }
    }

    @DynamoDbBean
    @DynamoDBTable(tableName = TABLE)
    public static class Row {
        private String pk;
        private String word;
        private String other;
        private String owner;
        private Long plays;
        private Long likes;
        private Boolean open;
        private Set<String> tags;
        private Set<Integer> ratings;
        private List<String> verses;
        private Map<String, Long> counts;
        private Label label;

        @DynamoDbPartitionKey
        @DynamoDBHashKey
        public String getPk() {
            return pk;
        }

        public void setPk(String pk) {
            this.pk = pk;
        }

        public String getWord() {
            return word;
        }

        public void setWord(String word) {
            this.word = word;
        }

        public String getOther() {
            return other;
        }

        public void setOther(String other) {
            this.other = other;
        }

        public String getOwner() {
            return owner;
        }

        public void setOwner(String owner) {
            this.owner = owner;
        }

        public Long getPlays() {
            return plays;
        }

        public void setPlays(Long plays) {
            this.plays = plays;
        }

        public Long getLikes() {
            return likes;
        }

        public void setLikes(Long likes) {
            this.likes = likes;
        }

        @DynamoDBTyped(DynamoDBAttributeType.BOOL)
        public Boolean getOpen() {
            return open;
        }

        public void setOpen(Boolean open) {
            this.open = open;
        }

        public Set<String> getTags() {
            return tags;
        }

        public void setTags(Set<String> tags) {
            this.tags = tags;
        }

        public Set<Integer> getRatings() {
            return ratings;
        }

        public void setRatings(Set<Integer> ratings) {
            this.ratings = ratings;
        }

        public List<String> getVerses() {
            return verses;
        }

        public void setVerses(List<String> verses) {
            this.verses = verses;
        }

        public Map<String, Long> getCounts() {
            return counts;
        }

        public void setCounts(Map<String, Long> counts) {
            this.counts = counts;
        }

        public Label getLabel() {
            return label;
        }

        public void setLabel(Label label) {
            this.label = label;
        }
    }
}
