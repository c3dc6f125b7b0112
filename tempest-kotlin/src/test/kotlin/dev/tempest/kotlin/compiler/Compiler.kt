package dev.tempest.kotlin.compiler

import java.io.File
import java.nio.file.Path
import kotlin.io.path.writeText
import org.jetbrains.kotlin.cli.common.arguments.K2JVMCompilerArguments
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSeverity
import org.jetbrains.kotlin.cli.common.messages.CompilerMessageSourceLocation
import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.jetbrains.kotlin.config.Services

/** Kotlin's compiler, set up as a program's build would have it. */
object Compiler {
    /** The class path of these tests. */
    val classPath: List<File> = System.getProperty("java.class.path").split(File.pathSeparator).map(::File)

    /**
     * Compiles a source file, and returns what is wrong with it.
     *
     * @param directory where the class files go
     */
    fun errors(source: String, directory: Path, classPath: List<File> = this.classPath): List<String> =
        compile(source, directory, classPath).messages

    /**
     * Compiles a source file, and returns the lines that do not compile, from 1.
     *
     * @param directory where the class files go
     */
    fun wrongLines(source: String, directory: Path): Set<Int> = compile(source, directory, classPath).lines

    @Synchronized
    private fun compile(source: String, directory: Path, classPath: List<File>): Errors {
        val file = directory.resolve("Source.kt").apply { writeText(source) }
        val errors = Errors()
        val arguments =
            K2JVMCompilerArguments().apply {
                freeArgs = listOf(file.toString())
                destination = directory.toString()
                this.classpath = classPath.joinToString(File.pathSeparator)
                languageVersion = "2.1"
                jvmTarget = "17"
                // They are on the class path.
                noStdlib = true
                noReflect = true
            }
        K2JVMCompiler().exec(errors, Services.EMPTY, arguments)
        return errors
    }

    private class Errors : MessageCollector {
        val messages = mutableListOf<String>()
        val lines = mutableSetOf<Int>()

        override fun report(
            severity: CompilerMessageSeverity,
            message: String,
            location: CompilerMessageSourceLocation?,
        ) {
            if (severity.isError) {
                messages.add(message)
                location?.let { lines.add(it.line) }
            }
        }

        override fun hasErrors(): Boolean = messages.isNotEmpty()

        override fun clear() = messages.clear()
    }
}
