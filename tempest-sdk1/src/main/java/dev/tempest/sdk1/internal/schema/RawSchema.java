package dev.tempest.sdk1.internal.schema;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBDocument;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperTableModel;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMappingException;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import com.amazonaws.services.dynamodbv2.model.KeySchemaElement;
import com.amazonaws.services.dynamodbv2.model.KeyType;
import com.amazonaws.services.dynamodbv2.model.LocalSecondaryIndex;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.model.DeclaredKeys;
import dev.tempest.internal.model.ItemTables;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.Document;
import dev.tempest.internal.schema.ElementCodec;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.Parts;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawRows;
import dev.tempest.internal.schema.RawTable;
import dev.tempest.sdk1.internal.request.Connection;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A raw item type as the mapper describes it, or what a table's interface declares in its place.
 *
 * @param <RI> the raw item type
 */
public final class RawSchema<RI> implements RawRows<RI, AttributeValue> {
    private final RawForm<RI> form;
    private final RawTable<AttributeValue> table;
    private final Set<String> localIndexes;
    private final @Nullable ItemSchemas items;

    private RawSchema(
            RawForm<RI> form, RawTable<AttributeValue> table, Set<String> localIndexes, @Nullable ItemSchemas items) {
        this.form = form;
        this.table = table;
        this.localIndexes = localIndexes;
        this.items = items;
    }

    /**
     * What a table's interface declares: its raw items are maps.
     *
     * @throws IllegalArgumentException if SDK 1.x cannot have such a table, or the mapper is set up to store values otherwise
     */
    public static RawSchema<Map<String, AttributeValue>> of(DeclaredKeys keys, Connection connection) {
        keys.indexes().forEach((name, key) -> {
            if (key.isComposite()) {
                throw ModelError.of(
                        keys.owner(),
                        "has the index " + name + " with several attributes in one part of its key, which only"
                                + " tempest-sdk2 supports",
                        "Use SDK 2.x for it, or make one attribute of them by @KeyTemplate");
            }
        });
        connection.requireOwnValues(keys.owner());
        RawTable<AttributeValue> table =
                new RawTable<>(keys.owner(), Map.class, Map.of(), keys.key(), keys.indexes(), SdkValues.INSTANCE);
        return new RawSchema<>(
                new RawForm.Maps(keys.owner()), table, keys.localIndexes(), new ItemSchemas(keys, table));
    }

    public static <RI> RawSchema<RI> of(Class<RI> rawType, Connection connection) {
        DynamoDBMapperTableModel<RI> model;
        try {
            model = connection.model(rawType);
            model.hashKey();
        } catch (DynamoDBMappingException e) {
            IllegalArgumentException error = ModelError.of(
                    rawType,
                    "is not a raw item type that the mapper accepts (" + message(e) + ")",
                    "Fix it as the SDK asks; it needs @DynamoDBTable, and @DynamoDBHashKey on the getter of its"
                            + " partition key");
            error.initCause(e);
            throw error;
        }
        Map<String, RawAttribute<AttributeValue>> attributes = attributes(rawType, model, connection);
        DynamoDBMapperFieldModel<RI, Object> sortKey = model.rangeKeyIfExists();
        KeySchema key = new KeySchema(model.hashKey().name(), sortKey == null ? null : sortKey.name());
        Map<String, KeySchema> indexes = new LinkedHashMap<>();
        if (model.globalSecondaryIndexes() != null) {
            for (GlobalSecondaryIndex index : model.globalSecondaryIndexes()) {
                indexes.put(index.getIndexName(), keySchema(index.getKeySchema()));
            }
        }
        Set<String> local = new HashSet<>();
        if (model.localSecondaryIndexes() != null) {
            for (LocalSecondaryIndex index : model.localSecondaryIndexes()) {
                indexes.put(index.getIndexName(), keySchema(index.getKeySchema()));
                local.add(index.getIndexName());
            }
        }
        return new RawSchema<>(
                new RawForm.Mapped<>(model),
                new RawTable<>(rawType, attributes, key, indexes, SdkValues.INSTANCE),
                Set.copyOf(local),
                null);
    }

    public RawTable<AttributeValue> table() {
        return table;
    }

    /** The names of the local secondary indexes. */
    public Set<String> localIndexes() {
        return localIndexes;
    }

    /** The attributes of each item type; null where the raw item type has those of all. */
    public @Nullable ItemSchemas items() {
        return items;
    }

    /** The attributes that each item type of a table finds. */
    public ItemTables<AttributeValue> itemTables() {
        return items == null ? (itemType, attributes, composed) -> table : items;
    }

    /** What the mapper generates with each write. */
    public List<DynamoDBMapperFieldModel<?, Object>> generated() {
        return form.generated();
    }

    /** The type of a key attribute in DynamoDB's words; null if the raw items do not tell it. */
    public @Nullable String keyType(String attribute) {
        return form.keyType(attribute);
    }

    private static <D> Map<String, RawAttribute<AttributeValue>> attributes(
            Class<D> type, DynamoDBMapperTableModel<D> model, Connection connection) {
        Map<String, PropertyTypes.Declaration> declarations = PropertyTypes.of(type);
        Map<String, RawAttribute<AttributeValue>> attributes = new HashMap<>();
        for (DynamoDBMapperFieldModel<D, Object> field : model.fields()) {
            PropertyTypes.Declaration declaration = declarations.get(field.name());
            attributes.put(
                    field.name(),
                    new RawAttribute<>(
                            field.name(),
                            declaration == null ? null : declaration.type(),
                            new FieldCodec(field, declaration, connection)));
        }
        return attributes;
    }

