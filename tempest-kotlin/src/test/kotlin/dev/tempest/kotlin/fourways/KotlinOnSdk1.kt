package dev.tempest.kotlin.fourways

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel.DynamoDBAttributeType
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTypeConverted
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTyped
import dev.tempest.BeginsWith
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.sdk1.kotlin.queryAllContents
import dev.tempest.sdk1.kotlin.save
import java.time.Duration

/** A program in Kotlin on SDK 1.x. */
class KotlinOnSdk1(dynamoDbMapper: DynamoDBMapper) : Tracks {
    private val view = LogicalDb<Db>(dynamoDbMapper).tracks.tracks

    override fun write(tracks: List<JavaTrack>) = tracks.forEach { view.save(item = KotlinTrack.of(it)) }

    override fun read(album: String): List<JavaTrack> =
        view.queryAllContents(BeginsWith(KotlinTrack.Key(album)), pageSize = 3).map { it.toJava() }

    interface Db : LogicalDb {
        val tracks: Table
    }

    interface Table : LogicalTable<Row> {
        val tracks: InlineView<KotlinTrack.Key, KotlinTrack>
    }

    @DynamoDBTable(tableName = "tracks")
    class Row {
        @get:DynamoDBHashKey var partition_key: String? = null
        @get:DynamoDBRangeKey var sort_key: String? = null
        var title: String? = null
        var plays: Int? = null
        var rating: Int? = null
        @get:DynamoDBTyped(DynamoDBAttributeType.BOOL) var live: Boolean? = null
        @get:DynamoDBTypeConverted(converter = JavaOnSdk1.SecondsConverter::class) var run_length: Duration? = null
        var artists: List<String>? = null
        var tags: Set<String>? = null
    }
}
