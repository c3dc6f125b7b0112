package dev.tempest.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBFlattened;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.SaveBehavior;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameOverride;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is wrong with a model is said when the database is created, before anything is sent. */
class ModelChecksTest {
    private static final AmazonDynamoDB UNCONNECTED = (AmazonDynamoDB) Proxy.newProxyInstance(
            ModelChecksTest.class.getClassLoader(),
            new Class<?>[] {AmazonDynamoDB.class},
            (proxy, method, arguments) -> {
                throw new AssertionError("Nothing may be sent: " + method);
            });

    /** Stores a text backwards. */
    public static final class Backwards implements DynamoDBTypeConverter<String, String> {
        @Override
        public String convert(String text) {
            return new StringBuilder(text).reverse().toString();
        }

        @Override
        public String unconvert(String text) {
            return convert(text);
        }
    }

    /** Two attributes in an object of their own. */
    public static class Size {
        private Integer width;
        private Integer height;

        public Integer getWidth() {
            return width;
        }

        public void setWidth(Integer width) {
            this.width = width;
        }

        public Integer getHeight() {
            return height;
        }

        public void setHeight(Integer height) {
            this.height = height;
        }
    }

    @DynamoDBTable(tableName = "things")
    public static class Thing {
        @DynamoDBHashKey(attributeName = "partition_key")
        private String token;

        private String sort_key;

        @DynamoDBIndexHashKey(globalSecondaryIndexName = "by_genre", attributeName = "kind")
        private String genre;

        private Integer year;
        private List<String> tags;
        private String backwards;
        private Size size;

        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }

        @DynamoDBRangeKey
        public String getSort_key() {
            return sort_key;
        }

        public void setSort_key(String sort_key) {
            this.sort_key = sort_key;
        }

        public String getGenre() {
            return genre;
        }

        public void setGenre(String genre) {
            this.genre = genre;
        }

        @DynamoDBIndexRangeKey(globalSecondaryIndexName = "by_genre", localSecondaryIndexName = "by_year")
        public Integer getYear() {
            return year;
        }

        public void setYear(Integer year) {
            this.year = year;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }

        @DynamoDBTypeConverted(converter = Backwards.class)
        public String getBackwards() {
            return backwards;
        }

        public void setBackwards(String backwards) {
            this.backwards = backwards;
        }

        @DynamoDBFlattened(
                attributes = {
                    @DynamoDBAttribute(mappedBy = "width", attributeName = "size_width"),
                    @DynamoDBAttribute(mappedBy = "height", attributeName = "size_height")
                })
        public Size getSize() {
            return size;
        }

