package dev.tempest.tests.unique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.Attribute;
import dev.tempest.CreatedAt;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.Unique;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.testing.TestDb;
import dev.tempest.tests.faces.Sdk1Client;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Unique values that cannot be kept are refused when the database is created. */
class WrongUniqueTest {
    @RegisterExtension
    final TestDb db = TestDb.of();

    record Key(String pk, String sk) {}

    record OfList(String pk, String sk, @Unique List<String> tags) {}

    record OfRecord(String pk, String sk, @Unique Part part) {
        record Part(String text) {}
    }

    record OfTruth(String pk, String sk, @Unique Boolean active) {}

    record OfKey(String pk, @Unique String sk) {}

    record OfVersion(String pk, String sk, @Unique @Version Long version) {}

    record OfTime(String pk, String sk, @Unique @CreatedAt Long at) {}

    record OfSdkVersion(
            String pk,
            String sk,
            @Unique @DynamoDbVersionAttribute Long version) {}

    record Nameless(String pk, String sk, @Unique("a#b") String text) {}

    record Inside(String pk, String sk, Piece piece) {
        record Piece(@Unique String text) {}
    }

    record InKey(String pk, String sk, String text) {
        record Key(String pk, @Unique String sk) {}
    }

    @KeyTemplate(attribute = "sk", value = "SEAT#{seat}", keyOnly = "seat")
    record OfPart(String pk, @Unique String seat) {
        record Key(String pk, String seat) {}
    }

    record One(
            String pk,
            @Attribute(name = "sk", prefix = "ONE#") String id,
            @Unique String email) {
        record Key(String pk, String id) {}
    }

    record Two(
            String pk,
            @Attribute(name = "sk", prefix = "TWO#") String id,
            @Unique String email) {
        record Key(String pk, String id) {}
    }

    record OnePart(
            String pk,
            @Attribute(name = "sk", prefix = "ONE#") String id,
            String email) {
        record Key(String pk, String id) {}
    }

    record Numbered(long pk, @Unique String email) {
        record Key(long pk) {}
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface Keys extends LogicalTable<Map<String, AttributeValue>> {}

    interface ListTable extends Keys {
        InlineView<Key, OfList> view();
    }

    interface RecordTable extends Keys {
        InlineView<Key, OfRecord> view();
    }

    interface TruthTable extends Keys {
        InlineView<Key, OfTruth> view();
    }

    interface KeyTable extends Keys {
        InlineView<Key, OfKey> view();
    }

    interface VersionTable extends Keys {
        InlineView<Key, OfVersion> view();
    }

    interface TimeTable extends Keys {
        InlineView<Key, OfTime> view();
    }

    interface SdkVersionTable extends Keys {
        InlineView<Key, OfSdkVersion> view();
    }

    interface NamelessTable extends Keys {
        InlineView<Key, Nameless> view();
    }

    interface InsideTable extends Keys {
        InlineView<Key, Inside> view();
    }

    interface InKeyTable extends Keys {
        InlineView<InKey.Key, InKey> view();
    }

    interface PartTable extends Keys {
        InlineView<OfPart.Key, OfPart> view();
    }

    interface TwoTable extends Keys {
        InlineView<One.Key, One> ones();

        InlineView<Two.Key, Two> twos();
    }

    interface OnePartTable extends Keys {
        InlineView<One.Key, One> ones();

        InlineView<OnePart.Key, OnePart> parts();
    }

    @Table(partitionKey = "pk")
    interface NumberTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Numbered.Key, Numbered> view();
    }

