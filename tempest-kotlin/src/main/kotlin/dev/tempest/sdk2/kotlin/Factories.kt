package dev.tempest.sdk2.kotlin

import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.TableNameResolver
import kotlin.reflect.KClass
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient

/**
 * Makes databases by their Kotlin classes. For programs that were written for Cash App's Tempest and call
 * `LogicalDb.create(MusicDb::class, enhancedClient)`: with `import dev.tempest.sdk2.kotlin.LogicalDbs as LogicalDb`,
 * such a call stays as it is. New code calls the function [LogicalDb].
 */
public object LogicalDbs {
    /** Makes a database, and checks its whole model; see [LogicalDb.create]. */
    public fun <D : LogicalDb> create(
        dbType: KClass<D>,
        enhancedClient: DynamoDbEnhancedClient,
        tableNameResolver: TableNameResolver? = null,
    ): D {
        val builder = LogicalDb.builder(dbType.java).enhancedClient(enhancedClient)
        tableNameResolver?.let(builder::tableNameResolver)
        return builder.build()
    }

    /** Makes a database of the type that is inferred, and checks its whole model; see [LogicalDb.create]. */
    public inline operator fun <reified D : LogicalDb> invoke(
        enhancedClient: DynamoDbEnhancedClient,
        tableNameResolver: TableNameResolver? = null,
    ): D = create(D::class, enhancedClient, tableNameResolver)
}

/** The same for asynchronous databases: `import dev.tempest.sdk2.kotlin.AsyncLogicalDbs as AsyncLogicalDb`. */
public object AsyncLogicalDbs {
    /** Makes an asynchronous database, and checks its whole model; see [AsyncLogicalDb.create]. */
    public fun <D : AsyncLogicalDb> create(
        dbType: KClass<D>,
        enhancedClient: DynamoDbEnhancedAsyncClient,
        tableNameResolver: TableNameResolver? = null,
    ): D {
        val builder = AsyncLogicalDb.builder(dbType.java).enhancedClient(enhancedClient)
        tableNameResolver?.let(builder::tableNameResolver)
        return builder.build()
    }

    /** Makes an asynchronous database of the type that is inferred; see [AsyncLogicalDb.create]. */
    public inline operator fun <reified D : AsyncLogicalDb> invoke(
        enhancedClient: DynamoDbEnhancedAsyncClient,
        tableNameResolver: TableNameResolver? = null,
    ): D = create(D::class, enhancedClient, tableNameResolver)
}
