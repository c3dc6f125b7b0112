package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Raw items are written in tables whose conditional writes leave traces. */
class RawItemsTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create(Store.TABLE, Account.class));

    private static final Expression IS_NEW =
            Expression.builder().expression("attribute_not_exists(id)").build();

    private static Account account(String id, String status) {
        Account account = new Account();
        account.setId(id);
        account.setStatus(status);
        return account;
    }

    @Test
    void areSavedWithAndWithoutAConditionAndInTransactionsAndBatches() {
        LogicalDb logicalDb = db.connection().logicalDb(LogicalDb.class);
        Store.Traced accounts = logicalDb.logicalTable(Store.TABLE, Store.Traced.class);

        accounts.save(account("a", "one"));
        accounts.save(account("b", "one"), IS_NEW);
        accounts.create(account("c", "one"));
        logicalDb.transactionWrite(
                TransactionWriteSet.builder().save(account("d", "one"), IS_NEW).build());
        logicalDb.batchWrite(BatchWriteSet.builder()
                .clobber(account("e", "one"))
                .ignoreVersions()
                .build());

        for (String id : List.of("a", "b", "c", "d", "e")) {
            assertThat(accounts.load(account(id, null)).getStatus()).as(id).isEqualTo("one");
        }
        assertThat(accounts.load(account("b", null)).getWrite_token()).isNotNull();
        assertThatThrownBy(() -> accounts.save(account("b", "two"), IS_NEW))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }
}
