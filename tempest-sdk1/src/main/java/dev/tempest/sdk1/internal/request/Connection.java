package dev.tempest.sdk1.internal.request;

import static com.amazonaws.services.dynamodbv2.datamodeling.ConversionSchemas.V2;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer;
import com.amazonaws.services.dynamodbv2.datamodeling.ConversionSchema;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.ConsistentReads;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.SaveBehavior;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameOverride;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig.TableNameResolver;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperTableModel;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMappingException;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverterFactory;
import dev.tempest.internal.ModelError;
import org.jspecify.annotations.Nullable;

/**
 * What a database works with: the client, and how the user's mapper is set up.
 *
 * @param mapper knows the raw item types; it sends nothing
 * @param config with a value for every setting that has a default
 */
public record Connection(
        AmazonDynamoDB client,
        DynamoDBMapper mapper,
        DynamoDBMapperConfig config,
        @Nullable AttributeTransformer transformer) {

    public Connection {
        SaveBehavior behavior = config.getSaveBehavior();
        if (behavior == SaveBehavior.UPDATE_SKIP_NULL_ATTRIBUTES || behavior == SaveBehavior.APPEND_SET) {
            throw new IllegalArgumentException("The mapper's save behaviour " + behavior
                    + " keeps stored attributes, but a save through a view replaces them all. Create the database with"
                    + " a DynamoDBMapperConfig whose save behaviour is PUT.");
        }
        if (config.getObjectTableNameResolver() != null) {
            throw new IllegalArgumentException("The mapper has an ObjectTableNameResolver, which finds a table for each"
                    + " object, but a LogicalTable is one table. Use a TableNameResolver, or @TableName.");
        }
    }

    /** The mapper's own client, configuration and transformer. */
    public static Connection of(DynamoDBMapper mapper, @Nullable DynamoDBMapperConfig config) {
        MapperParts parts = MapperParts.of(mapper);
        return new Connection(parts.client(), mapper, merged(parts.config(), config), parts.transformer());
    }

    /** A client of the caller's own. */
    public static Connection of(
            AmazonDynamoDB client,
            @Nullable DynamoDBMapper mapper,
            @Nullable DynamoDBMapperConfig config,
            @Nullable AttributeTransformer transformer) {
        return new Connection(
                client,
                mapper == null ? new DynamoDBMapper(client) : mapper,
                merged(DynamoDBMapperConfig.DEFAULT, config),
                transformer);
    }

    // Deprecated in favour of the builder, which cannot merge.
    @SuppressWarnings("deprecation")
    private static DynamoDBMapperConfig merged(
            DynamoDBMapperConfig defaults, @Nullable DynamoDBMapperConfig overrides) {
        return overrides == null ? defaults : new DynamoDBMapperConfig(defaults, overrides);
    }

    /** The raw item type as the mapper understands it. */
    public <RI> DynamoDBMapperTableModel<RI> model(Class<RI> rawType) {
        return mapper.getTableModel(rawType, config);
    }

    public boolean consistent(@Nullable ConsistentReads consistentReads) {
        return (consistentReads == null ? config.getConsistentReads() : consistentReads) == ConsistentReads.CONSISTENT;
    }

    /** Whether a save or delete leaves versions unchecked. */
    public boolean ignoresVersions() {
        return config.getSaveBehavior() == SaveBehavior.CLOBBER;
    }

    /**
     * Checks that a table without a raw item type may store values as this library does.
     *
     * @param tableType the interface that declares its keys
     * @throws IllegalArgumentException if the mapper has settings that say how properties are stored
     */
    public void requireOwnValues(Class<?> tableType) {
        ConversionSchema schema = config.getConversionSchema();
        // What V2 makes of a value, the codecs make of it, too. What the default makes is nobody's wish.
        if (schema != null && schema != DynamoDBMapperConfig.DEFAULT.getConversionSchema() && schema != V2) {
            throw refused(tableType, "a ConversionSchema");
        }
        DynamoDBTypeConverterFactory converters = config.getTypeConverterFactory();
        if (converters != null && converters != DynamoDBMapperConfig.DEFAULT.getTypeConverterFactory()) {
            throw refused(tableType, "a DynamoDBTypeConverterFactory");
        }
    }

    private static IllegalArgumentException refused(Class<?> tableType, String setting) {
        return ModelError.of(
                tableType,
                "has no raw item type, but the mapper has " + setting
                        + ", which converts only the properties of raw item types",
                "Put @DynamoDBTypeConverted on the properties that need a converter, and create the database with a"
                        + " DynamoDBMapperConfig without it");
    }

    /**
     * The name of a table.
     *
     * @param rawType the raw item type, or the table's interface if it has none
     * @param declared takes the place of the name in the raw item type's annotation; null for none
     * @throws IllegalArgumentException if the table has no name
     */
    public String tableName(Class<?> rawType, @Nullable String declared) {
        TableNameOverride override = config.getTableNameOverride();
        DynamoDBMapperConfig named = config;
        if (declared != null && (override == null || override.getTableName() == null)) {
            // A resolver that builds upon the mapper's default one thus hears of the declared name too.
            String prefix =
                    override == null || override.getTableNamePrefix() == null ? "" : override.getTableNamePrefix();
            named = merged(
                    config,
                    TableNameOverride.withTableNameReplacement(prefix + declared)
                            .config());
        }
        TableNameResolver resolver = config.getTableNameResolver() == null
                ? DynamoDBMapperConfig.DefaultTableNameResolver.INSTANCE
                : config.getTableNameResolver();
        String name;
        try {
            name = resolver.getTableName(rawType, named);
        } catch (DynamoDBMappingException e) {
            IllegalArgumentException error = ModelError.of(
                    rawType,
                    "does not say which DynamoDB table it is (" + e.getMessage() + ")",
                    "Put @DynamoDBTable(tableName = ...) on it, or @TableName on the table method");
            error.initCause(e);
            throw error;
        }
        if (name == null || name.isEmpty()) {
            throw ModelError.of(rawType, "got no table name from the mapper's TableNameResolver", "Let it return one");
        }
        return name;
    }
}
