package dev.tempest.kotlin.compiler

import dev.tempest.sdk1.kotlin.Sdk1Db
import dev.tempest.sdk1.kotlin.items.SongRow
import java.io.File
import java.net.URLClassLoader
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatThrownBy
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.junit.jupiter.api.io.TempDir

/** Programs that have one of the SDKs on their class path, and nothing of the other. */
class OneSdkTest {
    @RegisterExtension val dynamo = Sdk1Db("songs" to SongRow::class)
    @TempDir lateinit var directory: Path

    @Test
    fun `a program needs nothing of SDK 2`() {
        assertRuns("OnlySdk1.kt", Compiler.classPath.without(Regex("software.amazon|tempest-sdk2")), "dev.tempest.sdk2")
    }

    @Test
    fun `a program needs nothing of SDK 1`() {
        assertRuns("OnlySdk2.kt", Compiler.classPath.without(Regex("com.amazonaws|tempest-sdk1")), "dev.tempest.sdk1")
    }

    private fun List<File>.without(sdk: Regex) = filterNot {
        sdk.containsMatchIn(it.path) || it.path.contains(Regex("test-classes|tempest-testing|tempest-local"))
    }

    private fun assertRuns(program: String, classPath: List<File>, otherSdk: String) {
        val source = checkNotNull(javaClass.getResource("/dev/tempest/kotlin/onesdk/$program")).readText()
        assertThat(Compiler.errors(source, directory, classPath)).isEmpty()

        val urls = (classPath + directory.toFile()).map { it.toURI().toURL() }.toTypedArray()
        URLClassLoader(urls, ClassLoader.getPlatformClassLoader()).use { loader ->
            assertThatThrownBy { loader.loadClass("$otherSdk.LogicalDb") }
                .isInstanceOf(ClassNotFoundException::class.java)
            assertThat(run(loader)).isEqualTo("Song(artist=Nina, title=Lilac, plays=7), [Sinnerman, Lilac], 2, 1")
        }
    }

    private fun run(loader: ClassLoader): Any? {
        val main = loader.loadClass("SourceKt").getMethod("run", *Array(3) { String::class.java })
        val thread = Thread.currentThread()
        val contextClassLoader = thread.contextClassLoader
        thread.contextClassLoader = loader
        try {
            return main.invoke(null, "${dynamo.sdk2.endpoint()}", dynamo.sdk2.accessKeyId(), "secret")
        } finally {
            thread.contextClassLoader = contextClassLoader
        }
    }
}
