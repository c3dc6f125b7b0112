import com.amazonaws.auth.AWSStaticCredentialsProvider
import com.amazonaws.auth.BasicAWSCredentials
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBHashKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBRangeKey
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBTable
import dev.tempest.Attribute
import dev.tempest.BeginsWith
import dev.tempest.kotlin.getItems
import dev.tempest.sdk1.InlineView
import dev.tempest.sdk1.LogicalDb
import dev.tempest.sdk1.LogicalTable
import dev.tempest.sdk1.kotlin.LogicalDb
import dev.tempest.sdk1.kotlin.batchLoad
import dev.tempest.sdk1.kotlin.batchWriteSet
import dev.tempest.sdk1.kotlin.load
import dev.tempest.sdk1.kotlin.query
import dev.tempest.sdk1.kotlin.save
import dev.tempest.sdk1.kotlin.scanAllContents

@DynamoDBTable(tableName = "songs")
class Row {
    @get:DynamoDBHashKey var artist: String? = null
    @get:DynamoDBRangeKey var sort_key: String? = null
    var plays: Int? = null
}

data class Song(
    val artist: String,
    @Attribute(name = "sort_key", prefix = "SONG_") val title: String,
    val plays: Int = 7,
) {
    data class Key(val artist: String, val title: String = "")
}

interface Table : LogicalTable<Row> {
    val songs: InlineView<Song.Key, Song>
}

interface Db : LogicalDb {
    val songs: Table
}

fun run(endpoint: String, accessKeyId: String, secretAccessKey: String): String {
    val client =
        AmazonDynamoDBClientBuilder.standard()
            .withEndpointConfiguration(EndpointConfiguration(endpoint, "us-east-1"))
            .withCredentials(AWSStaticCredentialsProvider(BasicAWSCredentials(accessKeyId, secretAccessKey)))
            .build()
    val db: Db = LogicalDb(DynamoDBMapper(client))
    val songs = db.songs.songs
    songs.save(item = Song("Nina", "Lilac"))
    db.batchWrite(batchWriteSet { clobber(Song("Nina", "Sinnerman", 3)) })
    val loaded = songs.load(Song.Key("Nina", "Lilac"), consistentReads = true)
    val queried = songs.query(keyCondition = BeginsWith(Song.Key("Nina")), asc = false).contents
    val scanned = songs.scanAllContents(pageSize = 1).toList()
    val batch = db.batchLoad(Song.Key("Nina", "Lilac"), maxPageSize = 1).getItems<Song>()
    client.shutdown()
    return "$loaded, ${queried.map { it.title }}, ${scanned.size}, ${batch.size}"
}