    /** The properties of raw items by the names that conditions and changes give them; each call finds them out again. */
    public ItemProperties<AttributeValue> properties() {
        return ItemProperties.of(document(table.rawType(), table.attributes()), table);
    }

    private static Document<AttributeValue> document(
            Class<?> type, Map<String, RawAttribute<AttributeValue>> attributes) {
        Map<String, RawAttribute<AttributeValue>> byMember = new HashMap<>();
        Map<String, String> byProperty = PropertyTypes.byProperty(type);
        Map<String, String> byGetter = PropertyTypes.byGetter(type);
        for (Map<String, String> names : List.of(byGetter, byProperty)) {
            names.keySet().removeIf(member -> !attributes.containsKey(names.get(member)));
            names.forEach((member, name) -> byMember.putIfAbsent(member, attributes.get(name)));
        }
        return new Document<>(type, byMember, byProperty.keySet());
    }

    private static String message(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + message(cause);
    }

    private static KeySchema keySchema(List<KeySchemaElement> elements) {
        String partitionKey = "";
        String sortKey = null;
        for (KeySchemaElement element : elements) {
            if (element.getKeyType().equals(KeyType.HASH.toString())) {
                partitionKey = element.getAttributeName();
            } else {
                sortKey = element.getAttributeName();
            }
        }
        return new KeySchema(partitionKey, sortKey);
    }

    @Override
    public Map<String, AttributeValue> encode(RI rawItem) {
        table.requireRaw(rawItem);
        return form.toRow(rawItem);
    }

    /**
     * The row of a raw item, which DynamoDB can store.
     *
     * @throws IllegalArgumentException if it cannot
     */
    public Map<String, AttributeValue> encodeToStore(RI rawItem) {
        Map<String, AttributeValue> row;
        try {
            row = encode(rawItem);
        } catch (RuntimeException e) {
            table.requireRaw(rawItem);
            throw form.unstorable(table, rawItem, e);
        }
        table.requireStorable(row);
        return row;
    }

    @Override
    public RI decode(Map<String, AttributeValue> row) {
        return form.toItem(new HashMap<>(row));
    }

    private record FieldCodec(
            DynamoDBMapperFieldModel<?, Object> field,
            PropertyTypes.@Nullable Declaration declaration,
            Connection connection)
            implements AttributeCodec<AttributeValue> {
        private static final AttributeValue NULL = new AttributeValue().withNULL(true);

        @Override
        public AttributeValue toValue(Object property) {
            @Nullable AttributeValue value = field.convert(property);
            if (value != null) {
                return value;
            }
            // The mapper stores no empty text, from the days when DynamoDB took none; the item would come back changed.
            return "".equals(property) ? new AttributeValue().withS("") : NULL;
        }

        @Override
        public @Nullable Object toProperty(AttributeValue value) {
            return SdkValues.INSTANCE.isNull(value) ? null : field.unconvert(value);
        }

        private Set<Annotation> conversion() {
            return declaration == null ? Set.of() : declaration.conversion();
        }

        @Override
        public @Nullable Document<AttributeValue> document() {
            Type type = storedType();
            return type == null ? null : document(type);
        }

        private @Nullable Document<AttributeValue> document(Type declared) {
            return declared instanceof Class<?> type && type.isAnnotationPresent(DynamoDBDocument.class)
                    ? documentOf(type)
                    : null;
        }

        private <D> Document<AttributeValue> documentOf(Class<D> type) {
            return RawSchema.document(type, attributes(type, connection.model(type), connection));
        }

        @Override
        public @Nullable Parts<AttributeValue> parts() {
            Type type = storedType();
            return type == null ? null : parts(type, this);
        }

        private @Nullable Parts<AttributeValue> parts(Type declared, AttributeCodec<AttributeValue> codec) {
            if (!(declared instanceof ParameterizedType type)) {
                return null;
            }
            Type[] arguments = type.getActualTypeArguments();
            if (type.getRawType() == List.class) {
                return Parts.ofList(arguments[0], element(arguments[0], codec, false));
            }
            Function<Object, String> key = String.class::cast;
            return type.getRawType() == Map.class && arguments[0] == String.class
                    ? Parts.ofMap(arguments[1], element(arguments[1], codec, true), key)
                    : null;
        }

        private AttributeCodec<AttributeValue> element(
                Type type, AttributeCodec<AttributeValue> whole, boolean isOfMap) {
            return new ElementCodec<>(
                    whole,
                    isOfMap,
                    SdkValues.INSTANCE,
                    () -> document(type),
                    () -> parts(type, element(type, whole, isOfMap)));
        }

        /** The type as which the mapper stores the property; null if an annotation says how. */
        private @Nullable Type storedType() {
            return declaration == null || !declaration.conversion().isEmpty() ? null : declaration.type();
        }

        @Override
        public boolean isProgrammed() {
            return conversion().stream().anyMatch(DynamoDBTypeConverted.class::isInstance);
        }

        @Override
        public boolean storesAs(AttributeCodec<AttributeValue> other) {
            return other instanceof FieldCodec codec
                    && codec.field.attributeType() == field.attributeType()
                    && codec.conversion().equals(conversion());
        }
    }
}
