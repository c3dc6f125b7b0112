package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.model.KeyType;
import dev.tempest.internal.model.ProjectedType;
import dev.tempest.internal.query.OffsetTokens;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.ItemReader;
import dev.tempest.sdk2.internal.mapping.TableContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A view's items by some of their properties. Safe for use by several threads; checks each type once. */
public final class Projections<K> {
    private final ItemMapper<?> whole;
    private final KeyType<K, AttributeValue> key;
    private final TableTypes<?> types;
    private final Map<Class<?>, ReadModel<K, ?>> known = new ConcurrentHashMap<>();

    /** @param types of the table, which are told what is read through an index */
    Projections(ItemMapper<?> whole, KeyType<K, AttributeValue> key, TableTypes<?> types) {
        this.whole = whole;
        this.key = key;
        this.types = types;
    }

    KeyType<K, AttributeValue> key() {
        return key;
    }

    OffsetTokens offsetTokens() {
        TableContext<?> table = whole.table();
        String scope = String.join("\n", table.name(), String.valueOf(key.index()), whole.typeName());
        return new OffsetTokens(scope, table.settings().offsetSecret());
    }

    /**
     * Reads those properties of the items that a type has.
     *
     * @throws IllegalArgumentException if the item type does not have them
     */
    @SuppressWarnings("unchecked")
    public <P> ReadModel<K, P> of(Class<P> type) {
        ReadModel<K, ?> model = known.get(type);
        if (model == null) {
            ProjectedType<P, AttributeValue> projected = ProjectedType.of(type, key.itemType());
            model = new ReadModel<>(ItemReader.of(projected, whole), this);
            types.projectedThrough(key.index(), projected);
            known.put(type, model);
        }
        return (ReadModel<K, P>) model;
    }
}
