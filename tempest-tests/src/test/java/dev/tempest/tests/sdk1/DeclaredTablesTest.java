package dev.tempest.tests.sdk1;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.dynamodbv2.datamodeling.ConversionSchemas;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameOverride;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConvertedTimestamp;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverter;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalCheckFailedException;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.LocalSecondaryIndex;
import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.Between;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.ItemSet;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk1.BatchWriteSet;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.QueryConfig;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.SortableInstantConverter;
import dev.tempest.sdk1.TableDefinition;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.testing.sdk1.TestTable;
import dev.tempest.tests.faces.Media;
import dev.tempest.tests.faces.MediaRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tables of SDK 1.x whose interfaces declare the keys, without a raw item type. */
class DeclaredTablesTest {
    record Entry(
            @Attribute(name = "pk", prefix = "ACCOUNT_") String account,
            @Attribute(name = "sk", prefix = "ENTRY_") String number,
            int cents,
            // The same attribute as in Customer, of another type.
            List<String> expires) {
        record Key(String account, String number) {}

        @ForIndex("by_cents")
        record ByCents(String account, Integer cents, String number) {}
    }

    record Customer(
            @Attribute(name = "pk", prefix = "ACCOUNT_") String account,
            @Attribute(name = "email_address") String email,
            @Version long version,
            String expires) {
        @Attribute(name = "sk", prefix = "INFO")
        String sk() {
            return "";
        }

        record Key(String account) {
            public String sk() {
                return "";
            }
        }

        @ForIndex("by_email")
        record ByEmail(String email, String account) {
            public String sk() {
                return "";
            }
        }
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(name = "by_email", partitionKey = "email_address", sortKey = "pk"),
                @Index(name = "by_cents", sortKey = "cents")
            })
    interface Accounts extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Customer.Key, Customer> customers();

        InlineView<Entry.Key, Entry> entries();

        SecondaryIndex<Customer.ByEmail, Customer> customersByEmail();

        SecondaryIndex<Entry.ByCents, Entry> entriesByCents();
    }

    /** One program may have tables of both forms. */
    interface Bank extends LogicalDb {
        @TableName("accounts")
        Accounts accounts();

        @TableName("media")
        Media.Sdk1Table media();
    }

    @RegisterExtension
    final Sdk1Db db = new Sdk1Db()
            .table("accounts", Accounts.class)
            .table("test-accounts", Accounts.class)
            .table("media", MediaRow.class)
            .table("values", Values.class);

    private Bank bank() {
        return LogicalDb.create(Bank.class, db.mapper());
    }

    private Accounts accounts() {
        return bank().accounts();
    }

    private static Customer customer(String account) {
        return new Customer(account, account + "@example.org", 0, "never");
    }

    private static AttributeValue text(String text) {
        return new AttributeValue(text);
    }

    @Test
    void itemTypesMayStoreDifferentTypesUnderOneNameThatIsNoKey() {
        Accounts accounts = accounts();

        Customer customer = accounts.customers().save(customer("1"));
        Entry entry = accounts.entries().save(new Entry("1", "1", 5, List.of("a", "b")));

        assertThat(accounts.customers().load(new Customer.Key("1"))).isEqualTo(customer);
        assertThat(accounts.entries().load(new Entry.Key("1", "1"))).isEqualTo(entry);
        assertThat(accounts.entries().scanAllContents()).containsExactly(entry);
    }

    @Test
    void indexesAreReadAsDeclared() {
        Accounts accounts = accounts();
        Customer customer = accounts.customers().save(customer("1"));
        Entry dear = accounts.entries().save(new Entry("1", "1", 500, null));
        Entry cheap = accounts.entries().save(new Entry("1", "2", 5, null));

        assertThat(accounts.customersByEmail()
                        .queryAllContents(new BeginsWith<>(new Customer.ByEmail("1@example.org", ""))))
                .containsExactly(customer);
        assertThat(accounts.entriesByCents()
                        .queryAllContents(
                                new Between<>(new Entry.ByCents("1", 1, null), new Entry.ByCents("1", 900, null)),
                                QueryConfig.builder().consistentRead(true).build()))
                .containsExactly(cheap, dear);
    }

    @Test
    void theRawViewShowsAttributeMaps() {
        Accounts accounts = accounts();
        accounts.entries().save(new Entry("1", "1", 5, null));
        Map<String, AttributeValue> key = Map.of("pk", text("ACCOUNT_1"), "sk", text("ENTRY_1"));

        assertThat(accounts.load(key))
                .containsEntry("cents", new AttributeValue().withN("5"))
                .containsAllEntriesOf(key);
        assertThat(accounts.codec(Entry.class).toDb(new Entry("1", "2", 7, null)))
                .isEqualTo(Map.of(
                        "pk", text("ACCOUNT_1"), "sk", text("ENTRY_2"), "cents", new AttributeValue().withN("7")));
        assertThat(accounts.codec(Entry.class).toApp(accounts.load(key))).isEqualTo(new Entry("1", "1", 5, null));
        accounts.merge(Map.of("pk", text("ACCOUNT_1"), "sk", text("ENTRY_1"), "note", text("n")));
        assertThat(accounts.load(key)).containsKeys("cents", "note");
        assertThat(accounts.delete(key)).containsEntry("cents", new AttributeValue().withN("5"));
        assertThat(accounts.load(key)).isNull();
    }

    @Test
    void aMapIsCheckedBeforeItIsSent() {
        Accounts accounts = accounts();

        assertThatThrownBy(() -> accounts.save(Map.of("pk", text("1"))))
                .hasMessage("DeclaredTablesTest.Accounts.sk is null, but it is a key attribute of the table: {pk=1,"
                        + " sk=(none)}.");
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<String, AttributeValue> texts = (Map) Map.of("pk", "1", "sk", "1");
        assertThatThrownBy(() -> accounts.save(texts))
                .hasMessageStartingWith("Attribute ")
                .hasMessageEndingWith(
                        " of a raw item of DeclaredTablesTest.Accounts is a String, not an AttributeValue.");
    }

    @Test
    void batchesAndTransactionsTakeItemsAndMaps() {
        Bank bank = bank();
        Entry entry = new Entry("1", "1", 5, null);
        Map<String, AttributeValue> row = Map.of("pk", text("ACCOUNT_1"), "sk", text("OTHER"));
        Media.Track track = Media.track("1", 1);

        bank.batchWrite(BatchWriteSet.builder().clobber(entry, row, track).build());
        bank.transactionWrite(TransactionWriteSet.builder()
                .save(customer("1"))
                .patch(new Entry.Key("1", "1"), attr(Entry::cents).set(6))
                .delete(row)
                .build());

        ItemSet found = bank.batchLoad(new Entry.Key("1", "1"), new Customer.Key("1"), track.key(), row);
        assertThat(found.getItems(Entry.class)).containsExactly(new Entry("1", "1", 6, null));
        assertThat(found.getItems(Media.Track.class)).containsExactly(track);
        assertThat(found.getItems(Customer.class)).hasSize(1);
        assertThat(found.getItems(Map.class)).isEmpty();
    }

    @Test
    void versionsMoveOn() {
        InlineView<Customer.Key, Customer> customers = accounts().customers();

        Customer first = customers.save(customer("1"));
        Customer second = customers.patchItem(first, attr(Customer::expires).set("soon"));
        Customer third = customers.merge(second);

        assertThat(List.of(first.version(), second.version(), third.version())).containsExactly(1L, 2L, 3L);
        assertThatThrownBy(() -> customers.save(first)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThatThrownBy(() -> customers.delete(second)).isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(customers.delete(third)).isEqualTo(third);
    }

    @Test
    void theDefinitionHasTheTypesOfTheKeys() {
        CreateTableRequest request = TableDefinition.of(Accounts.class).createTableRequest("accounts");

        assertThat(request.getAttributeDefinitions())
                .extracting(AttributeDefinition::getAttributeName, AttributeDefinition::getAttributeType)
                .containsExactlyInAnyOrder(
                        tuple("pk", "S"), tuple("sk", "S"), tuple("email_address", "S"), tuple("cents", "N"));
        assertThat(request.getLocalSecondaryIndexes())
                .extracting(LocalSecondaryIndex::getIndexName)
                .containsExactly("by_cents");
        assertThat(request.getGlobalSecondaryIndexes())
                .extracting(GlobalSecondaryIndex::getIndexName)
                .containsExactly("by_email");
        assertThat(request)
                .isEqualTo(TestTable.create("accounts", Accounts.class).request());
        assertThat(TableDefinition.of(Accounts.class)).hasToString("TableDefinition[DeclaredTablesTest.Accounts]");
    }

    @Test
    void theDefinitionOfATableWithARawItemTypeIsThatOfTheMapper() {
        CreateTableRequest own = TableDefinition.of(Media.Sdk1Table.class).createTableRequest("media");
        CreateTableRequest mappers = TestTable.create("media", MediaRow.class).request();

        assertThat(own.getKeySchema()).isEqualTo(mappers.getKeySchema());
        assertThat(own.getAttributeDefinitions())
                .containsExactlyInAnyOrderElementsOf(mappers.getAttributeDefinitions());
        assertThat(own.getGlobalSecondaryIndexes()).isEqualTo(mappers.getGlobalSecondaryIndexes());
        assertThat(own.getLocalSecondaryIndexes()).isEqualTo(mappers.getLocalSecondaryIndexes());
    }

    @Test
    void aPrefixOfTheMapperAppliesToTheName() {
        DynamoDBMapper mapper = new DynamoDBMapper(
                db.client(), TableNameOverride.withTableNamePrefix("test-").config());

        LogicalDb.create(Bank.class, mapper).accounts().customers().save(customer("1"));

        assertThat(db.rows("test-accounts")).hasSize(1);
        assertThat(db.rows("accounts")).isEmpty();
    }

    enum Color {
        RED,
        GREEN
    }

    record Size(int width, Optional<Integer> height) {}

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

    record Value(
            UUID id,

            @DynamoDBTypeConverted(converter = SortableInstantConverter.class)
            Instant at,

            boolean yes,
            BigDecimal amount,
            Set<String> texts,
            List<Size> sizes,
            Map<Currency, BigDecimal> totals,
            LocalDate day,
            Duration lasts,
            Color color,

            @DynamoDBTypeConvertedTimestamp(pattern = "yyyy-MM-dd", timeZone = "UTC")
            Date date,

            @DynamoDBTypeConverted(converter = Backwards.class)
            String backwards) {
        record Key(UUID id, Instant at) {}
    }

    @Table(partitionKey = "id", sortKey = "at")
    interface Values extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Value.Key, Value> values();
    }

    @Table(partitionKey = "id", sortKey = "at")
    interface OtherValues
            extends dev.tempest.sdk2.LogicalTable<
                    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> {
        dev.tempest.sdk2.InlineView<OtherValue.Key, OtherValue> values();
    }

    interface OtherDb extends dev.tempest.sdk2.LogicalDb {}

    /** What SDK 2.x reads of the same items. */
    record OtherValue(
            UUID id,
            String at,
            boolean yes,
            BigDecimal amount,
            Set<String> texts,
            List<Size> sizes,
            Map<Currency, BigDecimal> totals,
            LocalDate day,
            Duration lasts,
            Color color) {
        record Key(UUID id, String at) {}
    }

    interface ValueDb extends LogicalDb {
        @TableName("values")
        Values table();
    }

    @Test
    void valuesAreStoredAsBySdk2() {
        UUID id = new UUID(0, 7);
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        Value value = new Value(
                id,
                at,
                true,
                new BigDecimal("1.5"),
                Set.of("a", "b"),
                List.of(new Size(1, Optional.of(2)), new Size(3, Optional.empty())),
                Map.of(Currency.getInstance("SEK"), BigDecimal.TEN),
                LocalDate.of(2026, 5, 31),
                Duration.ofMillis(1500),
                Color.GREEN,
                Date.from(Instant.EPOCH),
                "abc");
        InlineView<Value.Key, Value> values =
                LogicalDb.create(ValueDb.class, db.mapper()).table().values();

        values.save(value);

        assertThat(values.load(new Value.Key(id, at))).isEqualTo(value);
        Map<String, AttributeValue> row = db.rows("values").get(0);
        assertThat(row)
                .containsEntry("backwards", text("cba"))
                .containsEntry("date", text("1970-01-01"))
                .containsEntry("yes", new AttributeValue().withBOOL(true));
        dev.tempest.sdk2.InlineView<OtherValue.Key, OtherValue> others = db.sdk2()
                .logicalDb(OtherDb.class)
                .logicalTable("values", OtherValues.class)
                .values();
        OtherValue read = others.load(new OtherValue.Key(id, row.get("at").getS()));
        others.merge(read);
        assertThat(db.rows("values")).containsExactly(row);
    }

    @Test
    void whatCannotBeStoredIsRefusedBeforeItIsSent() {
        InlineView<Value.Key, Value> values =
                LogicalDb.create(ValueDb.class, db.mapper()).table().values();
        Value empty = new Value(
                new UUID(0, 1), Instant.EPOCH, false, null, Set.of(), null, null, null, null, null, null, null);

        assertThatThrownBy(() -> values.save(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DeclaredTablesTest.Value.texts")
                .hasMessageContaining("id=00000000-0000-0000-0000-000000000001");
        assertThat(db.rows("values")).isEmpty();
    }

    @Test
    void theMapperMayConvertAsV2() {
        DynamoDBMapperConfig v2 = DynamoDBMapperConfig.builder()
                .withConversionSchema(ConversionSchemas.V2)
                .build();

        Accounts accounts = LogicalDb.create(Bank.class, db.mapper(), v2).accounts();

        assertThat(accounts.customers().save(customer("1")).version()).isOne();
    }
}
