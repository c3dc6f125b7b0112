package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.mapper.Order;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;

/** Which item types a table and its indexes may have together. */
class IndexModelsTest {
    private final LogicalDb db = Unconnected.db();

    @DynamoDbBean
    public static class UserRow {
        private String id;
        private String email;
        private String name;
        private String country;
        private String city;

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by_email")
        public String getEmail() {
            return email;
        }

        public void setEmail(String email) {
            this.email = email;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by_place", order = Order.FIRST)
        public String getCountry() {
            return country;
        }

        public void setCountry(String country) {
            this.country = country;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by_place", order = Order.SECOND)
        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }
    }

    interface Users extends LogicalTable<UserRow> {}

    record User(String id, String email, String name, String city) {
        record Key(String id) {}
    }

    record Address(String id, String email) {
        @ForIndex(name = "by_email")
        record ByEmail(String email, String id) {}

        record Key(String id) {}
    }

    @Test
    void aTableWithoutASortKeyMayHaveASmallItemTypeForAnIndex() {
        Users users = db.logicalTable("users", Users.class);

        users.inlineView(User.Key.class, User.class);
        assertThatCode(() -> users.secondaryIndex(Address.ByEmail.class, Address.class))
                .doesNotThrowAnyException();

        assertThatThrownBy(() -> users.inlineView(Address.Key.class, Address.class))
                .hasMessage(
                        "IndexModelsTest.Address shares its table with IndexModelsTest.User, but the table has no sort"
                                + " key of type String, so nothing distinguishes their items. Give IndexModelsTest.UserRow a String"
                                + " sort key, give each type a prefix of its own in id or a table of its own, or read one of them"
                                + " through indexes only.");
    }

    @Test
    void aSmallItemTypeForAnIndexMayComeFirst() {
        Users users = db.logicalTable("users", Users.class);

        users.secondaryIndex(Address.ByEmail.class, Address.class);
        assertThatCode(() -> users.inlineView(User.Key.class, User.class)).doesNotThrowAnyException();
    }

    record Member(@Attribute(prefix = "MEMBER_") String id, String name) {
        record Key(String id) {}
    }

    record Guest(@Attribute(prefix = "GUEST_") String id, String name) {
        record Key(String id) {}
    }

    record Guests(@Attribute(prefix = "GUEST") String id, String name) {
        record Key(String id) {}
    }

    @Test
    void prefixesOfThePartitionKeyTellTypesApart() {
        Users users = db.logicalTable("users", Users.class);

        users.inlineView(Member.Key.class, Member.class);
        assertThatCode(() -> users.inlineView(Guest.Key.class, Guest.class)).doesNotThrowAnyException();
        assertThatThrownBy(() -> users.inlineView(Guests.Key.class, Guests.class))
                .hasMessageContaining("IndexModelsTest.Guests shares its table with IndexModelsTest.Guest,");
    }

    @ForIndex(name = "by_place")
    record ByPlace(String city, String id) {}

    @Test
    void aKeyOfAnIndexHasAllOfItsAttributes() {
        Users users = db.logicalTable("users", Users.class);

        assertThatThrownBy(() -> users.secondaryIndex(ByPlace.class, User.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "IndexModelsTest.User has no property for country, a key attribute of index by_place");
    }

    @Test
    void theAttributesOfSuchAnIndexAreKeysThatMustNotBeEmpty() {
        Users users = db.logicalTable("users", Users.class);

        assertThatThrownBy(() -> users.codec(User.class).toDb(new User("1", "a@b", "Ada", "")))
                .hasMessage(
                        "IndexModelsTest.User.city is empty, but it is stored in city, a key attribute: DynamoDB takes"
                                + " no empty keys.");
    }

    @DynamoDbBean
    public static class Row {
        private String pk;
        private String sk;
        private String region_city;

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

        @DynamoDbSecondaryPartitionKey(indexNames = "by_region_city")
        public String getRegion_city() {
            return region_city;
        }

        public void setRegion_city(String region_city) {
            this.region_city = region_city;
        }
    }

    interface Rows extends LogicalTable<Row> {}

    record Track(
            @Attribute(prefix = "ALBUM_") String pk,
            @Attribute(prefix = "T_") String sk) {
        record Key(String pk, String sk) {}
    }

    record Tag(
            @Attribute(prefix = "NOTE_") String pk,
            @Attribute(prefix = "T_AG_") String sk) {
        record Key(String pk, String sk) {}
    }

    record AlbumTag(
            @Attribute(prefix = "ALBUM_") String pk,
            @Attribute(prefix = "T_AG_") String sk) {
        record Key(String pk, String sk) {}
    }

    @Test
    void sortKeyPrefixesMayBeginAlikeInPartitionsThatNeverMeet() {
        Rows rows = db.logicalTable("rows", Rows.class);

        rows.inlineView(Track.Key.class, Track.class);
        assertThatCode(() -> rows.inlineView(Tag.Key.class, Tag.class)).doesNotThrowAnyException();
        assertThatThrownBy(() -> rows.inlineView(AlbumTag.Key.class, AlbumTag.class))
                .hasMessageContaining("one is the beginning of the other");
    }

    record Office(String pk, @Attribute(prefix = "OFFICE_") String sk, String city) {
        private static final String REGION = "EU";

        @Attribute(name = "region_city")
        public String regionCity() {
            return REGION + "#" + city;
        }

        @ForIndex(name = "by_region_city")
        record ByParts(String city, String pk, String sk) {
            public String regionCity() {
                return REGION + "#" + city;
            }
        }

        @ForIndex(name = "by_region_city")
        record ByPlace(String regionCity, String pk, String sk) {
            static ByPlace of(String region, String city) {
                return new ByPlace(region + "#" + city, null, null);
            }
        }
    }

    @DynamoDbBean
    public static class OfficeRow extends Row {
        private String city;

        public String getCity() {
            return city;
        }

        public void setCity(String city) {
            this.city = city;
        }
    }

    interface Offices extends LogicalTable<OfficeRow> {}

    @Test
    void aKeyThatIsComputedFromSeveralValuesIsHeldAsItIs() {
        Offices offices = db.logicalTable("offices", Offices.class);

        assertThatThrownBy(() -> offices.secondaryIndex(Office.ByParts.class, Office.class))
                .hasMessage(
                        "IndexModelsTest.Office.ByParts.city is stored in city, which is not a key attribute of the table or"
                                + " of index by_region_city. Remove it from the key type. If regionCity is computed from it, let"
                                + " IndexModelsTest.Office.ByParts hold regionCity as it is, and add a static method that computes"
                                + " it.");
        offices.secondaryIndex(Office.ByPlace.class, Office.class);
        assertThat(Office.ByPlace.of("EU", "Bern").regionCity()).isEqualTo("EU#Bern");
    }

    record Everything(List<Row> rows) {}

    record Partition(String pk) {}

    @Test
    void aPartitionIsNotLoadedByTheRawItemTypeAlone() {
        Rows rows = db.logicalTable("rows", Rows.class);

        assertThatThrownBy(() -> rows.loadPartition(new Partition("1"), Row.class))
                .hasMessage("Name an item type of the partition besides IndexModelsTest.Row: it says how the key is"
                        + " stored.");
        assertThatThrownBy(() -> rows.itemCollection(Partition.class, Everything.class))
                .hasMessageContaining("has no component of an item type");
    }
}
