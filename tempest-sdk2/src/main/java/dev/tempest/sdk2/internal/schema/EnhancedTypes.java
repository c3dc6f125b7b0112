package dev.tempest.sdk2.internal.schema;

import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedTypeDocumentConfiguration;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/** The types of properties as the SDK's converters know them: beans within are stored as maps, as they are in a bean. */
final class EnhancedTypes {
    private final Consumer<EnhancedTypeDocumentConfiguration.Builder> documents;

    private EnhancedTypes(Consumer<EnhancedTypeDocumentConfiguration.Builder> documents) {
        this.documents = documents;
    }

    /** The type with all that it is made of. */
    static EnhancedType<?> of(Type type, boolean ignoreNulls, boolean preserveEmptyObject) {
        return new EnhancedTypes(builder -> builder.ignoreNulls(ignoreNulls).preserveEmptyObject(preserveEmptyObject))
                .of(type);
    }

    private EnhancedType<?> of(Type declared) {
        // A primitive type is not plain: the SDK tells it from its box.
        Type type = declared instanceof Class<?> ? declared : Types.plain(declared);
        if (type instanceof ParameterizedType parameterized) {
            Type[] arguments = parameterized.getActualTypeArguments();
            if (parameterized.getRawType() == List.class) {
                return EnhancedType.listOf(of(arguments[0]));
            }
            if (parameterized.getRawType() == Map.class) {
                return EnhancedType.mapOf(of(arguments[0]), of(arguments[1]));
            }
        }
        Class<?> plain = TypeVariables.erasure(type);
        EnhancedType<?> document = document(plain);
        return document == null ? EnhancedType.of(type) : document;
    }

    private <T> @Nullable EnhancedType<T> document(Class<T> type) {
        if (type.getClassLoader() == null) {
            return null;
        }
        return type.isAnnotationPresent(DynamoDbBean.class) || type.isAnnotationPresent(DynamoDbImmutable.class)
                ? EnhancedType.documentOf(type, TableSchema.fromClass(type), documents)
                : null;
    }
}
