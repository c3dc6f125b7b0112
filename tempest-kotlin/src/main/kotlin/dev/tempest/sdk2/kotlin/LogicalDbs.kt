package dev.tempest.sdk2.kotlin

import dev.tempest.sdk2.AsyncLogicalDb
import dev.tempest.sdk2.ConditionalWrites
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.TableNameResolver
import kotlin.time.Duration
import kotlin.time.toJavaDuration
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient
import software.amazon.awssdk.services.dynamodb.DynamoDbClient

/**
 * Makes a database, and checks its whole model. Sends nothing.
 *
 * ```
 * val db: MusicDb = LogicalDb(enhancedClient)
 * ```
 *
 * @param D the user's interface
 * @param enhancedClient the client whose extensions are used, and which does the requests unless [client] is given
 * @param tableNameResolver names the tables; by default [dev.tempest.TableName] does
 * @param offsetSecret a secret of 16 bytes or more that the text form of offsets is signed with
 * @param conditionalWrites how conditional writes are sent, unless a view says otherwise
 * @param updateTimeout how long an update goes on against other writers and failures; by default 30 seconds
 * @param maxParallelRequests how many requests batches, parallel scans and pages that are read ahead may have under way
 *   at the same time, in addition to the requests of their callers; by default 30
 * @param client the client that does the requests; needed only where [enhancedClient] is an implementation of one's own
 *   that does not return its client
 * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
 */
public inline fun <reified D : LogicalDb> LogicalDb(
    enhancedClient: DynamoDbEnhancedClient,
    tableNameResolver: TableNameResolver? = null,
    offsetSecret: ByteArray? = null,
    conditionalWrites: ConditionalWrites = ConditionalWrites.STANDARD,
    updateTimeout: Duration? = null,
    maxParallelRequests: Int? = null,
    client: DynamoDbClient? = null,
): D {
    val builder = LogicalDb.builder(D::class.java).enhancedClient(enhancedClient).conditionalWrites(conditionalWrites)
    tableNameResolver?.let(builder::tableNameResolver)
    offsetSecret?.let(builder::offsetSecret)
    updateTimeout?.let { builder.updateTimeout(it.toJavaDuration()) }
    maxParallelRequests?.let(builder::maxParallelRequests)
    client?.let(builder::client)
    return builder.build()
}

/**
 * Makes an asynchronous database, and checks its whole model. Sends nothing.
 *
 * The arguments are those of the blocking [LogicalDb].
 *
 * @param D the user's interface
 * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
 */
public inline fun <reified D : AsyncLogicalDb> AsyncLogicalDb(
    enhancedClient: DynamoDbEnhancedAsyncClient,
    tableNameResolver: TableNameResolver? = null,
    offsetSecret: ByteArray? = null,
    conditionalWrites: ConditionalWrites = ConditionalWrites.STANDARD,
    updateTimeout: Duration? = null,
    maxParallelRequests: Int? = null,
    client: DynamoDbAsyncClient? = null,
): D {
    val builder =
        AsyncLogicalDb.builder(D::class.java).enhancedClient(enhancedClient).conditionalWrites(conditionalWrites)
    tableNameResolver?.let(builder::tableNameResolver)
    offsetSecret?.let(builder::offsetSecret)
    updateTimeout?.let { builder.updateTimeout(it.toJavaDuration()) }
    maxParallelRequests?.let(builder::maxParallelRequests)
    client?.let(builder::client)
    return builder.build()
}
