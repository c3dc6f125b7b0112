package dev.tempest.tests.faces;

import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.Loaded;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * A view's single items. The second half is what only SDK 2.x has.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public interface Items<K, I> {
    I load(K key);

    I load(K key, boolean consistentReads);

    I save(I item);

    I save(I item, Expression expression);

    I merge(I item);

    I merge(I item, Expression expression);

    I delete(I item);

    I delete(I item, Expression expression);

    I deleteKey(K key);

    I deleteKey(K key, Expression expression);

    default Loaded<I> load(K key, boolean consistentReads, ReturnConsumedCapacity capacity) {
        throw new UnsupportedOperationException();
    }

    default I create(I item) {
        throw new UnsupportedOperationException();
    }

    default I update(K key, UnaryOperator<I> change) {
        throw new UnsupportedOperationException();
    }

    default I updateOrCreate(K key, Function<I, I> change) {
        throw new UnsupportedOperationException();
    }

    default Items<K, I> with(ConditionalWrites conditionalWrites) {
        throw new UnsupportedOperationException();
    }

    default Optional<I> itemIn(ConditionalCheckFailedException refusal) {
        throw new UnsupportedOperationException();
    }
}
