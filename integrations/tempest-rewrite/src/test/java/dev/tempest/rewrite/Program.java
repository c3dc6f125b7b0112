package dev.tempest.rewrite;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.openrewrite.DataTableExecutionContextView;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryDataTableStore;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.RecipeRun;
import org.openrewrite.SourceFile;
import org.openrewrite.config.Environment;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.java.JavaParser;
import org.openrewrite.kotlin.KotlinParser;

/** A program, in a directory, that was written for Cash App's Tempest, and what becomes of it. */
final class Program {
    private static final List<Path> CLASS_PATH = Arrays.stream(
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                            .split(File.pathSeparator))
            .map(Path::of)
            .toList();

    private final Path sources;
    private final Path classes;

    private Program(Path sources, Path classes) {
        this.sources = sources;
        this.classes = classes;
    }

    /** Moves a program of the test resources by a recipe, into a directory. */
    static Program move(String name, Recipe recipe, Path target, List<String> marks) throws IOException {
        List<Throwable> errors = new ArrayList<>();
        ExecutionContext ctx = new InMemoryExecutionContext(errors::add);
        DataTableExecutionContextView.view(ctx).setDataTableStore(new InMemoryDataTableStore());
        Path directory = Path.of("src/test/resources/programs", name).toAbsolutePath();
        List<SourceFile> before = parse(directory, ctx);

        RecipeRun run = recipe.run(new InMemoryLargeSourceSet(before), ctx, 3, 1);
        if (!errors.isEmpty()) {
            throw new AssertionError("The recipe failed", errors.get(0));
        }
        Path sources = target.resolve("sources");
        for (SourceFile file : before) {
            write(sources, file);
        }
        run.getChangeset().getAllResults().forEach(result -> write(sources, result.getAfter()));
        run.getDataTableRows(ToReview.class)
                .forEach(row -> marks.add(row.file() + ": " + row.topic() + ": " + row.code()));
        return new Program(sources, Files.createDirectories(target.resolve("classes")));
    }

    static Recipe recipe(String name) {
        return Environment.builder().scanRuntimeClasspath("dev.tempest").build().activateRecipes(name);
    }

    /** The class path that parsers read types from: not that of this library, as it is not there before the move. */
    static List<Path> oldClassPath() {
        return CLASS_PATH.stream()
                .filter(path -> !path.toString().contains("tempest-") || isOfCashTempest(path) || isOfThisModule(path))
                .filter(path -> !path.getFileName().toString().startsWith("kotlin-compiler"))
                .toList();
    }

    private static List<Path> newClassPath() {
        return CLASS_PATH.stream()
                .filter(path -> !isOfCashTempest(path) && !isOfThisModule(path))
                .toList();
    }

    private static boolean isOfCashTempest(Path path) {
        return path.toString().replace('\\', '/').contains("/app/cash/tempest/");
    }

    private static boolean isOfThisModule(Path path) {
        return Files.isDirectory(path) && path.toString().contains("tempest-rewrite");
    }

    private static List<SourceFile> parse(Path directory, ExecutionContext ctx) throws IOException {
        List<Path> java = files(directory, ".java");
        List<Path> kotlin = files(directory, ".kt");
        List<SourceFile> parsed = new ArrayList<>();
        if (!java.isEmpty()) {
            parsed.addAll(JavaParser.fromJavaVersion()
                    .classpath(oldClassPath())
                    .build()
                    .parse(java, directory, ctx)
                    .toList());
        }
        if (!kotlin.isEmpty()) {
            parsed.addAll(KotlinParser.builder()
                    .classpath(oldClassPath())
                    .build()
                    .parse(kotlin, directory, ctx)
                    .toList());
        }
        return parsed;
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Path directory, SourceFile file) {
        try {
            Path target = directory.resolve(file.getSourcePath());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.printAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String source(String file) throws IOException {
        return Files.readString(sources.resolve(file));
    }

    List<Path> sources() throws IOException {
        return files(sources, "");
    }

    /** What the compilers have to say against the program; an empty string if they compile it. */
    String compile() throws IOException {
        List<Path> java = files(sources, ".java");
        return java.isEmpty() ? compileKotlin() : compileJava(java);
    }

    private String compileJava(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-parameters", "-cp", join(newClassPath()), "-d", classes.toString());
            boolean compiled = compiler.getTask(
                            new PrintWriter(messages),
                            manager,
                            null,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            return compiled ? "" : messages.toString();
        }
    }

    private String compileKotlin() {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        ExitCode code = new K2JVMCompiler()
                .exec(
                        new PrintStream(messages, true, StandardCharsets.UTF_8),
                        "-no-stdlib",
                        "-no-reflect",
                        "-nowarn",
                        "-jvm-target",
                        "17",
                        "-classpath",
                        join(newClassPath()),
                        "-d",
                        classes.toString(),
                        sources.toString());
        return code == ExitCode.OK ? "" : messages.toString(StandardCharsets.UTF_8);
    }

    private static String join(List<Path> paths) {
        return String.join(
                File.pathSeparator, paths.stream().map(Path::toString).toList());
    }

    /** Runs the tests of the compiled program. */
    TestExecutionSummary test(String testClass) throws IOException, ClassNotFoundException {
        Thread thread = Thread.currentThread();
        ClassLoader outer = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            thread.setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(loader.loadClass(testClass)))
                    .build();
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, listener);
            return listener.getSummary();
        } finally {
            thread.setContextClassLoader(outer);
        }
    }
}
