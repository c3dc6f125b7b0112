import dev.tempest.Attribute
import dev.tempest.BeginsWith
import dev.tempest.TableName
import dev.tempest.kotlin.getItems
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.LogicalDb
import dev.tempest.sdk2.kotlin.batchLoad
import dev.tempest.sdk2.kotlin.batchWriteSet
import dev.tempest.sdk2.kotlin.load
import dev.tempest.sdk2.kotlin.query
import dev.tempest.sdk2.kotlin.save
import dev.tempest.sdk2.kotlin.scanAllContents
import java.net.URI
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey
import software.amazon.awssdk.http.apache5.Apache5HttpClient
import software.amazon.awssdk.regions.Region
import software.amazon.awssdk.services.dynamodb.DynamoDbClient

@DynamoDbBean
class Row {
    @get:DynamoDbPartitionKey var artist: String? = null
    @get:DynamoDbSortKey var sort_key: String? = null
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
    @TableName("songs") val songs: Table
}

fun run(endpoint: String, accessKeyId: String, secretAccessKey: String): String {
    val client =
        DynamoDbClient.builder()
            .endpointOverride(URI.create(endpoint))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secretAccessKey))
            )
            .httpClient(Apache5HttpClient.create())
            .build()
    val db: Db = LogicalDb(DynamoDbEnhancedClient.builder().dynamoDbClient(client).build())
    val songs = db.songs.songs
    songs.save(item = Song("Nina", "Lilac"))
    db.batchWrite(batchWriteSet { clobber(Song("Nina", "Sinnerman", 3)) })
    val loaded = songs.load(Song.Key("Nina", "Lilac"), consistentReads = true)
    val queried = songs.query(keyCondition = BeginsWith(Song.Key("Nina")), asc = false).contents
    val scanned = songs.scanAllContents(pageSize = 1).toList()
    val batch = db.batchLoad(Song.Key("Nina", "Lilac"), maxPageSize = 1).getItems<Song>()
    client.close()
    return "$loaded, ${queried.map { it.title }}, ${scanned.size}, ${batch.size}"
}
