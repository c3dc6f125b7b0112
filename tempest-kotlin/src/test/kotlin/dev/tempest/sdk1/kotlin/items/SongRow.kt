package dev.tempest.sdk1.kotlin.items

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable

/** The raw item type of the tests of this package. */
@DynamoDBTable(tableName = "songs")
class SongRow {
    @get:DynamoDBHashKey var artist: String? = null
    @get:DynamoDBRangeKey var sort_key: String? = null
    var title: String? = null
    var label: String? = null
    var tags: List<String>? = null
    var plays: Long? = null
    var rating: Int? = null
}
