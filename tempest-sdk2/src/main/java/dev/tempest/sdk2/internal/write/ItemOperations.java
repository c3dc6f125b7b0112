package dev.tempest.sdk2.internal.write;

import dev.tempest.Attr;
import dev.tempest.Change;
import dev.tempest.Condition;
import dev.tempest.NumberAttr;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.expression.ItemChanges;
import dev.tempest.internal.model.TypeRegistry;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.schema.RowReader;
import dev.tempest.sdk2.internal.mapping.HomeRule;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.TableContext;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The operations on single items of one type in one table.
 *
 * @param <K> the key type
 * @param <I> the item type
 */
public final class ItemOperations<K, I> implements RowReader<I, AttributeValue>, TypeRegistry.Entry {
    private final ItemMapper<I> mapper;
    private final WriteRules<I> rules;
    private final GetItemOperation<K, I> get;
    private final PutItemOperation<I> put;
    private final UpdateItemOperation<I> update;
    private final DeleteItemOperation<I> delete;
    private final Increments increments;
    private final ItemUpdate<K, I> updates;
    private final Patches<I> patches;
    private final ClaimingWrites<I> claiming;
    private final Merges<I> merges;
    private final @Nullable ItemMigration<I> upgrading;

    public ItemOperations(ItemMapper<I> mapper, Function<K, Map<String, AttributeValue>> keyEncoder, HomeRule home) {
        this.mapper = mapper;
        this.rules = new WriteRules<>(mapper, home);
        this.get = new GetItemOperation<>(mapper, keyEncoder);
        this.put = new PutItemOperation<>(rules);
        this.update = new UpdateItemOperation<>(rules);
        this.delete = new DeleteItemOperation<>(rules);
        Marks marks = new Marks(rules);
        Counters counters = new Counters(rules);
        this.updates = new ItemUpdate<>(rules, get, put, update);
        this.upgrading = ItemMigration.onRead(rules, get, updates);
        this.increments = new Increments(rules, get, put, update, counters, marks, upgrading);
        this.patches = new Patches<>(rules, get, put, update, updates, marks, upgrading);
        this.merges = new Merges<>(rules, get, put, update, updates, upgrading);
        this.claiming = new ClaimingWrites<>(rules, get, put, update, delete);
    }

    public GetItemOperation<K, I> get() {
        return get;
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

    public Increments increments() {
        return increments;
    }

    public ItemUpdate<K, I> updates() {
        return updates;
    }

    public Patches<I> patches() {
        return patches;
    }

    /** The merges that take more than one request. */
    public Merges<I> merges() {
        return merges;
    }

    /** Migrates the items of older models that writes meet; null where items are read as they are. */
    public @Nullable ItemMigration<I> upgrading() {
        return upgrading;
    }

    /** The writes of items with unique values. */
    public ClaimingWrites<I> claiming() {
        return claiming;
    }

    public WriteRules<I> rules() {
        return rules;
    }

    public TableContext<?> table() {
        return mapper.table();
    }

    public Map<String, AttributeValue> encodeKey(K key) {
        return get.encodeKey(key);
    }

    @Override
    public RowKey rowKey(Map<String, AttributeValue> row) {
        return mapper.table().rowKey(row);
    }

    @Override
    public String tableName() {
        return mapper.table().name();
    }

    @Override
    public Class<I> type() {
        return mapper.type();
    }

    /** Whether a row's key carries the prefixes of the type. */
    public boolean recognizes(Map<String, AttributeValue> row) {
        return mapper.recognizes(row);
    }

    @Override
    public Set<Class<?>> classes() {
        return mapper.classes();
    }

    /** A condition on items of the type. */
    public Clause<AttributeValue> clause(Condition<?> condition) {
        return Clauses.of(condition, mapper.properties());
    }

    /** A change of an item of the type. */
    public ItemChange<AttributeValue> change(Change<?> change) {
        return ItemChanges.of(change, mapper.properties(), rules::reservation);
    }

    /** An attribute by the name of its property. */
    public <T> Attr<I, T> attribute(String property, Class<T> type) {
        return mapper.properties().named(property, type);
    }

    /** The name of the property that an attribute names. */
    public String propertyName(NumberAttr<?, ?> attribute) {
        return increments.counters().property(attribute);
    }

    /** An item as messages name it. */
    public String describe(Map<String, AttributeValue> row) {
        return mapper.describe(row);
    }

    @Override
    public I read(Map<String, AttributeValue> row) {
        return mapper.read(row);
    }

    @Override
    public boolean isExpired(Map<String, AttributeValue> row) {
        return mapper.table().present(row) == null || mapper.table().isCompanion(row);
    }

    /** The item that a failed condition returned; null if the row is of another type, or of an expired item. */
    public @Nullable I readOrNull(Map<String, AttributeValue> row) {
        return isExpired(row) ? null : mapper.readOrNull(row);
    }

    public Optional<I> itemIn(ConditionalCheckFailedException e) {
        Map<String, AttributeValue> found = Write.found(e);
        return found == null || isExpired(found) ? Optional.empty() : Optional.of(read(found));
    }
}
