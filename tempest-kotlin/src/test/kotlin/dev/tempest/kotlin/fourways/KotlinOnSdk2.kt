package dev.tempest.kotlin.fourways

import dev.tempest.BeginsWith
import dev.tempest.TableName
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.queryAllContents
import dev.tempest.sdk2.kotlin.save
import java.time.Duration
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey

/** A program in Kotlin on SDK 2.x. */
class KotlinOnSdk2(enhancedClient: DynamoDbEnhancedClient) : Tracks {
    private val view = LogicalDb<Db>(enhancedClient).tracks.tracks

    override fun write(tracks: List<JavaTrack>) = tracks.forEach { view.save(item = KotlinTrack.of(it)) }

    override fun read(album: String): List<JavaTrack> =
        view.queryAllContents(BeginsWith(KotlinTrack.Key(album)), pageSize = 3).map { it.toJava() }

    interface Db : LogicalDb {
        @TableName("tracks") val tracks: Table
    }

    interface Table : LogicalTable<Row> {
        val tracks: InlineView<KotlinTrack.Key, KotlinTrack>
    }

    @DynamoDbBean
    class Row {
        @get:DynamoDbPartitionKey var partition_key: String? = null
        @get:DynamoDbSortKey var sort_key: String? = null
        var title: String? = null
        var plays: Int? = null
        var rating: Int? = null
        var live: Boolean? = null
        var run_length: Duration? = null
        var artists: List<String>? = null
        var tags: Set<String>? = null
    }
}
