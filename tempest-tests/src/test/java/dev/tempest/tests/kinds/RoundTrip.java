package dev.tempest.tests.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Sends items with one property set through our code and through the SDK's, and compares.
 *
 * @param <RI> the raw item type
 * @param <I> the item type, a record
 */
final class RoundTrip<RI, I extends Record> {
    record Key(String partition_key, String sort_key) {}

    private static final Key KEY = new Key("A", "1");

    private final Class<? extends LogicalTable<?>> tableType;
    private final Class<RI> rawType;
    private final Class<I> itemType;
    private final Constructor<I> constructor;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Method[] accessors;
    private final Map<String, Method> getters = new HashMap<>();
    private final Map<String, Method> setters = new HashMap<>();
    private final TableSchema<RI> schema;

    RoundTrip(Class<? extends LogicalTable<?>> tableType, Class<RI> rawType, Class<I> itemType)
            throws ReflectiveOperationException {
        this.tableType = tableType;
        this.rawType = rawType;
        this.itemType = itemType;
        this.schema = TableSchema.fromClass(rawType);
        RecordComponent[] components = itemType.getRecordComponents();
        this.constructor = itemType.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        for (int i = 0; i < components.length; i++) {
            positions.put(components[i].getName(), i);
        }
        for (Method method : rawType.getMethods()) {
            if (method.getName().matches("[gs]et..+")) {
                String property = Character.toLowerCase(method.getName().charAt(3))
                        + method.getName().substring(4);
                (method.getName().startsWith("g") ? getters : setters).put(property, method);
            }
        }
    }

    InlineView<Key, I> view(DynamoDbEnhancedClient client, String tableName) {
        LogicalTable<?> table = LogicalDb.create(LogicalDb.class, client).logicalTable(tableName, tableType);
        return table.inlineView(Key.class, itemType);
    }

    /** An item that has nothing but its key and one property. */
    I item(String property, Object value) throws ReflectiveOperationException {
        Object[] arguments = new Object[accessors.length];
        arguments[0] = KEY.partition_key();
        arguments[1] = KEY.sort_key();
        arguments[positions.get(property)] = value;
        return constructor.newInstance(arguments);
    }

    /** A row that has nothing but its key, all else being null explicitly. */
    Map<String, AttributeValue> rowWithNulls() throws ReflectiveOperationException {
        return schema.itemToMap(rawItem("", null), false);
    }

    private RI rawItem(String property, Object value) throws ReflectiveOperationException {
        RI raw = rawType.getConstructor().newInstance();
        setters.get("partition_key").invoke(raw, KEY.partition_key());
        setters.get("sort_key").invoke(raw, "KIND_" + KEY.sort_key());
        if (value != null) {
            set(raw, property, value);
        }
        return raw;
    }

    private void set(RI raw, String property, Object value) throws ReflectiveOperationException {
        if (setters.containsKey(property)) {
            setters.get(property).invoke(raw, value);
        } else {
            Part part = new Part();
            if (property.equals("flatText")) {
                part.setFlatText((String) value);
            } else {
                part.setFlatNumber((Integer) value);
            }
            setters.get("part").invoke(raw, part);
        }
    }

    private Object get(RI raw, String property) throws ReflectiveOperationException {
        if (getters.containsKey(property)) {
            return getters.get(property).invoke(raw);
        }
        Part part = (Part) getters.get("part").invoke(raw);
        return part == null ? null : property.equals("flatText") ? part.getFlatText() : part.getFlatNumber();
    }

    /** What we write is what the SDK writes, and either reads what the other wrote. */
    void check(Supplier<String> description, Wire wire, InlineView<Key, I> view, String property, Object value)
            throws ReflectiveOperationException {
        view.save(item(property, value));
        Map<String, AttributeValue> ours = wire.row();
        Map<String, AttributeValue> theirs = schema.itemToMap(rawItem(property, value), true);
        if (!ours.equals(theirs)) {
            assertThat(ours).as(description).isEqualTo(theirs);
        }

        assertSame(description, view.load(KEY), property, value);
        assertThat(plain(get(schema.mapToItem(ours), property))).as(description).isEqualTo(plain(value));
        wire.row(theirs);
        assertSame(description, view.load(KEY), property, value);
    }

    /** What was saved is what is loaded. */
    void checkStored(Supplier<String> description, InlineView<Key, I> view, String property, Object value)
            throws ReflectiveOperationException {
        view.save(item(property, value));
        assertSame(description, view.load(KEY, true), property, value);
    }

    private void assertSame(Supplier<String> description, I loaded, String property, Object value)
            throws ReflectiveOperationException {
        for (int i = 0; i < accessors.length; i++) {
            Object expected = i == 0
                    ? KEY.partition_key()
                    : i == 1 ? KEY.sort_key() : i == positions.get(property) ? value : null;
            Object actual = accessors[i].invoke(loaded);
            if (!Objects.equals(plain(actual), plain(expected))) {
                assertThat(plain(actual)).as(description).isEqualTo(plain(expected));
            }
        }
    }

    /** Something with an {@code equals()} that compares contents. */
    private static Object plain(Object value) {
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        // Without a raw item type, an optional that is not stored is an empty one.
        if (OptionalInt.empty().equals(value)
                || OptionalLong.empty().equals(value)
                || OptionalDouble.empty().equals(value)) {
            return null;
        }
        boolean comparesIdentity = value instanceof StringBuilder
                || value instanceof StringBuffer
                || value instanceof AtomicBoolean
                || value instanceof AtomicInteger
                || value instanceof AtomicLong
                || value instanceof URL;
        return comparesIdentity ? Objects.toString(value) : value;
    }
}
