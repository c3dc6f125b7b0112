package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig
import dev.tempest.sdk1.LogicalDb
import kotlin.reflect.KClass

/**
 * Makes databases by their Kotlin classes. For programs that were written for Cash App's Tempest and call
 * `LogicalDb.create(MusicDb::class, mapper)`: with `import dev.tempest.sdk1.kotlin.LogicalDbs as LogicalDb`, such a
 * call stays as it is. New code calls the function [LogicalDb].
 */
public object LogicalDbs {
    /** Makes a database, and checks its whole model; see [LogicalDb.create]. */
    public fun <D : LogicalDb> create(
        dbType: KClass<D>,
        dynamoDbMapper: DynamoDBMapper,
        config: DynamoDBMapperConfig? = null,
    ): D {
        val builder = LogicalDb.builder(dbType.java).dynamoDbMapper(dynamoDbMapper)
        config?.let(builder::config)
        return builder.build()
    }

    /** Makes a database of the type that is inferred, and checks its whole model; see [LogicalDb.create]. */
    public inline operator fun <reified D : LogicalDb> invoke(
        dynamoDbMapper: DynamoDBMapper,
        config: DynamoDBMapperConfig? = null,
    ): D = create(D::class, dynamoDbMapper, config)
}
