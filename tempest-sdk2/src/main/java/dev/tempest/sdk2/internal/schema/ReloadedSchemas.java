package dev.tempest.sdk2.internal.schema;

import dev.tempest.internal.reflect.bytecode.FullLookup;
import dev.tempest.sdk2.internal.schema.value.BeanProperty;
import dev.tempest.sdk2.internal.schema.value.StandardConverter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.BeanTableSchemaParams;
import software.amazon.awssdk.enhanced.dynamodb.mapper.ImmutableTableSchemaParams;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/**
 * Schemas of raw item types that are loaded by another class loader than the SDK, as those of a program are that an application
 * server or a development tool reloads. The SDK finds the methods of such a type only through a lookup of the type's own. And
 * what it makes of an annotated class it keeps for ever, with the class and all others of its loader; so a plain bean's schema
 * is made here.
 */
final class ReloadedSchemas {
    private ReloadedSchemas() {}

    static boolean isReloaded(Class<?> rawType) {
        return rawType.getClassLoader() != TableSchema.class.getClassLoader();
    }

    /** What the SDK makes of the type, by its own rules. */
    static <RI> TableSchema<RI> read(Class<RI> rawType) {
        Lookup lookup;
        try {
            lookup = FullLookup.of(rawType);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(e);
        }
        return rawType.isAnnotationPresent(DynamoDbImmutable.class)
                ? TableSchema.fromImmutableClass(ImmutableTableSchemaParams.builder(rawType)
                        .lookup(lookup)
                        .build())
                : TableSchema.fromBean(
                        BeanTableSchemaParams.builder(rawType).lookup(lookup).build());
    }

    /** A plain bean's schema, equal to what the SDK would make of it. */
    static <RI> TableSchema<RI> ofBean(
            Class<RI> rawType, Map<String, BeanProperty> properties, Map<String, AttributeConverter<?>> converters) {
        Lookup lookup = lookup(rawType);
        try {
            MethodHandle constructor = lookup.findConstructor(rawType, MethodType.methodType(void.class))
                    .asType(MethodType.methodType(Object.class));
            StaticTableSchema.Builder<RI> schema =
                    StaticTableSchema.builder(rawType).newItemSupplier(supplier(rawType, constructor));
            for (Map.Entry<String, BeanProperty> entry : properties.entrySet()) {
                AttributeConverter<?> converter = converters.get(entry.getKey());
                if (converter != null) {
                    schema.addAttribute(attribute(
                            rawType, entry.getKey(), entry.getValue(), StandardConverter.resolved(converter)));
                }
            }
            return schema.build();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(rawType + " was a bean before", e);
        }
    }

    private static Lookup lookup(Class<?> rawType) {
        try {
            return MethodHandles.privateLookupIn(rawType, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            // As the SDK has it, for a class that is public.
            return MethodHandles.publicLookup().in(rawType);
        }
    }

    @SuppressWarnings("unchecked")
    private static <RI, R> StaticAttribute<RI, R> attribute(
            Class<RI> rawType, String name, BeanProperty property, AttributeConverter<?> converter)
            throws IllegalAccessException {
        Type type = property.type();
        Lookup lookup = lookup(property.getter().getDeclaringClass());
        MethodHandle getter =
                lookup.unreflect(property.getter()).asType(MethodType.methodType(Object.class, Object.class));
        MethodHandle setter = lookup(property.setter().getDeclaringClass())
                .unreflect(property.setter())
                .asType(MethodType.methodType(void.class, Object.class, Object.class));
        Function<RI, R> get = item -> (R) call(() -> (Object) getter.invokeExact((Object) item));
        BiConsumer<RI, R> set = (item, value) -> call(() -> {
            setter.invokeExact((Object) item, (Object) value);
            return item;
        });
        return StaticAttribute.builder(rawType, (EnhancedType<R>) EnhancedType.of(type))
                .name(name)
                .getter(get)
                .setter(set)
                .attributeConverter((AttributeConverter<R>) converter)
                .build();
    }

    private static <RI> Supplier<RI> supplier(Class<RI> rawType, MethodHandle constructor) {
        return () -> rawType.cast(call(() -> (Object) constructor.invokeExact()));
    }

    @FunctionalInterface
    private interface Call {
        @Nullable Object run() throws Throwable;
    }

    private static @Nullable Object call(Call call) {
        try {
            return call.run();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
