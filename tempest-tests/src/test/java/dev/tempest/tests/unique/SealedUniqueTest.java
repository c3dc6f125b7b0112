package dev.tempest.tests.unique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Unique;
import dev.tempest.UniqueValueTakenException;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A unique value of a sealed type is that of all its subtypes. */
class SealedUniqueTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("accounts", Accounts.class));

    private InlineView<Account.Key, Account> accounts;

    sealed interface Account {
        String id();

        @Unique @Nullable String email();

        @Version
        @Nullable Long version();

        record Key(String id) {}

        record Person(
                String id,
                @Nullable String email,
                @Nullable String name,
                @Nullable Long version) implements Account {}

        record Company(
                String id,
                @Nullable String email,
                @Unique @Nullable String register,
                @Nullable Long version) implements Account {}
    }

    @Table(partitionKey = "id")
    interface Accounts extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Account.Key, Account> accounts();
    }

    interface Db extends LogicalDb {
        @TableName("accounts")
        Accounts accounts();
    }

    @BeforeEach
    void open() {
        accounts = db.logicalDb(Db.class).accounts().accounts();
    }

    @Test
    void anItemOfAnotherSubtypeHasTheValue() {
        accounts.create(new Account.Person("p1", "ann@example.com", "Ann", null));

        assertThatThrownBy(() -> accounts.create(new Account.Company("c1", "ann@example.com", null, null)))
                .isInstanceOfSatisfying(
                        UniqueValueTakenException.class,
                        taken -> assertThat(taken.key()).containsEntry("id", "p1"));
        assertThat(accounts.load(new Account.Key("c1"))).isNull();
    }

    @Test
    void aValueOfOneSubtypeIsUniqueToo() {
        accounts.save(new Account.Company("c1", "one@example.com", "HRB 1", null));

        assertThatThrownBy(() -> accounts.save(new Account.Company("c2", "two@example.com", "HRB 1", null)))
                .isInstanceOf(UniqueValueTakenException.class);
    }

    @Test
    void anItemThatBecomesOneOfAnotherSubtypeReleasesWhatThatDoesNotHave() {
        accounts.create(new Account.Company("c1", "one@example.com", "HRB 1", null));

        accounts.update(
                new Account.Key("c1"), company -> new Account.Person("c1", company.email(), "Ann", company.version()));

        Account second = accounts.create(new Account.Company("c2", "two@example.com", "HRB 1", null));
        assertThat(accounts.load(new Account.Key("c2"))).isEqualTo(second);
        assertThatThrownBy(() -> accounts.create(new Account.Person("p2", "one@example.com", null, null)))
                .isInstanceOf(UniqueValueTakenException.class);
    }

    sealed interface Half {
        String id();

        record Key(String id) {}

        record Left(String id, String email) implements Half {}

        record Right(String id, @Unique String email) implements Half {}
    }

    @Table(partitionKey = "id")
    interface Halves extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Half.Key, Half> halves();
    }

    @Test
    void allSubtypesThatHaveThePropertySayThatItIsUnique() {
        assertThatThrownBy(() -> TableDefinition.of(Halves.class))
                .hasMessage(
                        "SealedUniqueTest.Half.Right.email is @Unique, but SealedUniqueTest.Half.Left.email does not have"
                                + " the same @Unique, and both are properties of a SealedUniqueTest.Half. Declare the property once,"
                                + " on SealedUniqueTest.Half, or give one of them another name.");
    }

    sealed interface Unlike {
        String id();

        record Key(String id) {}

        record Left(String id, @Unique Integer number) implements Unlike {}

        record Right(String id, @Unique String number) implements Unlike {}
    }

    @Table(partitionKey = "id")
    interface Unlikes extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Unlike.Key, Unlike> unlikes();
    }

    @Test
    void allSubtypesThatHaveThePropertyStoreItAlike() {
        assertThatThrownBy(() -> TableDefinition.of(Unlikes.class))
                .hasMessageContaining("number is @Unique, but SealedUniqueTest.Unlike.Right.number is not stored alike,"
                        + " and both are properties of a SealedUniqueTest.Unlike.");
    }
}
