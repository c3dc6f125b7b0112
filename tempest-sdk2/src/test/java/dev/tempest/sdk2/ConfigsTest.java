package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.UnreadableItemException;
import dev.tempest.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class ConfigsTest {
    private static final Expression FILTER = Expression.builder()
            .expression("price < :most")
            .putExpressionValue(":most", AttributeValue.fromN("7321"))
            .build();

    private final List<UnreadableItemException> unreadable = new ArrayList<>();
    private final Consumer<UnreadableItemException> ignored = unreadable::add;

    private QueryConfig.Builder query() {
        return QueryConfig.builder()
                .asc(false)
                .pageSize(7)
                .consistentRead(true)
                .filterExpression(FILTER)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .onUnreadableItem(ignored)
                .readAhead(false);
    }

    private ScanConfig.Builder scan() {
        return ScanConfig.builder()
                .pageSize(7)
                .consistentRead(true)
                .filterExpression(FILTER)
                .workerId(new WorkerId(1, 4))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                .onUnreadableItem(ignored)
                .readAhead(false);
    }

    private static BatchLoadConfig.Builder load() {
        return BatchLoadConfig.builder()
                .consistentRead(true)
                .maxPageSize(7)
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
    }

    @Test
    void copiesHaveTheSameValues() {
        assertThat(query().build().toBuilder().build())
                .isEqualTo(query().build())
                .hasSameHashCodeAs(query().build());
        assertThat(scan().build().toBuilder().build()).isEqualTo(scan().build()).hasSameHashCodeAs(scan().build());
        assertThat(load().build().toBuilder().build()).isEqualTo(load().build()).hasSameHashCodeAs(load().build());
        BatchWriteSet batch = BatchWriteSet.builder()
                .clobber("a")
                .delete("b")
                .ignoreVersions()
                .build();
        assertThat(batch.toBuilder().build()).isEqualTo(batch).hasSameHashCodeAs(batch);
        TransactionWriteSet transaction =
                TransactionWriteSet.builder().save("a").idempotencyToken("t").build();
        assertThat(transaction.toBuilder().build()).isEqualTo(transaction).hasSameHashCodeAs(transaction);
    }

    @Test
    void everyValueCounts() {
        assertThat(query().build())
                .isNotEqualTo(query().asc(true).build())
                .isNotEqualTo(query().pageSize(8).build())
                .isNotEqualTo(query().consistentRead(false).build())
                .isNotEqualTo(query().filterExpression(null).build())
                .isNotEqualTo(query().returnConsumedCapacity(null).build())
                .isNotEqualTo(query().onUnreadableItem(null).build())
                .isNotEqualTo(query().readAhead(true).build());
        assertThat(scan().build())
                .isNotEqualTo(scan().workerId(null).build())
                .isNotEqualTo(scan().pageSize(8).build());
        assertThat(load().build())
                .isNotEqualTo(load().maxPageSize(8).build())
                .isNotEqualTo(load().consistentRead(false).build());
    }

    @Test
    void aCopyDoesNotChangeWhatItWasMadeFrom() {
        QueryConfig config = query().build();

        QueryConfig other = config.toBuilder().pageSize(50).build();

        assertThat(other.pageSize()).isEqualTo(50);
        assertThat(config.pageSize()).isEqualTo(7);
    }

    @Test
    void wrongSizesAreReportedWhenAConfigurationIsBuilt() {
        assertThatThrownBy(() -> QueryConfig.builder().pageSize(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pageSize must be 1 or more, not 0.");
        assertThatThrownBy(() -> ScanConfig.builder().pageSize(-1).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pageSize must be 1 or more, not -1.");
        assertThatThrownBy(() -> BatchLoadConfig.builder().maxPageSize(101).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxPageSize must be from 1 to 100, not 101.");
        assertThatThrownBy(() -> TransactionFailure.builder().build()).isInstanceOf(NullPointerException.class);
    }

    @Test
    void noTextContainsTheValueOfAFilterOrAnItem() {
        assertThat(query().build().toString())
                .contains("pageSize=7", "price < :most")
                .doesNotContain("7321");
        assertThat(scan().build().toString())
                .contains("segment=1", "price < :most")
                .doesNotContain("7321");
        BatchWriteSet batch = BatchWriteSet.builder().clobber(List.of("secret")).build();
        TransactionWriteSet transaction =
                TransactionWriteSet.builder().save(List.of("secret")).build();
        assertThat(batch + " " + transaction)
                .isEqualTo("BatchWriteSet[1 operations] TransactionWriteSet[1 operations, idempotencyToken=null]");
        assertThat(Increment.of("balance", 7321)).hasToString("Increment[balance]");
    }
}
