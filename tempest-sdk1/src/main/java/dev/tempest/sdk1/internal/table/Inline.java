package dev.tempest.sdk1.internal.table;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.internal.mapping.ViewModel;
import dev.tempest.sdk1.internal.read.Reads;
import dev.tempest.sdk1.internal.write.Items;
import org.jspecify.annotations.Nullable;

/** An inline view. */
final class Inline<K, I> extends Reads<K, I> implements InlineView<K, I> {
    private final Items<K, I> items;

    Inline(ViewModel<K, I> model) {
        super(model, "InlineView");
        this.items = new Items<>(model.table(), model.mapper(), model.key()::encode);
    }

    Items<K, I> items() {
        return items;
    }

    @Override
    public @Nullable I load(K key) {
        return items.load(key);
    }

    @Override
    public @Nullable I load(K key, ConsistentReads consistentReads) {
        return items.load(key, consistentReads);
    }

    @Override
    public I save(I item, @Nullable DynamoDBSaveExpression saveExpression, boolean ignoreVersionConstraints) {
        return items.save(item, saveExpression, ignoreVersionConstraints);
    }

    @Override
    public I merge(I item, @Nullable DynamoDBSaveExpression mergeExpression, boolean ignoreVersionConstraints) {
        return items.merge(item, mergeExpression, ignoreVersionConstraints);
    }

    @Override
    public @Nullable I delete(
            I item, @Nullable DynamoDBDeleteExpression deleteExpression, boolean ignoreVersionConstraints) {
        return items.delete(item, deleteExpression, ignoreVersionConstraints);
    }

    @Override
    public @Nullable I deleteKey(K key, @Nullable DynamoDBDeleteExpression deleteExpression) {
        return items.deleteKey(key, deleteExpression);
    }
}
