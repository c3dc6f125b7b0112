package dev.tempest.soak.work;

import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncWritingPager;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.WritingPager;
import dev.tempest.soak.access.Condition;
import dev.tempest.soak.access.Patience;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Through SDK 2.x. */
final class SetsV2 {
    private SetsV2() {}

    static Sets sync(LogicalDb db, Scope scope) {
        return new Sets() {
            @Override
            public void write(List<Step<?, ?>> steps, @Nullable String token) {
                db.transactionWrite(set(steps, token, scope));
            }

            @Override
            public Pages pages(List<Step<?, ?>> steps, int pageSize) {
                WritingPager<Step<?, ?>> pager =
                        new WritingPager<>(db, steps, pageSize, (builder, step) -> add(builder, step, scope));
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
        };
    }

    static Sets async(AsyncLogicalDb db, Scope scope) {
        return new Sets() {
            @Override
            public void write(List<Step<?, ?>> steps, @Nullable String token) {
                Patience.forever(db.transactionWriteAsync(set(steps, token, scope)));
            }

            @Override
            public Pages pages(List<Step<?, ?>> steps, int pageSize) {
                AsyncWritingPager<Step<?, ?>> pager =
                        new AsyncWritingPager<>(db, steps, pageSize, (builder, step) -> add(builder, step, scope));
                return new Pages() {
                    @Override
                    public void execute() {
                        Patience.forever(pager.executeAsync());
                    }

                    @Override
                    public int updatedCount() {
                        return pager.updatedCount();
                    }
                };
            }
        };
    }

    /** Says which table a key or an item is meant for. */
    interface Scope {
        Object of(boolean traced, Object keyOrItem);
    }

    private static TransactionWriteSet set(List<Step<?, ?>> steps, @Nullable String token, Scope scope) {
        TransactionWriteSet.Builder builder = TransactionWriteSet.builder().idempotencyToken(token);
        steps.forEach(step -> add(builder, step, scope));
        return builder.build();
    }

    private static void add(TransactionWriteSet.Builder builder, Step<?, ?> step, Scope scope) {
        UnaryOperator<Object> here = value -> scope.of(step.member().family().isTraced(), value);
        Condition condition = step.condition();
        switch (step.action()) {
            case APPEND -> {
                Object item = here.apply(step.written());
                if (step.read() == null) {
                    builder.create(item);
                } else {
                    builder.save(item, condition == null ? null : condition.expression());
                }
            }
            case ADD, ADD_TWO -> {
                Increment<Object> increment = Increment.of("total", step.plan().operation());
                builder.increment(here.apply(step.key()), step.read() == null ? increment.orCreate() : increment);
            }
            case DELETE -> builder.delete(here.apply(step.known()), condition == null ? null : condition.expression());
            case CHECK ->
                builder.checkCondition(
                        here.apply(step.key()),
                        Condition.unchanged(step.known()).expression());
        }
    }
}
