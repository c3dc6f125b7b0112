package dev.tempest.sdk2.internal.schema;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * Attributes as the SDK's extensions ask about them.
 *
 * @param converters by the names of the attributes
 */
public record AttributeSchema(
        Collection<String> attributeNames,
        TableMetadata metadata,
        Function<String, @Nullable AttributeConverter<?>> converters) {

    static AttributeSchema of(TableSchema<?> schema) {
        return new AttributeSchema(
                schema.attributeNames(), schema.tableMetadata(), name -> schema.converterForAttribute(name));
    }
}
