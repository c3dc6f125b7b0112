package dev.tempest.sdk1.internal.schema;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAttribute;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIgnore;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexHashKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBIndexRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBNamed;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBVersionAttribute;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.reflect.Property;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mapper's annotations on the properties of an item type in a table without a raw item type. Those that say how an attribute
 * is converted have an effect; the others are refused.
 */
final class ItemAnnotations {
    private static final String SDKS = DynamoDBAttribute.class.getPackageName() + ".";
    private static final Set<Class<? extends Annotation>> KEYS = Set.of(
            DynamoDBHashKey.class, DynamoDBRangeKey.class, DynamoDBIndexHashKey.class, DynamoDBIndexRangeKey.class);

    private final Class<?> type;
    private final Class<?> tableType;
    private final Map<String, Property> byMember = new HashMap<>();

    private ItemAnnotations(Class<?> type, Collection<Property> properties, Class<?> tableType) {
        this.type = type;
        this.tableType = tableType;
        for (Property property : properties) {
            byMember.putIfAbsent(property.name(), property);
            property.getterNames().forEach(name -> byMember.putIfAbsent(name, property));
        }
    }

    /**
     * Checks an item type.
     *
     * @param tableType the interface that declares the table's keys
     * @throws IllegalArgumentException if there is an annotation that has no effect, or contradicts the table's interface
     */
    static void check(Class<?> type, Collection<Property> properties, Class<?> tableType) {
        ItemAnnotations annotations = new ItemAnnotations(type, properties, tableType);
        for (Class<?> each : Inherited.hierarchy(type)) {
            for (Annotation annotation : each.getAnnotations()) {
                if (isSdks(annotation)) {
                    throw ModelError.of(
                            each,
                            "has @" + annotation.annotationType().getSimpleName() + ", but the @Table of "
                                    + ModelError.name(tableType) + " declares its keys, and its properties are its"
                                    + " attributes",
                            "Remove the annotation");
                }
            }
            for (Method method : each.getDeclaredMethods()) {
                if (!method.isSynthetic()) {
                    annotations.check(method, method, method.getName() + "()", method.getParameterCount() == 0);
                }
            }
            for (Field field : each.getDeclaredFields()) {
                annotations.check(field, field, field.getName(), true);
            }
        }
    }

    /**
     * The annotation that says how a property is converted; null if it has none.
     *
     * @throws IllegalArgumentException if two declarations contradict each other
     */
    static @Nullable Annotation conversion(Property property) {
        for (AnnotatedElement element : property.annotated()) {
            for (Annotation annotation : element.getAnnotations()) {
                if (isConversion(annotation)) {
                    return property.annotation(annotation.annotationType());
                }
            }
        }
        return null;
    }

    /** The converter that an annotation names, or the annotation on it. */
    static Class<?> converter(Annotation annotation) {
        DynamoDBTypeConverted converted = annotation instanceof DynamoDBTypeConverted direct
                ? direct
                : annotation.annotationType().getAnnotation(DynamoDBTypeConverted.class);
        return converted.converter();
    }

    private void check(AnnotatedElement element, Member member, String name, boolean mayRead) {
        for (Annotation annotation : element.getAnnotations()) {
            if (!isSdks(annotation) && !isConversion(annotation)) {
                continue;
            }
            Property property =
                    mayRead && !Modifier.isStatic(member.getModifiers()) ? byMember.get(member.getName()) : null;
            if (!isConversion(annotation)) {
                throw refused(property == null ? name : property.name(), annotation);
            }
            if (property == null) {
                throw ModelError.of(
                        member.getDeclaringClass(),
                        name,
                        "has @" + annotation.annotationType().getSimpleName() + ", but reads no stored property",
                        "Put it on the getter of the property, or remove it");
            }
        }
    }

    private IllegalArgumentException refused(String member, Annotation annotation) {
        Class<?> kind = annotation.annotationType();
        String remedy;
        if (kind == DynamoDBAttribute.class || kind == DynamoDBNamed.class) {
            remedy = "Name the attribute with @Attribute(name = ...)";
        } else if (kind == DynamoDBIgnore.class) {
            remedy = "Make the property transient";
        } else if (KEYS.contains(kind)) {
            remedy = "Remove it: the @Table of " + ModelError.name(tableType) + " declares the keys";
        } else if (kind == DynamoDBVersionAttribute.class) {
            remedy = "Put @Version on the property instead";
        } else {
            remedy = "Remove it: an item type takes @DynamoDBTypeConverted";
        }
        return ModelError.of(
                type, member, "has @" + kind.getSimpleName() + ", which has no effect without a raw item type", remedy);
    }

    private static boolean isSdks(Annotation annotation) {
        if (annotation.annotationType().getName().startsWith(SDKS)) {
            return true;
        }
        for (Annotation each : annotation.annotationType().getAnnotations()) {
            if (each.annotationType().getName().startsWith(SDKS)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConversion(Annotation annotation) {
        return annotation instanceof DynamoDBTypeConverted
                || annotation.annotationType().isAnnotationPresent(DynamoDBTypeConverted.class);
    }
}
