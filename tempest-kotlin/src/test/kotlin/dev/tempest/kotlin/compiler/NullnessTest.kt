package dev.tempest.kotlin.compiler

import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What may be null is nullable to the compiler, in Java's own methods and in the functions for Kotlin. */
class NullnessTest {
    @TempDir lateinit var directory: Path

    /** What is wrong with a program that evaluates the expressions, once for each SDK. */
    private fun errors(vararg expressions: String): List<String> {
        val functions = expressions.withIndex().joinToString("\n") { (index, it) -> "fun use$index() = $it" }
        return Compiler.errors(
            """
            import dev.tempest.sdk1.kotlin.deleteKey
            import dev.tempest.sdk1.kotlin.load
            import dev.tempest.sdk2.kotlin.deleteKey
            import dev.tempest.sdk2.kotlin.load

            class PlaylistInfo(val playlist_token: String, val playlist_name: String) {
                class Key(val playlist_token: String)
            }

            val key = PlaylistInfo.Key("PLAYLIST_1")

            class OnSdk1(val view: dev.tempest.sdk1.InlineView<PlaylistInfo.Key, PlaylistInfo>) {
                $functions
            }

            class OnSdk2(val view: dev.tempest.sdk2.InlineView<PlaylistInfo.Key, PlaylistInfo>) {
                $functions
            }
            """
                .trimIndent(),
            directory,
        )
    }

    @Test
    fun `an item is used without asking whether there is one, and that does not compile`() {
        val errors =
            errors(
                "view.load(key).playlist_name",
                "view.load(key, consistentReads = true).playlist_name",
                "view.deleteKey(key).playlist_name",
                "view.deleteKey(key, deleteExpression = null).playlist_name",
            )

        assertThat(errors).hasSize(8).allSatisfy {
            assertThat(it).contains("calls are allowed on a nullable receiver of type 'PlaylistInfo?'")
        }
    }

    @Test
    fun `an item is used if there is one, and that compiles`() {
        assertThat(
                errors(
                    "view.load(key)?.playlist_name",
                    "view.load(key, consistentReads = true)?.playlist_name",
                    "checkNotNull(view.deleteKey(key)).playlist_name",
                    "view.save(PlaylistInfo(\"PLAYLIST_1\", \"Night drive\")).playlist_name",
                    "view.scan().contents.first().playlist_name",
                )
            )
            .isEmpty()
    }
}
