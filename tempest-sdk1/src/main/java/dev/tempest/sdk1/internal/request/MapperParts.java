package dev.tempest.sdk1.internal.request;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.AbstractDynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * What a mapper was made of. It does not tell, so this looks into its fields: their names are settled, as the SDK's last
 * release is out. A database that is built with a client of the caller's own never comes here.
 *
 * <p>A mapper's own requests will not do: it writes and checks a version for every object of a class that has one, whether
 * the item type knows of it or not, and refuses conditions on such classes in transactions.
 */
record MapperParts(
        AmazonDynamoDB client,
        DynamoDBMapperConfig config,
        @Nullable AttributeTransformer transformer) {

    static MapperParts of(DynamoDBMapper mapper) {
        AmazonDynamoDB client = read(DynamoDBMapper.class, "db", mapper, AmazonDynamoDB.class);
        DynamoDBMapperConfig config = read(AbstractDynamoDBMapper.class, "config", mapper, DynamoDBMapperConfig.class);
        if (client == null || config == null) {
            throw unknown(mapper, null);
        }
        return new MapperParts(
                client, config, read(DynamoDBMapper.class, "transformer", mapper, AttributeTransformer.class));
    }

    private static <T> @Nullable T read(Class<?> owner, String name, DynamoDBMapper mapper, Class<T> type) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return type.cast(field.get(mapper));
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw unknown(mapper, e);
        }
    }

    private static IllegalStateException unknown(DynamoDBMapper mapper, @Nullable Exception cause) {
        return new IllegalStateException(
                mapper.getClass().getName()
                        + " does not return its client: use LogicalDb.builder(...) with client(...),"
                        + " config(...) and, if the mapper has one, attributeTransformer(...).",
                cause);
    }
}
