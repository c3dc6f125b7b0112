package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is wrong with a model is said when the database is created: where, what, and what to do. */
class ModelChecksTest {
    /** The raw item type of most models here. */
    @DynamoDbBean
    public static class Thing {
        private String partition_key;
        private String sort_key;
        private String genre;
        private Integer year;
        private Instant released;
        private Instant released_millis;
        private List<String> tags;

        @DynamoDbPartitionKey
        public String getPartition_key() {
            return partition_key;
        }

        public void setPartition_key(String partition_key) {
            this.partition_key = partition_key;
        }

        @DynamoDbSortKey
        public String getSort_key() {
            return sort_key;
        }

        public void setSort_key(String sort_key) {
            this.sort_key = sort_key;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by_genre")
        public String getGenre() {
            return genre;
        }

        public void setGenre(String genre) {
            this.genre = genre;
        }

        @DynamoDbSecondarySortKey(indexNames = {"by_genre", "by_year"})
        public Integer getYear() {
            return year;
        }

        public void setYear(Integer year) {
            this.year = year;
        }

        public Instant getReleased() {
            return released;
        }

        public void setReleased(Instant released) {
            this.released = released;
        }

        @DynamoDbConvertedBy(MillisConverter.class)
        public Instant getReleased_millis() {
            return released_millis;
        }

        public void setReleased_millis(Instant released_millis) {
            this.released_millis = released_millis;
        }

        public List<String> getTags() {
            return tags;
        }

        public void setTags(List<String> tags) {
            this.tags = tags;
        }
    }

    /** Stores an instant as a number. */
    public static final class MillisConverter implements AttributeConverter<Instant> {
        @Override
        public AttributeValue transformFrom(Instant instant) {
            return AttributeValue.fromN(Long.toString(instant.toEpochMilli()));
        }

        @Override
        public Instant transformTo(AttributeValue value) {
            return Instant.ofEpochMilli(Long.parseLong(value.n()));
        }

        @Override
        public EnhancedType<Instant> type() {
            return EnhancedType.of(Instant.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.N;
        }
    }

    record Album(
            @Attribute(name = "partition_key") String token,
            @Attribute(prefix = "ALBUM_") String sort_key,
            String genre,
            Integer year) {
        record Key(String token, String sort_key) {}
    }

    interface Things extends LogicalTable<Thing> {}

    private final LogicalDb db = Unconnected.db();
    private final Things things = db.logicalTable("things", Things.class);