    private void isRefused(Class<? extends LogicalTable<?>> table, String message) {
        assertThatThrownBy(() -> TableDefinition.of(table))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aUniqueValueIsAStringANumberOrBytes() {
        isRefused(
                ListTable.class,
                "WrongUniqueTest.OfList.tags is @Unique, but is a List<String>, which is stored as L. Put @Unique on"
                        + " properties that are stored as a string, a number or bytes.");
        isRefused(
                RecordTable.class,
                "WrongUniqueTest.OfRecord.part is @Unique, but is a WrongUniqueTest.OfRecord.Part, which is stored as M."
                        + " Put @Unique on properties that are stored as a string, a number or bytes.");
        isRefused(
                TruthTable.class,
                "WrongUniqueTest.OfTruth.active is @Unique, but is a Boolean, which is stored as BOOL. Put @Unique on"
                        + " properties that are stored as a string, a number or bytes.");
    }

    @Test
    void aUniqueValueIsTheCallers() {
        isRefused(
                VersionTable.class,
                "WrongUniqueTest.OfVersion.version is @Unique, and the @Version too. Remove @Unique: the library sets the"
                        + " property.");
        isRefused(
                TimeTable.class,
                "WrongUniqueTest.OfTime.at is @Unique, and the @CreatedAt too. Remove @Unique: the library sets the"
                        + " property.");
    }

    @Test
    void aUniqueValueIsNotTheVersionOfAnExtension() {
        isRefused(
                SdkVersionTable.class,
                "WrongUniqueTest.OfSdkVersion.version is @Unique, and the @DynamoDbVersionAttribute too. Remove @Unique: the"
                        + " library sets the property.");
    }

    @Test
    void aUniqueValueHasAnAttributeOfItsOwnInTheItem() {
        isRefused(
                KeyTable.class,
                "WrongUniqueTest.OfKey.sk is @Unique, but is stored in sk, a key attribute of the table. Remove @Unique"
                        + " and write new items by create, which requires that the key is free.");
        isRefused(
                PartTable.class,
                "WrongUniqueTest.OfPart.seat is @Unique, but is stored only as a part of sk. Give it an attribute of its"
                        + " own, too.");
        isRefused(
                InKeyTable.class,
                "WrongUniqueTest.InKey.Key.sk is the @Unique, but a key has none. Remove the annotation: it belongs on"
                        + " WrongUniqueTest.InKey.");
        assertThatThrownBy(() -> TableDefinition.of(InsideTable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "WrongUniqueTest.Inside.Piece.text is a @Unique, but its class is stored inside of" + " items");
    }

    @Test
    void aNameIsOneTypes() {
        isRefused(
                NamelessTable.class,
                "WrongUniqueTest.Nameless.text is @Unique(\"a#b\"), which is not a valid name: it is empty or contains #. Name what"
                        + " is unique by other characters.");
        isRefused(
                TwoTable.class,
                "WrongUniqueTest.Two.email is @Unique by the name email, and so is WrongUniqueTest.One.email: the items of"
                        + " a table share the values of one name. Give one of them a name of its own, such as"
                        + " @Unique(\"Two.email\").");
        isRefused(
                OnePartTable.class,
                "WrongUniqueTest.OnePart stores email of the same items as WrongUniqueTest.One, where it is @Unique. Put"
                        + " the same @Unique on the property of WrongUniqueTest.OnePart, or remove the property.");
    }

    @Test
    void thePartitionKeyIsAString() {
        isRefused(
                NumberTable.class,
                "WrongUniqueTest.Numbered.email is @Unique, but the partition key pk of its table is of type N, and unique"
                        + " values are kept under a partition key of type String. Remove the annotation, or store the type"
                        + " in a table whose partition key is a String.");
    }

    @dev.tempest.Table(partitionKey = "pk", sortKey = "sk")
    interface Sdk1Table
            extends dev.tempest.sdk1.LogicalTable<Map<String, com.amazonaws.services.dynamodbv2.model.AttributeValue>> {
        dev.tempest.sdk1.InlineView<One.Key, One> ones();
    }

    interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        @TableName("ones")
        Sdk1Table ones();
    }

    @Test
    void databasesOfSdk1KeepNone() {
        assertThatThrownBy(() -> dev.tempest.sdk1.LogicalDb.create(
                        Sdk1Db.class, new DynamoDBMapper(Sdk1Client.of(db.connection()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "WrongUniqueTest.One.email is @Unique, but a database of SDK 1.x does not keep unique values."
                                + " Write the items by a database of SDK 2.x, or remove the annotation.");
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    @TimeToLive(value = "expires", hideExpired = true)
    interface HidingTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<One.Key, One> ones();
    }

    interface HidingDb extends LogicalDb {
        @TableName("ones")
        HidingTable ones();
    }

    @Test
    void anItemThatReadsLeaveOutHasNoValues() {
        assertThatThrownBy(() -> db.logicalDb(HidingDb.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "WrongUniqueTest.One.email is @Unique, but the @TimeToLive of table ones has hideExpired = true,"
                                + " and a hidden item would keep its values. Leave out hideExpired, or keep the type in another"
                                + " table.");
    }

    /** Part of a key is unique together with what is not. */
    @Test
    void aKeyMayBeUniqueTogetherWithAnotherProperty() {
        assertThat(TableDefinition.of(PerTenantTable.class)).isNotNull();
    }

    record PerTenant(
            @Unique("address") String pk,
            String sk,
            @Unique("address") String email) {}

    interface PerTenantTable extends Keys {
        InlineView<Key, PerTenant> view();
    }

    interface PerTenantDb extends LogicalDb {
        @TableName("tenants")
        PerTenantTable tenants();
    }
}
