package dev.tempest.docs

import dev.tempest.docs.model.PlaylistInfo
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import software.amazon.awssdk.enhanced.dynamodb.Expression
import software.amazon.awssdk.services.dynamodb.model.AttributeValue
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException

class ErrorsDocTest : DocTest() {
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