    private void assertRefused(Class<?> keyType, Class<?> itemType, String message) {
        assertThatThrownBy(() -> things.inlineView(keyType, itemType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private void assertIndexRefused(Class<?> offsetType, Class<?> itemType, String message) {
        assertThatThrownBy(() -> things.secondaryIndex(offsetType, itemType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static void assertDbRefused(Class<? extends LogicalDb> dbType, String message) {
        assertThatThrownBy(() -> LogicalDb.create(dbType, Unconnected.enhancedClient()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Nested
    class ItemTypes {
        record NoPartitionKey(@Attribute(prefix = "A_") String sort_key) {}

        @Test
        void needThePartitionKey() {
            assertRefused(
                    Album.Key.class,
                    NoPartitionKey.class,
                    "ModelChecksTest.ItemTypes.NoPartitionKey has no property for partition_key, the partition key of"
                            + " ModelChecksTest.Thing. Add a property partition_key, or put @Attribute(name ="
                            + " \"partition_key\") on the one that holds it.");
        }

        record NoSortKey(String partition_key) {}

        @Test
        void needTheSortKey() {
            assertRefused(
                    Album.Key.class,
                    NoSortKey.class,
                    "ModelChecksTest.ItemTypes.NoSortKey has no property for sort_key, the sort key of"
                            + " ModelChecksTest.Thing. Add a property sort_key, or put @Attribute(name = \"sort_key\") on"
                            + " the one that holds it.");
        }

        record NoPrefixEither(
                String partition_key,
                @Attribute(name = "sort_key") String name) {
            record Key(String partition_key, String name) {}
        }

        @Test
        void needAPrefixOnASortKeyOfTypeStringBesideOthers() {
            things.inlineView(Album.Key.class, Album.class);
            assertRefused(
                    NoPrefixEither.Key.class,
                    NoPrefixEither.class,
                    "ModelChecksTest.ItemTypes.NoPrefixEither is stored in the sort key sort_key without a prefix, which"
                            + " distinguishes its items from those of ModelChecksTest.Album. Give it one that no other type of the"
                            + " table has, such as NO_PREFIX_EITHER_, or give each of the two a prefix of its own in"
                            + " partition_key.");
        }

        @Test
        void needNoPrefixAlone() {
            assertThatCode(() -> things.inlineView(NoPrefixEither.Key.class, NoPrefixEither.class))
                    .doesNotThrowAnyException();
        }

        record Unknown(
                String partition_key,
                @Attribute(prefix = "A_") String sort_key,
                String gener) {}

        @Test
        void haveNoAttributeThatTheRawItemTypeLacks() {
            assertRefused(
                    Album.Key.class,
                    Unknown.class,
                    "ModelChecksTest.ItemTypes.Unknown.gener is stored in attribute gener, which ModelChecksTest.Thing"
                            + " does not have. Add gener to ModelChecksTest.Thing, or name another attribute with"
                            + " @Attribute(name = ...); its attributes are genre, partition_key, released, released_millis, sort_key, tags,"
                            + " year.");
        }

        record WrongType(
                String partition_key,
                @Attribute(prefix = "A_") String sort_key,
                Long year) {}

        record WrongElement(
                String partition_key,
                @Attribute(prefix = "A_") String sort_key,
                List<Integer> tags) {}

        record Unboxed(
                String partition_key,
                @Attribute(prefix = "A_") String sort_key,
                int year) {}

        @Test
        void haveTheTypesOfTheRawItemType() {
            assertRefused(
                    Album.Key.class,
                    WrongType.class,
                    "ModelChecksTest.ItemTypes.WrongType.year is a Long, but attribute year of ModelChecksTest.Thing is an"
                            + " Integer. Make both the same type.");
            assertRefused(
                    Album.Key.class,
                    WrongElement.class,
                    "ModelChecksTest.ItemTypes.WrongElement.tags is a List<Integer>, but attribute tags of"
                            + " ModelChecksTest.Thing is a List<String>. Make both the same type.");
        }

        @Test
        void mayUnboxTheTypesOfTheRawItemType() {
            record Key(String partition_key, String sort_key) {}
            assertThatCode(() -> things.inlineView(Key.class, Unboxed.class)).doesNotThrowAnyException();
        }

        record TwoConverters(
                @Attribute(name = "partition_key") String token,
                @Attribute(prefix = "A_") String sort_key,

                @Attribute(names = {"released", "released_millis"})
                Instant released) {}

        @Test
        void storeEachOfTheNamesAlike() {
            assertRefused(
                    Album.Key.class,
                    TwoConverters.class,
                    "ModelChecksTest.ItemTypes.TwoConverters.released is stored in released and released_millis, which"
                            + " ModelChecksTest.Thing converts differently. Give both attributes the same converter.");
        }

        record NameAndNames(
                @Attribute(name = "partition_key", names = "genre")
                String token,

                @Attribute(prefix = "A_") String sort_key) {}

        @Test
        void giveNameOrNamesButNotBoth() {
            assertRefused(
                    Album.Key.class,
                    NameAndNames.class,
                    "ModelChecksTest.ItemTypes.NameAndNames.token has an @Attribute with both name and names. Keep name for"
                            + " one attribute, or names for several.");
        }

        record NamesOfTwoTypes(
                @Attribute(names = {"partition_key", "year"})
                String token,

                @Attribute(prefix = "A_") String sort_key) {}

        @Test
        void storeAPropertyInAttributesOfOneType() {
            assertRefused(
                    Album.Key.class,
                    NamesOfTwoTypes.class,
                    "ModelChecksTest.ItemTypes.NamesOfTwoTypes.token is a String, but attribute year of"
                            + " ModelChecksTest.Thing is an Integer. Make both the same type.");
        }

        record SameName(
                @Attribute(names = {"partition_key", "partition_key"})
                String token,

                String sort_key) {}

        record SameAttribute(
                String partition_key,
                @Attribute(prefix = "A_") String sort_key,
                @Attribute(name = "genre") String a,

                @Attribute(names = {"genre", "partition_key"})
                String b) {}

        @Test
        void storeOnePropertyInAnAttribute() {
            assertRefused(
                    Album.Key.class,
                    SameAttribute.class,
                    "ModelChecksTest.ItemTypes.SameAttribute.b is stored in attribute genre, and so is"
                            + " ModelChecksTest.ItemTypes.SameAttribute.a. Give each its own attribute, or use"
                            + " @Attribute(names = ...) on one property.");
            assertRefused(
                    Album.Key.class,
                    SameName.class,
                    "ModelChecksTest.ItemTypes.SameName.token names attribute partition_key twice. Name it once.");
        }

        record PrefixedNumber(
                String partition_key,
                @Attribute(prefix = "A_") String sort_key,
                @Attribute(prefix = "Y_") Integer year) {}

        @Test
        void havePrefixesOnStringsOnly() {
            assertRefused(
                    Album.Key.class,
                    PrefixedNumber.class,
                    "ModelChecksTest.ItemTypes.PrefixedNumber.year has the prefix Y_, but is an Integer. Make it a String,"
                            + " or remove the prefix.");
        }

        record PointlessAllowEmpty(
                String partition_key,
                @Attribute(prefix = "A_") String sort_key,
                @Attribute(allowEmpty = true) String genre) {}

        @Test
        void allowEmptyOnlyWithAPrefix() {
            assertRefused(
                    Album.Key.class,
                    PointlessAllowEmpty.class,
                    "ModelChecksTest.ItemTypes.PointlessAllowEmpty.genre has allowEmpty, but no prefix: null is stored as no"
                            + " attribute anyway. Remove allowEmpty, or add the prefix.");
        }

        @SuppressWarnings("unused")
        static class AnnotatedTransient {
            @Attribute(name = "genre")
            private final transient String derived = "";
        }

        @SuppressWarnings("unused")
        static class AnnotatedMethod {
            private final String partition_key = "";

            @Attribute(name = "genre")
            String genre(int number) {
                return "";
            }
        }

        @SuppressWarnings("unused")
        static class TwoAnnotations {
            @Attribute(name = "genre")
            private final String a;

            TwoAnnotations(String a) {
                this.a = a;
            }

            @Attribute(name = "tags")
            public String getA() {
                return a;
            }
        }

        @Test
        void haveNoAnnotationWithoutEffect() {
            assertRefused(
                    Album.Key.class,
                    AnnotatedTransient.class,
                    "ModelChecksTest.ItemTypes.AnnotatedTransient.derived has an @Attribute, but is static or transient and"
                            + " so is not stored. Remove the annotation or the modifier.");
            assertRefused(
                    Album.Key.class,
                    AnnotatedMethod.class,
                    "ModelChecksTest.ItemTypes.AnnotatedMethod.genre() has an @Attribute, but reads no field and computes no"
                            + " value of an item. Make it a method without arguments that returns the value, or annotate"
                            + " the field.");
            assertRefused(
                    Album.Key.class,
                    TwoAnnotations.class,
                    "ModelChecksTest.ItemTypes.TwoAnnotations.a has one @Attribute on its field and another on its accessor."
                            + " Keep one of them.");
        }

        static class Base {
            protected String sort_key;
        }

        @SuppressWarnings("HidingField")
        static class Hiding extends Base {
            protected String sort_key;
        }

        @Test
        void hideNoInheritedField() {
            assertRefused(
                    Album.Key.class,
                    Hiding.class,
                    "ModelChecksTest.ItemTypes.Hiding.sort_key hides a field of a superclass. Give it another name.");
        }

        record Empty() {}

        @Test
        void haveProperties() {
            assertRefused(
                    Album.Key.class,
                    Empty.class,
                    "ModelChecksTest.ItemTypes.Empty has no properties. Give it a field for each attribute.");
        }
    }

    @Nested
    class Constructors {
        @SuppressWarnings("unused")
        static class Computing {
            private final String partition_key;

            @Attribute(prefix = "A_")
            private final String sort_key = "";

            Computing(int number) {
                this.partition_key = "" + number;
            }
        }

        @Test
        void mustTellWhichParameterSetsWhichField() {
            assertRefused(
                    Album.Key.class,
                    Computing.class,
                    "ModelChecksTest.Constructors.Computing has no usable constructor; (int): parameter 1 (int number) goes"
                            + " into partition_key, but not as it is; give it the name and the type of the field that it"
                            + " sets. Make it a record, or give it a constructor with a parameter for each field.");
        }

        @SuppressWarnings("unused")
        static class Ambiguous {
            private String partition_key;
            private String sort_key;
            private Integer year;

            Ambiguous(String partition_key, String sort_key) {
                this.partition_key = partition_key;
                this.sort_key = sort_key;
            }

            Ambiguous(String partition_key, Integer year) {
                this.partition_key = partition_key;
                this.year = year;
            }
        }

        @Test
        void mustNotBeOfEqualRight() {
            assertRefused(
                    Album.Key.class,
                    Ambiguous.class,
                    "ModelChecksTest.Constructors.Ambiguous is ambiguous: (String, Integer) and (String, String) set"
                            + " the same number of fields. Give it one with a parameter for each field.");
        }

        interface AnInterface {}

        abstract static class AnAbstractClass {}

        enum AnEnum {}

        @SuppressWarnings("ClassCanBeStatic")
        class Inner {}

        @Test
        void mustExist() {
            assertRefused(
                    Album.Key.class,
                    AnInterface.class,
                    "ModelChecksTest.Constructors.AnInterface cannot be made. Make it a record or a class that is not"
                            + " abstract, or make it sealed.");
            assertRefused(
                    Album.Key.class,
                    AnAbstractClass.class,
                    "ModelChecksTest.Constructors.AnAbstractClass cannot be made. Make it a record or a class that is not"
                            + " abstract, or make it sealed.");
            assertRefused(
                    Album.Key.class,
                    AnEnum.class,
                    "ModelChecksTest.Constructors.AnEnum cannot be made. Make it a record or a class that is not abstract.");
            assertRefused(
                    Album.Key.class,
                    Inner.class,
                    "ModelChecksTest.Constructors.Inner belongs to an object of its enclosing class. Make it a static"
                            + " class.");
        }
    }

    @Nested
    class KeyTypes {
        record Stray(String token, String sort_key, String nmae) {}

        record OtherType(String token, Integer sort_key) {}

        record Annotated(@Attribute(name = "partition_key") String token, String sort_key) {}

        record Incomplete(String token) {}

        record WithMore(String token, String sort_key, String genre) {}

        @Test
        void havePropertiesOfTheItemTypeOnly() {
            assertRefused(
                    Stray.class,
                    Album.class,
                    "ModelChecksTest.KeyTypes.Stray.nmae is not a property of ModelChecksTest.Album. Name it as the item type"
                            + " does, or make it transient.");
        }

        @Test
        void haveTheTypesOfTheItemType() {
            assertRefused(
                    OtherType.class,
                    Album.class,
                    "ModelChecksTest.KeyTypes.OtherType.sort_key is an Integer, but ModelChecksTest.Album.sort_key is a"
                            + " String. Make both the same type.");
        }

        @Test
        void haveNoAnnotationOfTheirOwn() {
            assertRefused(
                    Annotated.class,
                    Album.class,
                    "ModelChecksTest.KeyTypes.Annotated.token has an @Attribute of its own. Remove it:"
                            + " ModelChecksTest.Album.token says how it is stored.");
        }

        @Test
        void haveEveryKeyAttribute() {
            assertRefused(
                    Incomplete.class,
                    Album.class,
                    "ModelChecksTest.KeyTypes.Incomplete has no sort_key, which is stored in sort_key, a key attribute of"
                            + " the table. Add a property sort_key of type String.");
        }

        @Test
        void haveKeyAttributesOnly() {
            assertRefused(
                    WithMore.class,
                    Album.class,
                    "ModelChecksTest.KeyTypes.WithMore.genre is stored in genre, which is not a key attribute of the table."
                            + " Remove it from the key type.");
        }
    }

    @Nested
    class OffsetTypes {
        @ForIndex(name = "by_gnere")
        record UnknownIndex(String token, String sort_key, String genre, Integer year) {}

        @ForIndex(name = "by_genre")
        record WithoutIndexKey(String token, String sort_key, String genre) {}

        @ForIndex(name = "by_genre")
        record WithoutTableKey(String sort_key, String genre, Integer year) {}

        @ForIndex(name = "by_year")
        record ByYear(String token, String sort_key, Integer year) {}

        @ForIndex(name = "by_genre")
        record ByGenre(String token, String sort_key, String genre, Integer year) {}

        @ForIndex(name = "by_year")
        record BareByYear(String token, String sort_key) {}

        record Bare(
                @Attribute(name = "partition_key") String token,
                @Attribute(prefix = "B_") String sort_key) {}

        @Test
        void nameAnIndexOfTheTable() {
            assertIndexRefused(
                    UnknownIndex.class,
                    Album.class,
                    "ModelChecksTest.OffsetTypes.UnknownIndex is for index by_gnere, which ModelChecksTest.Thing does not"
                            + " have. Name one of its indexes: by_genre, by_year.");
        }

        @Test
        void haveEveryKeyOfTheIndex() {
            assertIndexRefused(
                    WithoutIndexKey.class,
                    Album.class,
                    "ModelChecksTest.OffsetTypes.WithoutIndexKey has no year, which is stored in year, a key attribute of"
                            + " index by_genre. Add a property year of type Integer.");
        }

        @Test
        void haveEveryKeyOfTheTable() {
            assertIndexRefused(
                    WithoutTableKey.class,
                    Album.class,
                    "ModelChecksTest.OffsetTypes.WithoutTableKey has no token, which is stored in partition_key, a key"
                            + " attribute of the table, needed to go on after a page. Add a property token of type"
                            + " String.");
        }

        @Test
        void belongToItemTypesInTheIndex() {
            assertIndexRefused(
                    BareByYear.class,
                    Bare.class,
                    "ModelChecksTest.OffsetTypes.Bare has no property for year, a key attribute of index by_year. Add one,"
                            + " or do not look at the type through this index.");
        }

        @Test
        void standForAnIndex() {
            assertIndexRefused(
                    Album.Key.class,
                    Album.class,
                    "ModelChecksTest.Album.Key is used as the offset type of a SecondaryIndex, but does not say of which."
                            + " Put @ForIndex(name = ...) on it.");
            assertRefused(
                    ByGenre.class,
                    Album.class,
                    "ModelChecksTest.OffsetTypes.ByGenre is the offset type of an index, but is used as the key of an"
                            + " InlineView. Declare a SecondaryIndex instead, or name a key type without @ForIndex.");
        }
    }

    @Nested
    class TypesOfOneTable {
        record Track(
                String partition_key,
                @Attribute(prefix = "T_") String sort_key) {
            record Key(String partition_key, String sort_key) {}
        }

        record TrackNote(
                String partition_key,
                @Attribute(prefix = "T_N_") String sort_key) {}

        @Test
        void haveNoPrefixThatBeginsWithAnother() {
            things.inlineView(Track.Key.class, Track.class);
            assertRefused(
                    Track.Key.class,
                    TrackNote.class,
                    "ModelChecksTest.TypesOfOneTable.TrackNote has the sort key prefix T_N_ and"
                            + " ModelChecksTest.TypesOfOneTable.Track has T_: one is the beginning of the other, so a query"
                            + " on ModelChecksTest.TypesOfOneTable.Track would meet items of both. Choose prefixes of which"
                            + " none begins with another.");
        }

        @Test
        void haveNoPrefixThatBeginsWithAnotherInEitherOrder() {
            things.inlineView(Track.Key.class, TrackNote.class);
            assertRefused(
                    Track.Key.class,
                    Track.class,
                    "ModelChecksTest.TypesOfOneTable.Track has the sort key prefix T_ and"
                            + " ModelChecksTest.TypesOfOneTable.TrackNote has T_N_: one is the beginning of the other, so a"
                            + " query on ModelChecksTest.TypesOfOneTable.Track would meet items of both. Choose prefixes of"
                            + " which none begins with another.");
        }

        @Test
        void areForgottenWhenTheyAreRefused() {
            assertThatThrownBy(() -> things.inlineView(KeyTypes.Stray.class, TrackNote.class))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThatCode(() -> things.inlineView(Track.Key.class, Track.class))
                    .doesNotThrowAnyException();
        }

        record Playlist(
                String partition_key,
                @Attribute(prefix = "T_") String sort_key,
                String genre) {}

        @Test
        void mayHaveTheVerySamePrefix() {
            things.inlineView(Track.Key.class, Track.class);
            assertThatCode(() -> things.inlineView(Track.Key.class, Playlist.class))
                    .doesNotThrowAnyException();
        }

        @DynamoDbBean
        public static class Reading {
            private String sensor;
            private Long time;

            @DynamoDbPartitionKey
            public String getSensor() {
                return sensor;
            }

            public void setSensor(String sensor) {
                this.sensor = sensor;
            }

            @DynamoDbSortKey
            public Long getTime() {
                return time;
            }

            public void setTime(Long time) {
                this.time = time;
            }
        }

        interface Readings extends LogicalTable<Reading> {}

        record Warmth(String sensor, long time) {
            record Key(String sensor, long time) {}
        }

        record Pressure(String sensor, long time) {}

        @Test
        void areOneOnlyIfTheSortKeyIsANumber() {
            Readings readings = db.logicalTable("readings", Readings.class);
            readings.inlineView(Warmth.Key.class, Warmth.class);

            assertThatThrownBy(() -> readings.inlineView(Warmth.Key.class, Pressure.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ModelChecksTest.TypesOfOneTable.Pressure shares its table with"
                            + " ModelChecksTest.TypesOfOneTable.Warmth, but the table has no sort key of type"
                            + " String, so nothing distinguishes their items. Give"
                            + " ModelChecksTest.TypesOfOneTable.Reading a String sort key, give each type a prefix of its"
                            + " own in sensor or a table of its own, or read one of them through indexes only.");
        }

        @Test
        void belongToOneRawItemTypeInATable() {
            record Bound(
                    String partition_key,
                    @Attribute(prefix = "B_") String sort_key) {
                record Key(String partition_key, String sort_key) {}
            }
            things.inlineView(Bound.Key.class, Bound.class);
            OtherThings elsewhere = db.logicalTable("others", OtherThings.class);
            OtherThings others = db.logicalTable("things", OtherThings.class);

            assertThatCode(() -> elsewhere.inlineView(Bound.Key.class, Bound.class))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> others.inlineView(Bound.Key.class, Bound.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ModelChecksTest.TypesOfOneTable.1Bound is in one table by two raw item types,"
                            + " ModelChecksTest.Thing and ModelChecksTest.OtherThing. Declare an item type for"
                            + " each.");
        }

        @Test
        void mayBelongToSeveralTablesOfOneRawItemType() {
            things.inlineView(Album.Key.class, Album.class);
            Things more = db.logicalTable("more_things", Things.class);

            assertThatCode(() -> more.inlineView(Album.Key.class, Album.class)).doesNotThrowAnyException();
        }
    }

    @DynamoDbBean
    public static class OtherThing extends Thing {}

    interface OtherThings extends LogicalTable<OtherThing> {}

    @Nested
    class RawItemTypes {
        public static class NoBean {}

        @DynamoDbBean
        public static class NoKey {
            private String name;

            public String getName() {
                return name;
            }

            public void setName(String name) {
                this.name = name;
            }
        }

        interface OfNoBean extends LogicalTable<NoBean> {}

        interface OfNoKey extends LogicalTable<NoKey> {}

        @Test
        void areAnnotatedForTheSdk() {
            assertThatThrownBy(() -> db.logicalTable("things", OfNoBean.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "ModelChecksTest.RawItemTypes.NoBean is not a raw item type that the SDK accepts (Class does not"
                                    + " appear to be a valid DynamoDb annotated class. [class = \"class"
                                    + " dev.tempest.sdk2.ModelChecksTest$RawItemTypes$NoBean\"]). Fix it as the SDK asks; it"
                                    + " needs @DynamoDbBean or @DynamoDbImmutable.");
        }

        @Test
        void haveAPartitionKey() {
            assertThatThrownBy(() -> db.logicalTable("things", OfNoKey.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ModelChecksTest.RawItemTypes.NoKey has no partition key for the table. Put"
                            + " @DynamoDbPartitionKey on the getter that holds it.");
        }

        @DynamoDbBean
        public static class Renamed extends Thing {
            private Integer number;

            @DynamoDbAttribute("n")
            public Integer getNumber() {
                return number;
            }

            public void setNumber(Integer number) {
                this.number = number;
            }
        }

        interface OfRenamed extends LogicalTable<Renamed> {}

        record RenamedItem(
                String partition_key,
                @Attribute(prefix = "A_") String sort_key,
                String n) {}

        @Test
        void tellTheTypeOfARenamedAttribute() {
            OfRenamed table = db.logicalTable("things", OfRenamed.class);

            assertThatThrownBy(() -> table.inlineView(Album.Key.class, RenamedItem.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("ModelChecksTest.RawItemTypes.RenamedItem.n is a String, but attribute n of"
                            + " ModelChecksTest.RawItemTypes.Renamed is an Integer. Make both the same type.");
        }
    }

    @Nested
    class Interfaces {
        interface Unnamed extends LogicalDb {
            Things things();
        }

        interface Blank extends LogicalDb {
            @TableName("")
            Things things();
        }

        @Test
        void nameTheirTables() {
            assertDbRefused(
                    Unnamed.class,
                    "ModelChecksTest.Interfaces.Unnamed.things() does not say which DynamoDB table it is. Put"
                            + " @TableName(\"...\") on it, or create the database with a TableNameResolver.");
            assertDbRefused(
                    Blank.class,
                    "ModelChecksTest.Interfaces.Blank.things() does not say which DynamoDB table it is. Put"
                            + " @TableName(\"...\") on it, or create the database with a TableNameResolver.");
        }

        @Test
        void getATableNameFromTheirResolver() {
            assertThatThrownBy(() -> LogicalDb.create(
                            Unnamed.class, Unconnected.enhancedClient(), (tableType, declared) -> null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "ModelChecksTest.Interfaces.Unnamed.things() got no name from the TableNameResolver. Let it"
                                    + " return a name for ModelChecksTest.Things.");
        }

        interface NoTable extends LogicalDb {
            String things();
        }

        interface TableOfSomething extends LogicalDb {
            @TableName("things")
            Things things(String which);
        }

        @Test
        void declareTables() {
            assertDbRefused(
                    NoTable.class,
                    "ModelChecksTest.Interfaces.NoTable.things() does not return a table. Let it return an interface that extends"
                            + " LogicalTable, without arguments, or give it a body.");
            assertDbRefused(
                    TableOfSomething.class,
                    "ModelChecksTest.Interfaces.TableOfSomething.things() does not return a table. Let it return an interface that"
                            + " extends LogicalTable, without arguments, or give it a body.");
        }

        interface NoView extends LogicalTable<Thing> {
            List<Album> albums();
        }

        interface ViewOfSomething extends LogicalTable<Thing> {
            InlineView<Album.Key, Album> albums(String token);
        }

        interface RawView extends LogicalTable<Thing> {
            InlineView<?, Album> albums();
        }

        @Test
        void declareViews() {
            assertThatThrownBy(() -> db.logicalTable("things", NoView.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "ModelChecksTest.Interfaces.NoView.albums() does not return a view. Let it return InlineView,"
                                    + " SecondaryIndex or ItemCollection, without arguments, or give it a body.");
            assertThatThrownBy(() -> db.logicalTable("things", ViewOfSomething.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "ModelChecksTest.Interfaces.ViewOfSomething.albums() does not return a view. Let it return InlineView,"
                                    + " SecondaryIndex or ItemCollection, without arguments, or give it a body.");
            assertThatThrownBy(() -> db.logicalTable("things", RawView.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "ModelChecksTest.Interfaces.RawView.albums() does not name its key type and its item type."
                                    + " Let it return InlineView<YourKey, YourItem>, both of them classes.");
        }

        @SuppressWarnings("rawtypes")
        interface WithoutRawType extends LogicalTable {}

        @Test
        void nameTheRawItemType() {
            assertThatThrownBy(() -> db.logicalTable("things", WithoutRawType.class))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "ModelChecksTest.Interfaces.WithoutRawType does not name its raw item type. Let it extend"
                                    + " LogicalTable<YourRawItem>.");
        }

        abstract static class NoInterface implements LogicalDb {}

        @Test
        void areInterfaces() {
            assertDbRefused(
                    NoInterface.class,
                    "ModelChecksTest.Interfaces.NoInterface is not an interface. Make it an interface that extends LogicalDb.");
        }

        record Misspelt(
                @Attribute(name = "partition_kye") String token,
                @Attribute(prefix = "A_") String sort_key) {
            record Key(String token, String sort_key) {}
        }

        interface Deep extends LogicalDb {
            @TableName("things")
            DeepTable things();
        }

        interface DeepTable extends LogicalTable<Thing> {
            InlineView<Album.Key, Album> albums();

            InlineView<Misspelt.Key, Misspelt> misspelt();
        }

        @Test
        void areCheckedWhollyWhenTheDatabaseIsCreated() {
            assertDbRefused(
                    Deep.class,
                    "ModelChecksTest.Interfaces.Misspelt.token is stored in attribute partition_kye, which"
                            + " ModelChecksTest.Thing does not have. Add partition_kye to ModelChecksTest.Thing, or name"
                            + " another attribute with @Attribute(name = ...); its attributes are genre, partition_key,"
                            + " released, released_millis, sort_key, tags, year.");
        }

        interface Sound extends LogicalDb {
            @TableName("things")
            SoundTable things();
        }

        interface SoundTable extends LogicalTable<Thing> {
            InlineView<Album.Key, Album> albums();

            SecondaryIndex<OffsetTypes.ByGenre, Album> albumsByGenre();

            SecondaryIndex<OffsetTypes.ByYear, Album> albumsByYear();
        }

        @Test
        void areMadeWithoutARequest() {
            Sound sound = LogicalDb.create(Sound.class, Unconnected.enhancedClient());

            assertThat(sound.things().tableName()).isEqualTo("things");
        }
    }
}
