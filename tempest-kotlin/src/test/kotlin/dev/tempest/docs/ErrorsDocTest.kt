package dev.tempest.docs

import dev.tempest.TempestException
import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.PlaylistInfo
import dev.tempest.kotlin.key
import dev.tempest.kotlin.tableName
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

class ErrorsDocTest : DocTest() {
    @Test
    fun `gives the table and the key of any exception of the library`() {
        val job: () -> Unit = { table.albumInfo.load(AlbumInfo.Key("PLAYLIST_1")) }
        val report = mutableListOf<String>()

        try {
            job()
        } catch (e: TempestException) {
            report.add("${e::class.simpleName} in table ${e.tableName} for ${e.key}")
        }

        assertThat(report)
            .containsExactly(
                "UnreadableItemException in table music_items for {partition_key=PLAYLIST_1, sort_key=INFO_}"
            )
    }

    @Test
    fun `gives the item in the way`() {
        val ifVersionIsOne =
            Expression.builder()
                .expression("playlist_version = :version")
                .putExpressionValue(":version", AttributeValue.fromN("1"))
                .build()
        table.playlistInfo.save(PlaylistInfo("PLAYLIST_1", "Day drive", listOf(), 2), ifVersionIsOne)
        val late = PlaylistInfo("PLAYLIST_1", "Late drive", listOf(), 2)
        var message = ""

        try {
            table.playlistInfo.save(late, ifVersionIsOne)
        } catch (e: ConditionalCheckFailedException) {
            val stored: PlaylistInfo? = table.playlistInfo.itemIn(e).orElse(null)
            message = if (stored != null) "It is at version ${stored.playlist_version} by now." else "It was deleted."
        }

        assertThat(message).isEqualTo("It is at version 2 by now.")
    }
}
