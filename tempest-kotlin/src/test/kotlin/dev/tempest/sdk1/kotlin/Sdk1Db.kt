package dev.tempest.sdk1.kotlin

import com.amazonaws.auth.AWSStaticCredentialsProvider
import com.amazonaws.auth.BasicAWSCredentials
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import com.amazonaws.services.dynamodbv2.model.AttributeValue
import com.amazonaws.services.dynamodbv2.model.BillingMode
import com.amazonaws.services.dynamodbv2.model.Projection
import com.amazonaws.services.dynamodbv2.model.ProjectionType
import dev.tempest.testing.DynamoDbConnection
import kotlin.reflect.KClass
import org.junit.jupiter.api.extension.AfterEachCallback
import org.junit.jupiter.api.extension.BeforeEachCallback
import org.junit.jupiter.api.extension.ExtensionContext

/** Gives each test a database of its own, with tables for raw item types of SDK 1.x, by their names. */
class Sdk1Db(private vararg val tables: Pair<String, KClass<*>>) : BeforeEachCallback, AfterEachCallback {
    /** The same database for SDK 2.x. */
    lateinit var sdk2: DynamoDbConnection
        private set

    lateinit var client: AmazonDynamoDB
        private set

    val mapper: DynamoDBMapper
        get() = DynamoDBMapper(client)

    override fun beforeEach(context: ExtensionContext) {
        sdk2 = DynamoDbConnection.embedded()
        client = connect(sdk2)
        tables.forEach { (name, rawType) -> createTable(name, rawType) }
    }

    override fun afterEach(context: ExtensionContext) {
        client.shutdown()
        sdk2.close()
    }

    private fun createTable(name: String, rawType: KClass<*>) {
        val request =
            mapper
                .generateCreateTableRequest(rawType.java)
                .withTableName(name)
                .withBillingMode(BillingMode.PAY_PER_REQUEST)
        val all = Projection().withProjectionType(ProjectionType.ALL)
        request.globalSecondaryIndexes?.forEach { it.projection = all }
        request.localSecondaryIndexes?.forEach { it.projection = all }
        client.createTable(request)
    }

    /** The stored rows of a small table. */
    fun rows(table: String): List<Map<String, AttributeValue>> = client.scan(table, null, null).items

    companion object {
        fun connect(sdk2: DynamoDbConnection): AmazonDynamoDB {
            val settings = sdk2.client().serviceClientConfiguration()
            val credentials = settings.credentialsProvider().resolveIdentity().join()
            val endpoint = settings.endpointOverride().orElseThrow()
            return AmazonDynamoDBClientBuilder.standard()
                .withEndpointConfiguration(EndpointConfiguration("$endpoint", "${settings.region()}"))
                .withCredentials(
                    AWSStaticCredentialsProvider(
                        BasicAWSCredentials(credentials.accessKeyId(), credentials.secretAccessKey())
                    )
                )
                .build()
        }
    }
}
