package dev.tempest.kotlin.compiler

import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

/** What may be null is nullable to the compiler, in Java's own methods and in the functions for Kotlin. */
class NullnessTest {
    @TempDir lateinit var directory: Path

    private fun errors(sdk: String, vararg expressions: String): List<String> =
        Compiler.errors(
            """
            import dev.tempest.$sdk.InlineView
            import dev.tempest.$sdk.kotlin.deleteKey
            import dev.tempest.$sdk.kotlin.load

            class PlaylistInfo(val playlist_token: String, val playlist_name: String) {
                class Key(val playlist_token: String)
            }

            class Playlists(val view: InlineView<PlaylistInfo.Key, PlaylistInfo>, val key: PlaylistInfo.Key) {
                ${expressions.withIndex().joinToString("\n") { (index, it) -> "fun name$index() = $it.playlist_name" }}
            }
            """
                .trimIndent(),
            directory,
        )

    @ParameterizedTest
    @ValueSource(strings = ["sdk1", "sdk2"])
    fun `a loaded item is used without asking whether there is one, and that does not compile`(sdk: String) {
        val errors =
            errors(
                sdk,
                "view.load(key)",
                "view.load(key, consistentReads = true)",
                "view.deleteKey(key)",
                "view.deleteKey(key, deleteExpression = null)",
            )

        assertThat(errors).hasSize(4).allSatisfy {
            assertThat(it).contains("calls are allowed on a nullable receiver of type 'PlaylistInfo?'")
        }
    }

    @ParameterizedTest
    @ValueSource(strings = ["sdk1", "sdk2"])
    fun `a loaded item is used if there is one, and that compiles`(sdk: String) {
        assertThat(
                errors(
                    sdk,
                    "view.load(key)?",
                    "view.load(key, consistentReads = true)?",
                    "checkNotNull(view.deleteKey(key))",
                    "view.save(PlaylistInfo(\"PLAYLIST_1\", \"Night drive\"))",
                    "view.query(dev.tempest.BeginsWith(key)).contents.first()",
                )
            )
            .isEmpty()
    }
}
