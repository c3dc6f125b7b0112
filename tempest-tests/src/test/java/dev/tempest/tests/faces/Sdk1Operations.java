package dev.tempest.tests.faces;

import static dev.tempest.tests.faces.Sdk1Words.answer;

import dev.tempest.ItemSet;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.WritingPager;
import dev.tempest.sdk2.BatchLoadConfig;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteResult;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LoadedItems;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.TransactionWriteSet.Operation;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Through {@link LogicalDb} of SDK 1.x. */
class Sdk1Operations implements Operations {
    /** What a user of 1.x, which has no create, writes for it. */
    private static final Expression IF_FREE = Expression.builder()
            .expression("attribute_not_exists(partition_key)")
            .build();

    private final LogicalDb db;

    /** The operations as the tests gave them. */
    private final Map<dev.tempest.sdk1.TransactionWriteSet.Operation, Operation> given =
            Collections.synchronizedMap(new IdentityHashMap<>());

    Sdk1Operations(LogicalDb db) {
        this.db = db;
    }

    @Override
    public ItemSet batchLoad(Object... keys) {
        return answer(() -> db.batchLoad(keys));
    }

    @Override
    public ItemSet batchLoad(Iterable<?> keys) {
        return answer(() -> db.batchLoad(keys));
    }

    @Override
    public LoadedItems batchLoad(Iterable<?> keys, BatchLoadConfig config) {
        dev.tempest.sdk1.LoadedItems loaded = answer(() -> db.batchLoad(keys, Sdk1Words.config(config)));
        return new LoadedItems(
                loaded.items(),
                loaded.consumedCapacity().stream().map(Sdk1Words::capacity).toList());
    }

    /** Throws what SDK 2.x throws, with the first failure that the result has. */
    @Override
    public BatchWriteResult batchWrite(BatchWriteSet writeSet) {
        dev.tempest.sdk1.BatchWriteResult result = answer(() -> db.batchWrite(Sdk1Words.writeSet(writeSet)));
        BatchWriteResult inOurWords = BatchWriteResult.of(result.unprocessedClobbers(), result.unprocessedDeletes());
        if (!result.failures().isEmpty()) {
            RuntimeException failure = Sdk1Words.refusal(result.failures().get(0));
            throw new BatchWriteException(null, failure.getMessage(), inOurWords, List.of(), failure);
        }
        return inOurWords;
    }

    @Override
    public ItemSet transactionLoad(Object... keys) {
        return answer(() -> db.transactionLoad(keys));
    }

    @Override
    public ItemSet transactionLoad(Iterable<?> keys) {
        return answer(() -> db.transactionLoad(keys));
    }

    @Override
    public ItemSet transactionWrite(TransactionWriteSet writeSet) {
        return answer(() -> db.transactionWrite(inTheirWords(writeSet.operations())
                .idempotencyToken(writeSet.idempotencyToken())
                .build()));
    }

    @Override
    public List<TransactionFailure> failuresIn(TransactionCanceledException refusal) {
        return db
                .failuresIn((com.amazonaws.services.dynamodbv2.model.TransactionCanceledException) refusal.getCause())
                .stream()
                .map(failure -> TransactionFailure.builder()
                        .index(failure.index())
                        .operation(given.get(failure.operation()))
                        .tableName(failure.tableName())
                        .code(failure.code())
                        .message(failure.message())
                        .item(failure.item())
                        .build())
                .toList();
    }

    @Override
    public <T> Pager<T> pager(List<T> updates, int maxTransactionItems, Handler<T> handler) {
        WritingPager<T> pager = new WritingPager<>(db, updates, maxTransactionItems, new Translated<>(handler));
        return new Pager<>(
                () -> answer(() -> {
                    pager.execute();
                    return pager;
                }),
                pager::updatedCount,
                pager::remainingUpdates);
    }

    private dev.tempest.sdk1.TransactionWriteSet.Builder inTheirWords(List<Operation> operations) {
        dev.tempest.sdk1.TransactionWriteSet.Builder builder = dev.tempest.sdk1.TransactionWriteSet.builder();
        for (Operation operation : operations) {
            Expression expression = operation instanceof TransactionWriteSet.Create ? IF_FREE : operation.expression();
            var condition = Sdk1Words.ofTransaction(expression);
            if (operation instanceof TransactionWriteSet.Delete) {
                builder.delete(operation.target(), condition);
            } else if (operation instanceof TransactionWriteSet.CheckCondition) {
                builder.checkCondition(operation.target(), condition);
            } else if (operation instanceof TransactionWriteSet.Merge) {
                builder.merge(operation.target(), condition);
            } else if (operation instanceof TransactionWriteSet.Increment) {
                throw new UnsupportedOperationException(operation.toString());
            } else {
                builder.save(operation.target(), condition);
            }
        }
        List<dev.tempest.sdk1.TransactionWriteSet.Operation> theirs =
                builder.build().operations();
        for (int i = 0; i < theirs.size(); i++) {
            given.put(theirs.get(i), operations.get(i));
        }
        return builder;
    }

    private final class Translated<T> implements WritingPager.Handler<T> {
        private final Handler<T> handler;

        Translated(Handler<T> handler) {
            this.handler = handler;
        }

        @Override
        public int beforePage(List<T> remainingUpdates, int maxTransactionItems) {
            return handler.beforePage(remainingUpdates, maxTransactionItems);
        }

        @Override
        public void item(dev.tempest.sdk1.TransactionWriteSet.Builder builder, T update) {
            TransactionWriteSet.Builder ours = TransactionWriteSet.builder();
            handler.item(ours, update);
            builder.addAll(inTheirWords(ours.build().operations()));
        }

        @Override
        public void finishPage(dev.tempest.sdk1.TransactionWriteSet.Builder builder) {
            TransactionWriteSet.Builder ours = TransactionWriteSet.builder();
            handler.finishPage(ours);
            builder.addAll(inTheirWords(ours.build().operations()));
        }

        @Override
        public void pageWritten(dev.tempest.sdk1.TransactionWriteSet writeSet) {
            TransactionWriteSet.Builder ours = TransactionWriteSet.builder();
            writeSet.operations().forEach(operation -> add(ours, given.get(operation)));
            handler.pageWritten(
                    ours.idempotencyToken(writeSet.idempotencyToken()).build());
        }

        private static void add(TransactionWriteSet.Builder builder, Operation operation) {
            if (operation instanceof TransactionWriteSet.Create create) {
                builder.create(create.target());
            } else if (operation instanceof TransactionWriteSet.Merge merge) {
                builder.merge(merge.target(), merge.expression());
            } else if (operation instanceof TransactionWriteSet.Delete delete) {
                builder.delete(delete.target(), delete.expression());
            } else if (operation instanceof TransactionWriteSet.CheckCondition check) {
                builder.checkCondition(check.target(), check.expression());
            } else {
                builder.save(operation.target(), operation.expression());
            }
        }
    }
}
