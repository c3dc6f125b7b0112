package dev.tempest.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What callers can name is what stands in each module's {@code api.txt}, so that nobody takes it away unawares. */
class PublicApiTest {
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|enum|record) ([\\w.$]+)");

    @TestFactory
    Stream<DynamicTest> theApiIsTheOneThatWasAccepted() throws IOException {
        return Published.libraries().stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    Path accepted = Published.ROOT.resolve(module).resolve("api.txt");
                    List<String> found = ApiListing.of(
                            Published.ROOT.resolve(module).resolve("target/classes"),
                            getClass().getClassLoader());
                    if (Published.accepting()) {
                        Files.write(accepted, found);
                    }
                    assertThat(found).as("types and members of %s", module).hasSizeGreaterThan(3);
                    assertThat(changes(Files.exists(accepted) ? Files.readAllLines(accepted) : List.of(), found))
                            .as("""
                                    The public API of %s is not the one in %s. A line with - was taken away or changed: that \
                                    breaks callers, and needs a line in CHANGELOG.md. If all of it is meant, this accepts it:

                                    %s
                                    """, module, accepted, Published.acceptingCommand(PublicApiTest.class))
                            .isEmpty();
                }));
    }

    @Test
    void aRemovedMethodIsSeen(@TempDir Path directory) throws IOException {
        List<String> before = listing(directory.resolve("before"), """
                public interface Shelf<K> {
                    String find(K key);
                    default void clear() {}
                }
                """);
        List<String> after = listing(directory.resolve("after"), """
                public interface Shelf<K> {
                    String find(K key);
                }
                """);

        assertThat(changes(before, after)).containsExactly("- sample.Shelf: public default void clear()");
    }

    @Test
    void aChangedMethodIsSeen(@TempDir Path directory) throws IOException {
        List<String> before = listing(directory.resolve("before"), """
                public abstract class Shelf {
                    protected Shelf() {}
                    public abstract java.util.List<? extends Number> find(int count, String... names);
                }
                """);
        List<String> after = listing(directory.resolve("after"), """
                public abstract class Shelf {
                    Shelf() {}
                    public abstract java.util.List<Number> find(long count, String... names);
                }
                """);

        assertThat(changes(before, after))
                .containsExactly(
                        "- sample.Shelf: protected new()",
                        "- sample.Shelf: public abstract java.util.List<? extends java.lang.Number>"
                                + " find(int, java.lang.String...)",
                        "+ sample.Shelf: public abstract java.util.List<java.lang.Number>"
                                + " find(long, java.lang.String...)");
    }

    @Test
    void whatCallersCannotNameIsNoApi(@TempDir Path directory) throws IOException {
        List<String> listing = listing(directory, """
                public final class Shelf {
                    private Shelf() {}
                    static void hidden() {}
                    private static final class Key {
                        public int number() { return 1; }
                    }
                }
                """);

        assertThat(listing).containsExactly("public final class sample.Shelf");
    }

    private static List<String> listing(Path directory, String source) throws IOException {
        return SampleClasses.compile(directory, "sample.Shelf", source);
    }

    /** The lines that are in one listing only, members with their type. */
    private static List<String> changes(List<String> before, List<String> after) {
        List<String> then = withTypes(before);
        List<String> now = withTypes(after);
        List<String> changes = new ArrayList<>();
        minus(then, now).forEach(line -> changes.add("- " + line));
        minus(now, then).forEach(line -> changes.add("+ " + line));
        return changes;
    }

    private static Set<String> minus(List<String> lines, List<String> others) {
        Set<String> rest = new TreeSet<>(lines);
        others.forEach(rest::remove);
        return rest;
    }

    private static List<String> withTypes(List<String> listing) {
        List<String> lines = new ArrayList<>();
        String type = "";
        for (String line : listing) {
            if (line.startsWith(" ")) {
                lines.add(type + ": " + line.strip());
            } else {
                Matcher name = TYPE.matcher(line);
                type = name.find() ? name.group(1) : line;
                lines.add(line);
            }
        }
        return lines;
    }
}
