package dev.tempest.tests.unique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.BeginsWith;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Unique;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items without a constant part in their keys: nothing but a filter tells them from the companion items of their values. */
class UniqueScansTest {
    record Account(
            @Attribute(name = "pk") String owner,
            @Attribute(name = "sk") String number,
            @Unique String email) {
        record Key(String owner, String number) {}

        @ForIndex("by_number")
        record ByNumber(String number, String owner) {}
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_number", partitionKey = "sk", sortKey = "pk"))
    interface AccountTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Account.Key, Account> accounts();

        SecondaryIndex<Account.ByNumber, Account> byNumber();
    }

    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = @Index(name = "by_number", partitionKey = "sk", sortKey = "pk"))
    interface AsyncAccountTable extends AsyncLogicalTable<Map<String, AttributeValue>> {
        AsyncInlineView<Account.Key, Account> accounts();
    }

    interface Db extends LogicalDb {
        @TableName("accounts")
        AccountTable accounts();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("accounts")
        AsyncAccountTable accounts();
    }

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("accounts", AccountTable.class));

    private AccountTable table;

    @BeforeEach
    void storeThree() {
        table = db.logicalDb(Db.class).accounts();
        for (int i = 0; i < 3; i++) {
            table.accounts().create(new Account("ann", "n" + i, i + "@x"));
        }
        assertThat(db.client().scan(scan -> scan.tableName("accounts")).count()).isEqualTo(6);
    }

    @Test
    void scansLeaveOutCompanionItems() {
        assertThat(table.accounts().scanAllContents()).hasSize(3);
        assertThat(table.accounts().parallelScan(3)).hasSize(3);
        assertThat(table.accounts().scanCount()).isEqualTo(3);
        List<Account> found = Collections.synchronizedList(new ArrayList<>());
        db.asyncLogicalDb(AsyncDb.class)
                .accounts()
                .accounts()
                .parallelScanAsync(2)
                .subscribe(found::add)
                .join();
        assertThat(found).hasSize(3);
    }

    @Test
    void anIndexByTheTablesKeyLeavesThemOut() {
        assertThat(table.byNumber().scanAllContents()).hasSize(3);
        assertThat(table.byNumber().scanCount()).isEqualTo(3);
    }

    @Test
    void partitionsHoldNone() {
        assertThat(table.accounts()
                        .query(new BeginsWith<>(new Account.Key("ann", "n")))
                        .contents())
                .hasSize(3);
    }

    @Test
    void theKeyOfACompanionItemFindsNothing() {
        String id = "unique#email#S:1@x";
        Account.Key key = new Account.Key(id, id);
        Db accounts = db.logicalDb(Db.class);

        assertThat(table.accounts().load(key)).isNull();
        assertThat(accounts.batchLoad(key).getItems(Account.class)).isEmpty();
        assertThat(accounts.transactionLoad(key).getItems(Account.class)).isEmpty();
        assertThat(table.accounts()
                        .query(new BeginsWith<>(new Account.Key(id, "")))
                        .contents())
                .isEmpty();
        assertThat(table.byNumber()
                        .query(new BeginsWith<>(new Account.ByNumber(id, "")))
                        .contents())
                .isEmpty();
        assertThat(table.byNumber()
                        .queryMerged(
                                List.of(new BeginsWith<>(new Account.ByNumber(id, ""))),
                                QueryConfig.builder().build(),
                                5))
                .isEmpty();
        assertThat(table.accounts().deleteKey(new Account.Key("ann", "n0"))).isNotNull();
    }

    @Test
    void streamsAndExportsLeaveThemOut() {
        ItemReader reader = ItemReader.of(AccountTable.class);
        Map<String, Map<String, String>> account = Map.of("pk", Map.of("S", "ann"), "sk", Map.of("S", "n1"));
        String id = "unique#email#S:1@x";
        Map<String, Map<String, String>> companion = Map.of("pk", Map.of("S", id), "sk", Map.of("S", id));

        assertThat(reader.item(account, "line 1")).isPresent();
        assertThat(reader.item(companion, "line 2")).isEmpty();
    }
}
