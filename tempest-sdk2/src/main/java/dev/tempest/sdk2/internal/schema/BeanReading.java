package dev.tempest.sdk2.internal.schema;

import dev.tempest.sdk2.internal.schema.value.BeanProperty;
import dev.tempest.sdk2.internal.schema.value.CodecConverter;
import dev.tempest.sdk2.internal.schema.value.StandardConverter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.DefaultAttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbFlatten;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbIgnore;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/**
 * Reads a bean's annotations as the SDK does, for all that is plain in it. What is not, the SDK reads itself: the bean that it
 * would refuse, that has other beans in it, that it has to reach in a way of its own.
 */
final class BeanReading {
    private final Class<? extends AttributeConverterProvider>[] providerTypes;
    private final Map<Class<?>, AttributeConverterProvider> providers = new HashMap<>();
    private final StaticTableMetadata.Builder metadata = StaticTableMetadata.builder();
    private final Map<String, AttributeConverter<?>> converters = new LinkedHashMap<>();
    private final Map<String, Type> types = new HashMap<>();
    private final Map<String, BeanProperty> properties = new LinkedHashMap<>();

    private BeanReading(DynamoDbBean bean) {
        this.providerTypes = bean.converterProviders();
    }

    /** A bean as the SDK would read it, null if the SDK is to do so itself. */
    static <RI> @Nullable BeanSchema<RI> of(Class<RI> rawType) {
        DynamoDbBean bean = rawType.getAnnotation(DynamoDbBean.class);
        try {
            if (bean == null || !isPlain(rawType)) {
                return null;
            }
            Collection<BeanProperty> properties = BeanProperty.of(rawType);
            BeanReading reading = new BeanReading(bean);
            if (properties == null || !reading.readAll(properties)) {
                return null;
            }
            return new BeanSchema<>(
                    rawType, reading.converters, reading.types, reading.metadata.build(), reading.maker(rawType));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // The SDK has its own words for it.
            return null;
        }
    }

    /** The SDK keeps what it makes of each class, so that others may share it, but for ever. */
    private <RI> Supplier<TableSchema<RI>> maker(Class<RI> rawType) {
        boolean hasOwn = converters.values().stream().anyMatch(CodecConverter.class::isInstance);
        return hasOwn || ReloadedSchemas.isReloaded(rawType)
                ? () -> ReloadedSchemas.ofBean(rawType, properties, converters)
                : () -> TableSchema.fromBean(rawType);
    }

    /** Whether the SDK can call the bean's public methods, and makes beans in the ordinary way. */
    private static boolean isPlain(Class<?> rawType) throws NoSuchMethodException {
        return isReachable(rawType)
                && !Modifier.isAbstract(rawType.getModifiers())
                && Modifier.isPublic(rawType.getConstructor().getModifiers())
                && !rawType.isAnnotationPresent(DynamoDbImmutable.class)
                && !hasBeanInfo(rawType);
    }

    private static boolean isReachable(Class<?> type) {
        if (type.isArray()) {
            return isReachable(type.getComponentType());
        }
        return Modifier.isPublic(type.getModifiers())
                && type.getModule().isExported(type.getPackageName(), TableSchema.class.getModule());
    }

    /** A class of that name, or an annotation, may name other properties than the methods do. */
    private static boolean hasBeanInfo(Class<?> rawType) {
        for (Class<?> type = rawType; type != Object.class; type = type.getSuperclass()) {
            ClassLoader loader = type.getClassLoader();
            String file = type.getName().replace('.', '/') + "BeanInfo.class";
            if (loader == null || loader.getResource(file) != null) {
                return true;
            }
            for (Annotation annotation : type.getAnnotations()) {
                if (isOfJavaBeans(annotation)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** By name, as the module of the JavaBeans may be missing, and costs some time to load. */
    private static boolean isOfJavaBeans(Annotation annotation) {
        return annotation.annotationType().getName().startsWith("java.beans.");
    }

    private boolean readAll(Collection<BeanProperty> properties) throws ReflectiveOperationException {
        for (BeanProperty property : properties) {
            if (!read(property)) {
                return false;
            }
        }
        return true;
    }

    private boolean read(BeanProperty property) throws ReflectiveOperationException {
        for (Annotation annotation : property.annotations()) {
            if (annotation instanceof DynamoDbFlatten || isOfJavaBeans(annotation) || isContainer(annotation)) {
                return false;
            }
        }
        if (property.annotation(DynamoDbIgnore.class) != null) {
            return true;
        }
        if (hasBeans(property.type()) || !isReachable(property.getter().getReturnType())) {
            return false;
        }
        DynamoDbAttribute named = property.annotation(DynamoDbAttribute.class);
        String name = named == null ? property.name() : named.value();
        AttributeConverter<?> converter = converter(property);
        if (converter == null || converters.put(name, converter) != null) {
            return false;
        }
        types.put(name, property.type());
        properties.put(name, property);
        for (Annotation annotation : property.annotations()) {
            AttributeTags.add(annotation, name, property.type(), converter.attributeValueType(), metadata);
        }
        return true;
    }

    private @Nullable AttributeConverter<?> converter(BeanProperty property) throws ReflectiveOperationException {
        DynamoDbConvertedBy own = property.annotation(DynamoDbConvertedBy.class);
        if (own != null) {
            return own.value().getConstructor().newInstance();
        }
        for (Class<? extends AttributeConverterProvider> type : providerTypes) {
            @Nullable AttributeConverter<?> converter = type == DefaultAttributeConverterProvider.class
                    ? defaultConverter(property)
                    : provider(type).converterFor(EnhancedType.of(property.type()));
            if (converter != null) {
                return converter;
            }
        }
        return null;
    }

    private static @Nullable AttributeConverter<?> defaultConverter(BeanProperty property) {
        Type type = property.type();
        StandardConverter<?> standard = StandardConverter.of(type);
        if (standard != null) {
            return standard;
        }
        try {
            return AttributeConverterProvider.defaultProvider().converterFor(EnhancedType.of(type));
        } catch (RuntimeException e) {
            // The SDK has no converter for it. What it throws for that depends on the type.
            return CodecConverter.of(property.getter().getDeclaringClass(), property.name(), type);
        }
    }

    private AttributeConverterProvider provider(Class<? extends AttributeConverterProvider> type)
            throws ReflectiveOperationException {
        AttributeConverterProvider known = providers.get(type);
        if (known == null) {
            known = type.getConstructor().newInstance();
            providers.put(type, known);
        }
        return known;
    }

    /** Of annotations that are repeated. */
    private static boolean isContainer(Annotation annotation) {
        for (Method method : annotation.annotationType().getDeclaredMethods()) {
            Class<?> element = method.getReturnType().getComponentType();
            if (element != null && element.isAnnotation()) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBeans(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                if (hasBeans(argument)) {
                    return true;
                }
            }
            return hasBeans(parameterized.getRawType());
        }
        if (!(type instanceof Class<?> plain)) {
            return true;
        }
        boolean ofJdk = plain.getClassLoader() == null;
        return !ofJdk
                && (plain.isAnnotationPresent(DynamoDbBean.class)
                        || plain.isAnnotationPresent(DynamoDbImmutable.class));
    }
}
