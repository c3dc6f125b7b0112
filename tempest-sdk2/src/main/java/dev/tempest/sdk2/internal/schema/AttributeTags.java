package dev.tempest.sdk2.internal.schema;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTag;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticTableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.BeanTableSchemaAttributeTag;

/** What an annotation of the SDK, or of an extension by others, says of an attribute to keys, indexes and extensions. */
final class AttributeTags {
    private AttributeTags() {}

    static boolean isTag(Annotation annotation) {
        return annotation.annotationType().isAnnotationPresent(BeanTableSchemaAttributeTag.class);
    }

    /**
     * Adds to the metadata what an annotation says, if it says anything.
     *
     * @param name of the attribute
     * @throws IllegalArgumentException if the SDK refuses it for an attribute of that type
     */
    static void add(
            Annotation annotation,
            String name,
            Type type,
            AttributeValueType stored,
            StaticTableMetadata.Builder metadata)
            throws ReflectiveOperationException {
        BeanTableSchemaAttributeTag tagged =
                annotation.annotationType().getAnnotation(BeanTableSchemaAttributeTag.class);
        if (tagged == null) {
            return;
        }
        Method maker = tagged.value().getDeclaredMethod("attributeTagFor", annotation.annotationType());
        StaticAttributeTag tag = (StaticAttributeTag) maker.invoke(null, annotation);
        tag.validateType(name, EnhancedType.of(type), stored);
        tag.modifyMetadata(name, stored).accept(metadata);
    }
}
