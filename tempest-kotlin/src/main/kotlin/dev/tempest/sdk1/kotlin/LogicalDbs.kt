package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB
import com.amazonaws.services.dynamodbv2.datamodeling.AttributeTransformer
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperConfig
import dev.tempest.sdk1.LogicalDb
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * Makes a database, and checks its whole model. Sends nothing.
 *
 * ```
 * val db: MusicDb = LogicalDb(dynamoDbMapper)
 * ```
 *
 * @param D the user's interface
 * @param dynamoDbMapper whose client, configuration, converters and attribute transformer are used
 * @param config goes before the mapper's own configuration, setting by setting
 * @param offsetSecret a secret of 16 bytes or more that the text form of offsets is signed with
 * @param updateTimeout how long a patch that reads the item first goes on against other writers; 30 seconds unless it
 *   is given
 * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
 */
public inline fun <reified D : LogicalDb> LogicalDb(
    dynamoDbMapper: DynamoDBMapper,
    config: DynamoDBMapperConfig? = null,
    offsetSecret: ByteArray? = null,
    updateTimeout: Duration? = null,
): D {
    val builder = LogicalDb.builder(D::class.java).dynamoDbMapper(dynamoDbMapper)
    config?.let(builder::config)
    offsetSecret?.let(builder::offsetSecret)
    updateTimeout?.let { builder.updateTimeout(it.toJavaDuration()) }
    return builder.build()
}

/**
 * Makes a database over a client, and checks its whole model. Sends nothing.
 *
 * @param D the user's interface
 * @param client does the requests
 * @param config the configuration; the mapper's default where it says nothing
 * @param attributeTransformer what changes items on their way to and from DynamoDB, such as one that encrypts them
 * @param offsetSecret a secret of 16 bytes or more that the text form of offsets is signed with
 * @param dynamoDbMapper a mapper that converts attributes, and does nothing else; null for one like the SDK's own
 * @param updateTimeout how long a patch that reads the item first goes on against other writers; 30 seconds unless it
 *   is given
 * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and the remedy
 */
public inline fun <reified D : LogicalDb> LogicalDb(
    client: AmazonDynamoDB,
    config: DynamoDBMapperConfig? = null,
    attributeTransformer: AttributeTransformer? = null,
    offsetSecret: ByteArray? = null,
    dynamoDbMapper: DynamoDBMapper? = null,
    updateTimeout: Duration? = null,
): D {
    val builder = LogicalDb.builder(D::class.java).client(client)
    config?.let(builder::config)
    attributeTransformer?.let(builder::attributeTransformer)
    offsetSecret?.let(builder::offsetSecret)
    dynamoDbMapper?.let(builder::dynamoDbMapper)
    updateTimeout?.let { builder.updateTimeout(it.toJavaDuration()) }
    return builder.build()
}