        public void setSize(Size size) {
            this.size = size;
        }
    }

    record Album(
            @Attribute(name = "partition_key") String token,
            @Attribute(prefix = "ALBUM_") String sort_key,
            @Attribute(name = "kind") String genre,
            Integer year,
            List<String> tags,
            String backwards,
            Integer size_width) {
        record Key(String token, String sort_key) {}

        @ForIndex(name = "by_genre")
        record ByGenre(String genre, Integer year, String token, String sort_key) {}

        @ForIndex(name = "by_year")
        record ByYear(Integer year, String token, String sort_key) {}
    }

    interface Things extends LogicalTable<Thing> {
        InlineView<Album.Key, Album> albums();

        SecondaryIndex<Album.ByGenre, Album> albumsByGenre();

        SecondaryIndex<Album.ByYear, Album> albumsByYear();
    }

    interface ThingDb extends LogicalDb {
        Things things();
    }

    private static LogicalDb db() {
        return LogicalDb.create(LogicalDb.class, new DynamoDBMapper(UNCONNECTED));
    }

    private static void assertRefused(Class<?> keyType, Class<?> itemType, String message) {
        Things things = db().logicalTable("things", Things.class);
        assertThatThrownBy(() -> things.inlineView(keyType, itemType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void assertDbRefused(Class<? extends LogicalDb> dbType, String message) {
        assertThatThrownBy(() -> LogicalDb.create(dbType, new DynamoDBMapper(UNCONNECTED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aRightModelIsMadeWithoutARequest() {
        ThingDb db = LogicalDb.create(ThingDb.class, new DynamoDBMapper(UNCONNECTED));

        assertThat(db).hasToString("ModelChecksTest.ThingDb[things]");
        assertThat(db.things().codec(Album.class).toDb(new Album("T", "1", "rock", 1, List.of("a"), "abc", 7)))
                .satisfies(thing -> {
                    assertThat(thing.getToken()).isEqualTo("T");
                    assertThat(thing.getSort_key()).isEqualTo("ALBUM_1");
                    assertThat(thing.getBackwards()).isEqualTo("abc");
                    assertThat(thing.getSize().getWidth()).isEqualTo(7);
                    assertThat(thing.getSize().getHeight()).isNull();
                });
    }

    record Unknown(
            @Attribute(name = "partition_key") String token,
            @Attribute(prefix = "U_") String sort_key,
            String label) {
        record Key(String token, String sort_key) {}
    }

    @Test
    void anItemTypeHasNoAttributeThatTheRawOneLacks() {
        assertRefused(
                Unknown.Key.class,
                Unknown.class,
                "ModelChecksTest.Unknown.label is stored in attribute label, which ModelChecksTest.Thing does not have."
                        + " Add label to ModelChecksTest.Thing, or name another attribute with @Attribute(name = ...);"
                        + " its attributes are backwards, kind, partition_key, size_height, size_width, sort_key, tags,"
                        + " year.");
    }

    record Renamed(
            @Attribute(name = "partition_key") Integer token,
            @Attribute(prefix = "U_") String sort_key) {
        record Key(Integer token, String sort_key) {}
    }

    record Generic(
            @Attribute(name = "partition_key") String token,
            @Attribute(prefix = "U_") String sort_key,
            List<Integer> tags) {
        record Key(String token, String sort_key) {}
    }

    record Flattened(
            @Attribute(name = "partition_key") String token,
            @Attribute(prefix = "U_") String sort_key,
            Long size_height) {
        record Key(String token, String sort_key) {}
    }

    @Test
    void anItemTypeHasTheTypesOfTheRawOne() {
        assertRefused(
                Renamed.Key.class,
                Renamed.class,
                "ModelChecksTest.Renamed.token is an Integer, but attribute partition_key of ModelChecksTest.Thing is a"
                        + " String. Make both the same type.");
        assertRefused(
                Generic.Key.class,
                Generic.class,
                "ModelChecksTest.Generic.tags is a List<Integer>, but attribute tags of ModelChecksTest.Thing is a"
                        + " List<String>. Make both the same type.");
        assertRefused(
                Flattened.Key.class,
                Flattened.class,
                "ModelChecksTest.Flattened.size_height is a Long, but attribute size_height of ModelChecksTest.Thing is"
                        + " an Integer. Make both the same type.");
    }

    record Twice(
            @Attribute(name = "partition_key") String token,
            @Attribute(prefix = "U_") String sort_key,
            @Attribute(names = {"kind", "backwards"}) String label) {
        record Key(String token, String sort_key) {}
    }

    @Test
    void theNamesOfOnePropertyAreStoredAlike() {
        assertRefused(
                Twice.Key.class,
                Twice.class,
                "ModelChecksTest.Twice.label is stored in kind and backwards, which ModelChecksTest.Thing converts"
                        + " differently. Give both attributes the same converter.");
    }

    @ForIndex(name = "by_color")
    record ByColor(String token, String sort_key) {}

    @Test
    void anOffsetTypeIsForAnIndexOfTheTable() {
        Things things = db().logicalTable("things", Things.class);

        assertThatThrownBy(() -> things.secondaryIndex(ByColor.class, Album.class))
                .hasMessage("ModelChecksTest.ByColor is for index by_color, which ModelChecksTest.Thing does not have."
                        + " Name one of its indexes: by_genre, by_year.");
        assertThatThrownBy(() -> things.secondaryIndex(Album.Key.class, Album.class))
                .hasMessageContaining("is used as the offset type of a SecondaryIndex, but does not say of which");
        assertThatThrownBy(() -> things.inlineView(Album.ByYear.class, Album.class))
                .hasMessageContaining("is the offset type of an index, but is used as the key of an InlineView");
    }

    record Other(
            @Attribute(name = "partition_key") String token,
            @Attribute(prefix = "ALBUM_X_") String sort_key) {
        record Key(String token, String sort_key) {}
    }

    @Test
    void prefixesDoNotBeginWithAnother() {
        assertRefused(
                Other.Key.class,
                Other.class,
                "ModelChecksTest.Other has the sort key prefix ALBUM_X_ and ModelChecksTest.Album has ALBUM_: one is the"
                        + " beginning of the other, so a query on ModelChecksTest.Album would meet items of both. Choose"
                        + " prefixes of which none begins with another.");
    }

    public static class Unannotated {
        private String id;

        @DynamoDBHashKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    @DynamoDBTable(tableName = "keyless")
    public static class Keyless {
        private String id;

        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    interface UnannotatedTable extends LogicalTable<Unannotated> {}

    interface KeylessTable extends LogicalTable<Keyless> {}

    interface UnannotatedDb extends LogicalDb {
        UnannotatedTable table();
    }

    interface KeylessDb extends LogicalDb {
        KeylessTable table();
    }

    @Test
    void aRawItemTypeIsOneThatTheMapperAccepts() {
        assertThatThrownBy(() -> LogicalDb.create(KeylessDb.class, new DynamoDBMapper(UNCONNECTED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ModelChecksTest.Keyless is not a raw item type that the mapper accepts (")
                .hasMessageContaining("no mapping for HASH key")
                .hasMessageEndingWith(
                        "it needs @DynamoDBTable, and @DynamoDBHashKey on the getter of its partition key.");
        assertThatThrownBy(() -> LogicalDb.create(UnannotatedDb.class, new DynamoDBMapper(UNCONNECTED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ModelChecksTest.Unannotated does not say which DynamoDB table it is (")
                .hasMessageEndingWith(
                        "). Put @DynamoDBTable(tableName = ...) on it, or @TableName on the table method.");
    }

    interface NoTable extends LogicalDb {
        String name();
    }

    interface NoView extends LogicalTable<Thing> {
        List<Album> albums();
    }

    interface NoViewDb extends LogicalDb {
        NoView things();
    }

    @SuppressWarnings("rawtypes")
    interface RawView extends LogicalTable<Thing> {
        InlineView albums();
    }

    interface RawViewDb extends LogicalDb {
        RawView things();
    }

    @Test
    void aDatabaseDeclaresTablesAndATableViews() {
        assertDbRefused(
                NoTable.class,
                "ModelChecksTest.NoTable.name() does not return a table. Let it return an interface that extends LogicalTable,"
                        + " without arguments, or give it a body.");
        assertDbRefused(
                NoViewDb.class,
                "ModelChecksTest.NoView.albums() does not return a view. Let it return InlineView or SecondaryIndex, without"
                        + " arguments, or give it a body.");
        assertDbRefused(
                RawViewDb.class,
                "ModelChecksTest.RawView.albums() does not name its key type and its item type. Let it return"
                        + " InlineView<YourKey, YourItem>, both of them classes.");
    }

    interface NamedDb extends LogicalDb {
        @TableName("declared")
        Things things();

        Things others();
    }

    private static NamedDb named(DynamoDBMapperConfig mappers, DynamoDBMapperConfig own) {
        DynamoDBMapper mapper = new DynamoDBMapper(UNCONNECTED, mappers);
        return own == null ? LogicalDb.create(NamedDb.class, mapper) : LogicalDb.create(NamedDb.class, mapper, own);
    }

    private static DynamoDBMapperConfig override(TableNameOverride override) {
        return DynamoDBMapperConfig.builder().withTableNameOverride(override).build();
    }

    @Test
    void tablesAreNamedByTheMethodTheClassAndTheConfiguration() {
        assertThat(named(DynamoDBMapperConfig.DEFAULT, null)).hasToString("ModelChecksTest.NamedDb[declared, things]");
        assertThat(named(override(TableNameOverride.withTableNamePrefix("test-")), null))
                .hasToString("ModelChecksTest.NamedDb[test-declared, test-things]");
        assertThat(named(
                        override(TableNameOverride.withTableNamePrefix("test-")),
                        override(TableNameOverride.withTableNamePrefix("own-"))))
                .hasToString("ModelChecksTest.NamedDb[own-declared, own-things]");
        assertThat(named(override(TableNameOverride.withTableNameReplacement("all")), null))
                .hasToString("ModelChecksTest.NamedDb[all]");
        DynamoDBMapperConfig resolver = DynamoDBMapperConfig.builder()
                .withTableNameResolver((type, config) ->
                        "dev." + DynamoDBMapperConfig.DefaultTableNameResolver.INSTANCE.getTableName(type, config))
                .build();
        assertThat(named(resolver, null)).hasToString("ModelChecksTest.NamedDb[dev.declared, dev.things]");
        DynamoDBMapperConfig nameless = DynamoDBMapperConfig.builder()
                .withTableNameResolver((type, config) -> "")
                .build();
        assertThatThrownBy(() -> named(nameless, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ModelChecksTest.Thing got no table name from the mapper's TableNameResolver. Let it return"
                        + " one.");
    }

    @Test
    void aSaveReplacesAllAttributesSoOtherBehavioursAreRefused() {
        DynamoDBMapper mapper = new DynamoDBMapper(UNCONNECTED, SaveBehavior.UPDATE_SKIP_NULL_ATTRIBUTES.config());

        assertThatThrownBy(() -> LogicalDb.create(ThingDb.class, mapper))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The mapper's save behaviour UPDATE_SKIP_NULL_ATTRIBUTES keeps stored attributes, but a"
                                + " save through a view replaces them all.");
        assertThat(LogicalDb.create(ThingDb.class, mapper, SaveBehavior.PUT.config()))
                .isNotNull();
    }

    @Test
    void aTableIsOneTableWhateverTheObject() {
        DynamoDBMapperConfig config = DynamoDBMapperConfig.builder()
                .withObjectTableNameResolver((object, all) -> "any")
                .build();

        assertThatThrownBy(() -> LogicalDb.create(ThingDb.class, new DynamoDBMapper(UNCONNECTED, config)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The mapper has an ObjectTableNameResolver, which finds a table for each object, but a"
                                + " LogicalTable is one table.");
    }

    @Test
    void aMapperWithoutAClientIsRefused() {
        assertThatThrownBy(() -> LogicalDb.create(ThingDb.class, new DynamoDBMapper(null)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not return its client: use LogicalDb.builder(...) with client(...)");
        assertThatThrownBy(() -> LogicalDb.builder(ThingDb.class).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("call dynamoDbMapper(...)");
        assertThat(LogicalDb.builder(ThingDb.class).client(UNCONNECTED).build()).isNotNull();
    }
}
