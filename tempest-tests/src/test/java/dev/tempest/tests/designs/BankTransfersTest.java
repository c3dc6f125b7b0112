package dev.tempest.tests.designs;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.Attribute;
import dev.tempest.Between;
import dev.tempest.ItemSet;
import dev.tempest.KeyTemplate;
import dev.tempest.LessThanOrEqualTo;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Bank transfers with double entry, each made once. */
class BankTransfersTest {
    record Account(
            @Attribute(name = "pk", prefix = "ACCOUNT#") String account, String owner, long balance) {
        @Attribute(prefix = "SUMMARY")
        public String sk() {
            return "";
        }

        record Key(String account) {
            public String sk() {
                return "";
            }
        }
    }

    // Entries are below the summary, so that it and the latest entries are neighbours.
    @KeyTemplate(attribute = "sk", value = "ENTRY#{booked_on}#{transfer}")
    record Entry(
            @Attribute(name = "pk", prefix = "ACCOUNT#") String account,
            LocalDate booked_on,
            UUID transfer,
            String other_account,
            long amount) {
        record Key(
                String account,
                @Nullable LocalDate booked_on,
                @Nullable UUID transfer) {
            Key(String account, LocalDate bookedOn) {
                this(account, bookedOn, null);
            }
        }
    }

    /** Alone in its partition. */
    @KeyTemplate(attribute = "pk", value = "TRANSFER#{transfer}")
    record Transfer(UUID transfer, String from, String to, long amount, LocalDate booked_on) {
        @Attribute(prefix = "TRANSFER")
        public String sk() {
            return "";
        }

        record Key(UUID transfer) {
            public String sk() {
                return "";
            }
        }
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface Bank extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Account.Key, Account> accounts();

        InlineView<Entry.Key, Entry> entries();

        InlineView<Transfer.Key, Transfer> transfers();
    }

    interface Db extends LogicalDb {
        @TableName("bank")
        Bank bank();
    }

    @RegisterExtension
    final TestDb tables = TestDb.of(TestTable.create("bank", Bank.class));

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final Requests requests = new Requests();
    private Db db;
    private Bank bank;

    @BeforeEach
    void open() {
        db = requests.open(tables, Db.class);
        bank = db.bank();
        bank.accounts().create(new Account("A", "Ada", 100));
        bank.accounts().create(new Account("B", "Ben", 0));
    }

    private static Transfer transfer(int id, long amount, LocalDate bookedOn) {
        return new Transfer(new UUID(0, id), "A", "B", amount, bookedOn);
    }

    private static TransactionWriteSet booking(Transfer t) {
        return TransactionWriteSet.builder()
                .create(t)
                .patch(
                        new Account.Key(t.from()),
                        number(Account::balance)
                                .add(-t.amount())
                                .onlyIf(number(Account::balance).ge(t.amount())))
                .patch(new Account.Key(t.to()), number(Account::balance).add(t.amount()))
                .create(new Entry(t.from(), t.booked_on(), t.transfer(), t.to(), -t.amount()))
                .create(new Entry(t.to(), t.booked_on(), t.transfer(), t.from(), t.amount()))
                .build();
    }

    private long balance(String account) {
        return bank.accounts().load(new Account.Key(account)).balance();
    }

    private List<TransactionFailure> refused(TransactionWriteSet writes) {
        return db.failuresIn(
                catchThrowableOfType(TransactionCanceledException.class, () -> db.transactionWrite(writes)));
    }

    @Test
    void openAccount() {
        Account opened = requests.one(() -> bank.accounts().create(new Account("C", "Cy", 0)));

        assertThat(requests.one(() -> bank.accounts().load(new Account.Key("C"))))
                .isEqualTo(opened);
    }

    @Test
    void transferMoneyWithAnEntryInBothAccounts() {
        requests.one(() -> db.transactionWrite(booking(transfer(1, 60, MAY))));

        assertThat(balance("A")).isEqualTo(40);
        assertThat(balance("B")).isEqualTo(60);
        assertThat(bank.entries().scanAllContents()).extracting(Entry::amount).containsExactlyInAnyOrder(-60L, 60L);
    }

    @Test
    void aBalanceIsNeverBelowZero() {
        List<TransactionFailure> failures = requests.one(() -> refused(booking(transfer(1, 101, MAY))));

        assertThat(failures).extracting(TransactionFailure::item).containsExactly(new Account("A", "Ada", 100));
        assertThat(balance("B")).isZero();
    }

    @Test
    void sendTheSameTransferAgain() {
        TransactionWriteSet once = booking(transfer(1, 60, MAY)).toBuilder()
                .idempotencyToken("t-1")
                .build();

        requests.one(() -> db.transactionWrite(once));
        requests.one(() -> db.transactionWrite(once));

        assertThat(balance("A")).isEqualTo(40);
    }

    @Test
    void makeTheSameTransferTheNextDay() {
        Transfer transfer = transfer(1, 40, MAY);
        db.transactionWrite(booking(transfer));

        List<TransactionFailure> failures = requests.one(() -> refused(booking(transfer)));

        assertThat(failures).extracting(TransactionFailure::item).contains(transfer);
        assertThat(balance("A")).isEqualTo(60);
    }

    @Test
    void transferById() {
        db.transactionWrite(booking(transfer(1, 60, MAY)));

        assertThat(requests.one(() -> bank.transfers().load(new Transfer.Key(new UUID(0, 1)))))
                .isEqualTo(transfer(1, 60, MAY));
    }

    @Test
    void statementOfAPeriod() {
        for (int day = 1; day < 6; day++) {
            db.transactionWrite(booking(transfer(day, day, MAY.plusDays(day))));
        }

        List<Entry> statement = requests.one(() -> bank.entries()
                .query(new Between<>(new Entry.Key("A", MAY.plusDays(2)), new Entry.Key("A", MAY.plusDays(4))))
                .contents());

        assertThat(statement).extracting(Entry::amount).containsExactly(-2L, -3L, -4L);
    }

    @Test
    void balanceWithTheLatestEntries() {
        for (int day = 1; day < 6; day++) {
            db.transactionWrite(booking(transfer(day, day, MAY.plusDays(day))));
        }

        QueryConfig latest =
                QueryConfig.builder().asc(false).limit(3).consistentRead(true).build();
        ItemSet found = requests.one(() ->
                bank.loadPartition(new LessThanOrEqualTo<>(new Account.Key("B")), latest, Account.class, Entry.class));

        assertThat(found.getItems(Account.class)).containsExactly(new Account("B", "Ben", 15));
        assertThat(found.getItems(Entry.class)).extracting(Entry::amount).containsExactly(5L, 4L);
    }

    @Test
    void balancesOfTwoAccountsAtOneMoment() {
        ItemSet found = requests.one(() -> db.transactionLoad(new Account.Key("A"), new Account.Key("B")));

        assertThat(found.getItems(Account.class)).extracting(Account::balance).containsExactly(100L, 0L);
    }
}
