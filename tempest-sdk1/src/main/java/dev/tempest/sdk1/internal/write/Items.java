package dev.tempest.sdk1.internal.write;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDeleteExpression;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBSaveExpression;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.Attr;
import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.NumberAttr;
import dev.tempest.internal.attr.PropertyAttr;
import dev.tempest.internal.attr.PropertyPath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.ItemChanges;
import dev.tempest.internal.expression.ResolvedAttribute;
import dev.tempest.internal.model.TypeRegistry;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.schema.RowReader;
import dev.tempest.sdk1.View;
import dev.tempest.sdk1.internal.mapping.ItemMapper;
import dev.tempest.sdk1.internal.mapping.TableContext;
import dev.tempest.sdk1.internal.read.GetItemOperation;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The single items of one type in one table.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public class Items<K, I> implements View<K, I>, RowReader<I, AttributeValue>, TypeRegistry.Entry {
    private final ItemMapper<I> mapper;
    private final TableContext<?> table;
    private final GetItemOperation<K, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final DeleteItemOperation<I> delete;
    private final Patches<I> patches;

    protected Items(ItemMapper<I> mapper, Function<K, Map<String, AttributeValue>> keyEncoder) {
        this.mapper = mapper;
        this.table = mapper.table();
        this.get = new GetItemOperation<>(mapper, keyEncoder);
        this.put = new PutItemOperation<>(mapper);
        this.update = new UpdateItemOperation<>(mapper);
        this.delete = new DeleteItemOperation<>(mapper);
        this.patches = new Patches<>(mapper, get, put, update);
    }

    @Override
    public @Nullable I load(K key) {
        return get.load(key, null);
    }

    @Override
    public @Nullable I load(K key, ConsistentReads consistentReads) {
        return get.load(key, consistentReads);
    }

    @Override
    public I save(I item, @Nullable DynamoDBSaveExpression saveExpression, boolean ignoreVersionConstraints) {
        return put.save(item, saveExpression, ignores(ignoreVersionConstraints));
    }

    @Override
    public I save(I item, Condition<? super I> condition, boolean ignoreVersionConstraints) {
        return put.save(item, clause(condition), ignores(ignoreVersionConstraints));
    }

    @Override
    public I merge(I item, @Nullable DynamoDBSaveExpression mergeExpression, boolean ignoreVersionConstraints) {
        return update.merge(item, mergeExpression, ignores(ignoreVersionConstraints));
    }

    @Override
    public I merge(I item, Condition<? super I> condition, boolean ignoreVersionConstraints) {
        return update.merge(item, clause(condition), ignores(ignoreVersionConstraints));
    }

    @Override
    public @Nullable I delete(
            I item, @Nullable DynamoDBDeleteExpression deleteExpression, boolean ignoreVersionConstraints) {
        return delete.delete(item, deleteExpression, ignores(ignoreVersionConstraints));
    }

    @Override
    public @Nullable I delete(I item, Condition<? super I> condition, boolean ignoreVersionConstraints) {
        return delete.delete(item, clause(condition), ignores(ignoreVersionConstraints));
    }

    @Override
    public @Nullable I deleteKey(K key, @Nullable DynamoDBDeleteExpression deleteExpression) {
        return delete.deleteKey(encodeKey(key), deleteExpression);
    }

    @Override
    public @Nullable I deleteKey(K key, Condition<? super I> condition) {
        return delete.deleteKey(encodeKey(key), clause(condition));
    }

    @Override
    public I patch(K key, Change<? super I> change) {
        return patches.byKey(encodeKey(key), change(change));
    }

    @Override
    public I patchItem(I item, Change<? super I> change) {
        return patches.ofItem(item, change(change));
    }

    @Override
    public long increment(K key, NumberAttr<? super I, ?> attribute, long delta) {
        PropertyPath path = PropertyAttr.pathOf(attribute);
        ResolvedAttribute<AttributeValue> found = mapper.properties().resolve(path);
        if (found.isNested()) {
            throw found.refused("is a part of a value, which an increment cannot count in. Use patch with add");
        }
        return patches.increment(
                encodeKey(key), found.propertyName(), delta, mapper.properties().condition(path));
    }

    @Override
    public <V> Attr<I, V> attribute(String property, Class<V> type) {
        return mapper.properties().named(property, type);
    }

    /** That there is an item, whatever it is. */
    public Clause<AttributeValue> keyIsTaken() {
        return patches.state().keyIsTaken();
    }

    /** A change of an item of the type. */
    public ItemChange<AttributeValue> change(Change<?> change) {
        return ItemChanges.of(change, mapper.properties(), mapper::reservation);
    }

    /** A condition on items of the type. */
    public Clause<AttributeValue> clause(Condition<?> condition) {
        return Clauses.of(condition, mapper.properties());
    }

    private boolean ignores(boolean ignoreVersionConstraints) {
        return ignoreVersionConstraints || table.connection().ignoresVersions();
    }

    public PutItemOperation<I> put() {
        return put;
    }

    public UpdateItemOperation<I> update() {
        return update;
    }

    public DeleteItemOperation<I> delete() {
        return delete;
    }

    public Patches<I> patches() {
        return patches;
    }

    public ItemMapper<I> mapper() {
        return mapper;
    }

    public TableContext<?> table() {
        return table;
    }

    public Map<String, AttributeValue> encodeKey(K key) {
        return get.encodeKey(key);
    }

    @Override
    public RowKey rowKey(Map<String, AttributeValue> row) {
        return table.rowKey(row);
    }

    @Override
    public String tableName() {
        return table.name();
    }

    @Override
    public Class<I> type() {
        return mapper.type();
    }

    @Override
    public Set<Class<?>> classes() {
        return mapper.classes();
    }

    @Override
    public I read(Map<String, AttributeValue> row) {
        return mapper.read(row);
    }
}
