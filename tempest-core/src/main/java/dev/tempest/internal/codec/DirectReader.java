package dev.tempest.internal.codec;

import dev.tempest.internal.Rethrow;
import dev.tempest.internal.reflect.ItemFactory;
import dev.tempest.internal.schema.Values;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in one go, each of a constructor's arguments from the row into the call. No array and no boxes are made on the
 * way. What a reader gives null for, or throws anything at, is to be read in another way.
 */
final class DirectReader {
    private DirectReader() {}

    /** @param constructed the bindings of the constructor's parameters, all of them */
    static <V> Function<Map<String, V>, @Nullable Object> of(
            ItemFactory<?> factory, Binding<V>[] constructed, Values<V> values) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        AttributeReader<V>[] readers = new AttributeReader[constructed.length];
        List<String> defaulted = new ArrayList<>();
        for (Binding<V> binding : constructed) {
            int parameter = binding.property().parameter();
            readers[parameter] = binding.reader();
            if (factory.hasDefault(parameter)) {
                defaulted.add(binding.reader().attribute());
            }
        }
        Function<Map<String, V>, @Nullable Object> made = ReaderClass.function(factory, readers, values.ofNull());
        Function<Map<String, V>, @Nullable Object> reader =
                made != null ? made : new ByHandle<>(factory.constructor().get(), readers);
        return defaulted.isEmpty() ? reader : new WithDefaults<>(reader, values, defaulted.toArray(new String[0]));
    }

    /** Leaves alone what lacks an attribute that the constructor has a value for. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares it.
    private record WithDefaults<V>(
            Function<Map<String, V>, @Nullable Object> reader, Values<V> values, String[] defaulted)
            implements Function<Map<String, V>, @Nullable Object> {
        @Override
        public @Nullable Object apply(Map<String, V> row) {
            for (String attribute : defaulted) {
                V value = row.get(attribute);
                if (value == null || values.isNull(value)) {
                    return null;
                }
            }
            return reader.apply(row);
        }
    }

    /** The same for types in which no class of ours can be made; slower by a third. */
    static final class ByHandle<V> implements Function<Map<String, V>, @Nullable Object> {
        private final MethodHandle reader;

        ByHandle(MethodHandle constructor, AttributeReader<V>[] arguments) {
            MethodHandle[] readers = new MethodHandle[arguments.length];
            for (int i = 0; i < readers.length; i++) {
                readers[i] = arguments[i].handle(constructor.type().parameterType(i));
            }
            this.reader = MethodHandles.permuteArguments(
                            MethodHandles.filterArguments(constructor, 0, readers),
                            MethodType.methodType(constructor.type().returnType(), Map.class),
                            new int[readers.length])
                    .asType(MethodType.methodType(Object.class, Map.class));
        }

        @Override
        public Object apply(Map<String, V> row) {
            try {
                return (Object) reader.invokeExact(row);
            } catch (Throwable e) {
                throw Rethrow.unchecked(e);
            }
        }
    }
}
