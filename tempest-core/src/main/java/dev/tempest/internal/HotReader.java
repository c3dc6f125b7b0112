package dev.tempest.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows in one go, each of a constructor's arguments from the row into the call. No array and no boxes are made on the
 * way. To make one costs a new JVM some milliseconds: only types that are read often have one.
 *
 * @param <V> the SDK's attribute value
 */
final class HotReader<V> {
    private final Function<Map<String, V>, Object> function;

    /** @param constructed the bindings of the constructor's parameters, all of them */
    HotReader(MemberHandle constructor, Binding<V>[] constructed, V nothing) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        AttributeReader<V>[] readers = new AttributeReader[constructed.length];
        for (Binding<V> binding : constructed) {
            readers[binding.property().parameter()] = binding.reader();
        }
        Function<Map<String, V>, Object> made = ReaderClass.function(constructor, readers, nothing);
        this.function = made != null ? made : new ByHandle<>(constructor.get(), readers);
    }

    /** What is in a row; null if it is not to be read, for whatever reason. */
    @Nullable Object read(Map<String, V> row) {
        try {
            return function.apply(row);
        } catch (Exception e) { // checked ones come as they are
            return null;
        }
    }

    /** The same for types in which no class of ours can be made; slower by a third. */
    static final class ByHandle<V> implements Function<Map<String, V>, Object> {
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
