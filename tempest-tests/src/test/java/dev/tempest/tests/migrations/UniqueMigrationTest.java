package dev.tempest.tests.migrations;

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
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationReport;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A migration of items that have unique values, in a table whose items have no constant prefix. */
class UniqueMigrationTest {
    private static final Migration<User> LOWER_CASE = Migration.of(User.class, "model")
            .step(1, user -> {
                Map<String, AttributeValue> lower = new HashMap<>(user);
                lower.computeIfPresent(
                        "email", (name, email) -> AttributeValue.fromS(email.s().toLowerCase(Locale.ROOT)));
                return lower;
            });

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("users", Users.class));

    private LogicalDb users;
    private InlineView<User.Key, User> view;

    record User(
            String id,
            @Unique @Nullable String email,
            @Version @Nullable Long version) {
        record Key(String id) {}
    }

    @Table(partitionKey = "id")
    interface Users extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<User.Key, User> users();
    }

    interface Db extends LogicalDb {
        @TableName("users")
        Users users();
    }

    @BeforeEach
    void open() {
        Db open = db.logicalDb(Db.class);
        users = open;
        view = open.users().users();
    }

    @Test
    void theNewValueIsUniqueAndTheOldOneIsFree() {
        view.create(new User("ann", "Ann@Example.com", null));

        MigrationReport report = users.migrate(LOWER_CASE);

        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(report.counts().scanned()).isEqualTo(2); // with the companion item, which is none of the type
        assertThat(view.load(new User.Key("ann"))).isEqualTo(new User("ann", "ann@example.com", 2L));
        assertThatThrownBy(() -> view.create(new User("bob", "ann@example.com", null)))
                .isInstanceOf(UniqueValueTakenException.class);
        view.create(new User("eve", "Ann@Example.com", null));
        assertThat(users.checkUniqueValues().isOk()).isTrue();
    }

    @Test
    void aValueThatAnotherItemHasGoesToQuarantine() {
        view.create(new User("ann", "ann@example.com", null));
        view.create(new User("bob", "ANN@example.com", null));

        MigrationReport report = users.migrate(LOWER_CASE);

        assertThat(report.quarantined()).hasSize(1);
        assertThat(report.counts().changed()).isEqualTo(1);
        assertThat(view.load(new User.Key("bob"))).isEqualTo(new User("bob", "ANN@example.com", 1L));
    }
}
