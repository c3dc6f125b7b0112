package dev.tempest.internal;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;

/**
 * Reads rows in one go: a single handle that takes each of a constructor's arguments from the row and calls it. No array and
 * no boxes are made on the way. To make the handle costs a new JVM some milliseconds: only types that are read often have one.
 *
 * @param <V> the SDK's attribute value
 */
final class HotReader<V> {
    private final MethodHandle reader;

    /** @param constructed the bindings of the constructor's parameters, all of them */
    HotReader(MethodHandle constructor, Binding<V>[] constructed) {
        MethodHandle[] readers = new MethodHandle[constructor.type().parameterCount()];
        for (Binding<V> binding : constructed) {
            int parameter = binding.property().parameter();
            readers[parameter] = binding.reader().handle(constructor.type().parameterType(parameter));
        }
        MethodHandle ofRows = MethodHandles.filterArguments(constructor, 0, readers);
        this.reader = MethodHandles.permuteArguments(
                        ofRows,
                        MethodType.methodType(constructor.type().returnType(), Map.class),
                        new int[readers.length])
                .asType(MethodType.methodType(Object.class, Map.class));
    }

    Object read(Map<String, V> row) throws Unreadable {
        try {
            return (Object) reader.invokeExact(row);
        } catch (Unreadable | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new Unreadable("its constructor threw " + e, e);
        }
    }
}
