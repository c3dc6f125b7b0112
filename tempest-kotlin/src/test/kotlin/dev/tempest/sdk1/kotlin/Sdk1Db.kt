package dev.tempest.sdk1.kotlin

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import com.amazonaws.services.dynamodbv2.model.AttributeValue
import dev.tempest.testing.DynamoDbConnection
import dev.tempest.testing.sdk1.DynamoDbConnection as Sdk1Connection
import dev.tempest.testing.sdk1.TestTable
import kotlin.reflect.KClass
import org.junit.jupiter.api.extension.AfterEachCallback
import org.junit.jupiter.api.extension.BeforeEachCallback
import org.junit.jupiter.api.extension.ExtensionContext

/** Gives each test a database of its own for both lines of the SDK, with tables for raw item types of SDK 1.x. */
class Sdk1Db(private vararg val tables: Pair<String, KClass<*>>) : BeforeEachCallback, AfterEachCallback {
    private lateinit var sdk1: Sdk1Connection

    /** The same database for SDK 2.x. */
    lateinit var sdk2: DynamoDbConnection
        private set

    val client: AmazonDynamoDB
        get() = sdk1.client()

    val mapper: DynamoDBMapper
        get() = sdk1.mapper()

    override fun beforeEach(context: ExtensionContext) {
        sdk2 = DynamoDbConnection.embedded()
        sdk1 = Sdk1Connection.to(sdk2.endpoint(), sdk2.accessKeyId())
        tables.forEach { (name, rawType) -> sdk1.createTable(TestTable.create(name, rawType.java)) }
    }

    override fun afterEach(context: ExtensionContext) {
        sdk1.close()
        sdk2.close()
    }

    /** The stored rows of a small table. */
    fun rows(table: String): List<Map<String, AttributeValue>> = client.scan(table, null, null).items
}
