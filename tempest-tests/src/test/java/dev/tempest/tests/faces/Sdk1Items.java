package dev.tempest.tests.faces;

import static dev.tempest.tests.faces.Sdk1Words.answer;

import dev.tempest.sdk1.View;
import software.amazon.awssdk.enhanced.dynamodb.Expression;

/** A view of {@link dev.tempest.sdk1.LogicalDb}. */
public record Sdk1Items<K, I>(View<K, I> view) implements Items<K, I> {
    @Override
    public I load(K key) {
        return answer(() -> view.load(key));
    }

    @Override
    public I load(K key, boolean consistentReads) {
        return answer(() -> view.load(key, Sdk1Words.reads(consistentReads)));
    }

    @Override
    public I save(I item) {
        return answer(() -> view.save(item));
    }

    @Override
    public I save(I item, Expression expression) {
        return answer(() -> view.save(item, Sdk1Words.ofSave(expression)));
    }

    @Override
    public I merge(I item) {
        return answer(() -> view.merge(item));
    }

    @Override
    public I merge(I item, Expression expression) {
        return answer(() -> view.merge(item, Sdk1Words.ofSave(expression)));
    }

    @Override
    public I delete(I item) {
        return answer(() -> view.delete(item));
    }

    @Override
    public I delete(I item, Expression expression) {
        return answer(() -> view.delete(item, Sdk1Words.ofDelete(expression)));
    }

    @Override
    public I deleteKey(K key) {
        return answer(() -> view.deleteKey(key));
    }

    @Override
    public I deleteKey(K key, Expression expression) {
        return answer(() -> view.deleteKey(key, Sdk1Words.ofDelete(expression)));
    }
}
