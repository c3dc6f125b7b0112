package dev.tempest.sdk2.kotlin.items

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

/** The raw item type of the tests of this package. */
@DynamoDbBean
class SongRow {
    @get:DynamoDbPartitionKey var artist: String? = null
    @get:DynamoDbSortKey var sort_key: String? = null
    var title: String? = null
    var label: String? = null
    var tags: List<String>? = null
    var plays: Long? = null
    var rating: Int? = null
    var live: Boolean? = null
}
