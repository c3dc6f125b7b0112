package dev.tempest.tests.counters;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler lets callers write where a view or a transaction takes changes, conditions and increments. */
class CompiledIncrementsTest {
    private static final String MODEL = """
        import static dev.tempest.Attributes.attr;
        import static dev.tempest.Attributes.changes;
        import static dev.tempest.Attributes.number;
        import dev.tempest.sdk2.AsyncView;
        import dev.tempest.sdk2.Increment;
        import dev.tempest.sdk2.InlineView;
        import java.util.List;
        interface Named { String name(); Long sales(); }
        record Album(String name, Long sales, long plays, int likes) implements Named {}
        record Artist(String name, long albums) {}
        record Title(String name) {}
        class Use {
            void use(
                    InlineView<String, Album> albums, AsyncView<String, Album> later, Album album,
                    dev.tempest.sdk1.View<String, Album> old) {
        """;

    private static final List<String> GOOD = List.of(
            "long sum = albums.increment(\"k\", number(Album::plays), 1);",
            "albums.increment(\"k\", Increment.of(number(Album::plays), 1));",
            "albums.increment(\"k\", Increment.of(number(Album::plays), 1).and(number(Named::sales), 2));",
            "albums.increment(\"k\", Increment.of(number(Named::sales), 1));",
            "albums.increment(\"k\", Increment.of(\"plays\", 1));",
            "albums.increment(\"k\", Increment.of(number(Album::plays), 1).withCondition(attr(Album::name).eq(\"x\")));",
            "later.incrementAsync(\"k\", Increment.of(number(Album::plays), 1));",
            "old.increment(\"k\", number(Album::plays), 1);",
            "albums.save(album, attr(Album::name).eq(\"x\"));",
            "albums.patch(\"k\", changes(attr(Album::name).set(\"x\"), number(Album::likes).add(1)));",
            "Title title = albums.projecting(Title.class).load(\"k\");");

    private static final List<String> BAD = List.of(
            "albums.increment(\"k\", Increment.of(number(Artist::albums), 1));",
            "albums.increment(\"k\", Increment.of(number(Album::plays), 1).and(number(Artist::albums), 1));",
            "albums.increment(\"k\", Increment.of(number(Album::plays), 1).withCondition(attr(Artist::name).eq(\"x\")));",
            "albums.increment(\"k\", Increment.of(number(Album::name), 1));",
            "albums.increment(\"k\", Increment.of(number(Album::plays), \"x\"));",
            "albums.increment(\"k\", number(Artist::albums), 1);",
            "albums.increment(\"k\", attr(Album::plays), 1);",
            "later.incrementAsync(\"k\", Increment.of(number(Artist::albums), 1));",
            "later.patchAsync(\"k\", attr(Artist::name).set(\"x\"));",
            "later.saveAsync(album, attr(Artist::name).eq(\"x\"));",
            "old.increment(\"k\", number(Artist::albums), 1);",
            "old.patch(\"k\", attr(Artist::name).set(\"x\"));",
            "old.save(album, attr(Artist::name).eq(\"x\"));",
            "albums.save(album, attr(Artist::name).eq(\"x\"));",
            "albums.deleteKey(\"k\", attr(Artist::name).eq(\"x\"));",
            "albums.patch(\"k\", attr(Artist::name).set(\"x\"));",
            "albums.patchItem(album, attr(Artist::name).set(\"x\"));",
            "Album whole = albums.projecting(Title.class).load(\"k\");");

    @TempDir
    Path directory;

    private List<String> problems(List<String> statements) {
        String source = statements.stream()
                .map(statement -> "{ " + statement + " }\n")
                .collect(Collectors.joining("", MODEL, "}\n}\n"));
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("memory:///Source.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-Xlint:none", "-Xmaxerrs", "1000", "-d", directory.toString());
        compiler.getTask(null, null, found, options, null, List.of(file)).call();
        // A copy: newer compilers may report more while they write a message.
        return List.copyOf(found.getDiagnostics()).stream()
                .map(problem -> problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT))
                .toList();
    }

    @Test
    void whatCallersWriteCompiles() {
        assertThat(problems(GOOD)).isEmpty();
    }

    @Test
    void whatIsOfAnotherItemTypeDoesNotCompile() {
        int before = (int) MODEL.lines().count();
        List<Integer> wrong = problems(BAD).stream()
                .map(problem -> Integer.parseInt(problem.substring(0, problem.indexOf(':'))) - before - 1)
                .toList();

        assertThat(IntStream.range(0, BAD.size())
                        .filter(i -> !wrong.contains(i))
                        .mapToObj(BAD::get))
                .isEmpty();
    }
}
