package dev.tempest.soak.work;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTransactionWriteExpression;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.TransactionWriteSet;
import dev.tempest.sdk1.WritingPager;
import dev.tempest.soak.access.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Through SDK 1.x. */
record SetsV1(LogicalDb db) implements Sets {
    @Override
    public void write(List<Step<?, ?>> steps, @Nullable String token) {
        TransactionWriteSet.Builder builder = TransactionWriteSet.builder().idempotencyToken(token);
        steps.forEach(step -> add(builder, step));
        db.transactionWrite(builder.build());
    }

    @Override
    public Pages pages(List<Step<?, ?>> steps, int pageSize) {
        WritingPager<Step<?, ?>> pager = new WritingPager<>(db, steps, pageSize, SetsV1::add);
        return new Pages() {
            @Override
            public void execute() {
                pager.execute();
            }

            @Override
            public int updatedCount() {
                return pager.updatedCount();
            }
        };
    }

    private static void add(TransactionWriteSet.Builder builder, Step<?, ?> step) {
        Condition condition = step.condition();
        DynamoDBTransactionWriteExpression expression = condition == null ? null : condition.transactionExpression();
        switch (step.action()) {
            case APPEND ->
                builder.save(
                        step.written(),
                        step.read() == null && !step.member().family().hasVersion()
                                ? Condition.absent().transactionExpression()
                                : expression);
            case DELETE -> builder.delete(step.known(), expression);
            case CHECK ->
                builder.checkCondition(
                        step.key(), Condition.unchanged(step.known()).transactionExpression());
            case ADD, ADD_TWO -> throw new UnsupportedOperationException();
        }
    }
}
