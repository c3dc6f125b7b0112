package dev.tempest.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The documentation, the documentation comments of the API and the messages are written in plain technical English. What is
 * older than this check is counted in {@code phrases.txt}, a line for each file. Its numbers only get smaller.
 */
class PhrasesTest {
    private static final Path LIST = Published.ROOT.resolve("release-checks/phrases.txt");

    /** A phrase that must not come back, and what to write instead. */
    private record Phrase(Pattern pattern, String better) {}

    private static final List<Phrase> PHRASES = List.of(
            phrase("rows?", "item, stored item"),
            phrase("refus(?:e|es|ed|ing|al|als)", "the condition failed, is rejected, throws"),
            phrase("in (?:the|its|their|his) way", "the conflicting item, the item on which the condition failed"),
            phrase("answer(?:s|ed|ing)?", "response, respond"),
            phrase("(?:un)?guard(?:s|ed|ing)?", "conditional write, condition"),
            phrase("tells?|told", "reports, returns, says, shows"),
            phrase("knows|knew", "detects, has, remembers"),
            phrase("heed(?:s|ed|ing)?", "respects"),
            phrase("mend(?:s|ed|ing)?", "fix"),
            phrase("anew", "again"),
            phrase("likewise", "also, in the same way"),
            phrase("by (?:itself|themselves)", "on its own"),
            phrase("made null of", "returned null"),
            phrase("is none", "is null, there is none"),
            phrase("is no (?!longer\\b|more\\b)\\w+", "is not a ..., must be a ..."),
            phrase("whole numbers?", "integer"),
            phrase("texts", "strings"),
            phrase("of equal right", "is ambiguous"),
            phrase("again and again", "repeatedly, until ..."));

    private static Phrase phrase(String regex, String better) {
        return new Phrase(Pattern.compile("(?i)\\b(?:" + regex + ")\\b"), better);
    }

    /** What was found in a file. */
    private static final class Found {
        private int count;
        private final List<String> places = new ArrayList<>();

        void add(Path file, Prose.Passage passage) {
            for (Phrase phrase : PHRASES) {
                phrase.pattern().matcher(passage.text()).results().forEach(match -> {
                    count++;
                    places.add("  " + Published.ROOT.relativize(file) + ":" + passage.line() + ": \"" + match.group()
                            + "\": write " + phrase.better());
                });
            }
        }
    }

    @Test
    void thePhrasesDoNotComeBack() throws IOException {
        Map<String, Found> found = found();
        boolean isFirst = !Files.exists(LIST);
        Map<String, Integer> allowed = allowed();
        List<String> more = new ArrayList<>();
        List<String> fewer = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        found.forEach((file, phrases) -> {
            int most = isFirst ? phrases.count : allowed.getOrDefault(file, 0);
            if (phrases.count > most) {
                more.add(file + " has " + phrases.count + " phrases, but may have " + most + ":\n"
                        + String.join("\n", phrases.places));
            }
            int left = Math.min(most, phrases.count);
            if (left > 0) {
                lines.add(left + " " + file);
            }
        });
        allowed.forEach((file, most) -> {
            int count = found.containsKey(file) ? found.get(file).count : 0;
            if (count < most) {
                fewer.add(file + " has " + count + " phrases, no longer " + most);
            }
        });
        if (Published.accepting()) {
            Files.write(LIST, lines);
        }
        assertThat(more)
                .as("phrases that are not plain technical English; one of the places listed for each file is new")
                .isEmpty();
        assertThat(Published.accepting() ? List.of() : fewer)
                .as("""
                    the list of phrases is longer than what there is. This shortens it:

                    %s
                    """, Published.acceptingCommand(PhrasesTest.class))
                .isEmpty();
    }

    /** By module and file name, so that files can move between packages. */
    private static Map<String, Found> found() throws IOException {
        Map<String, Found> found = new TreeMap<>();
        for (Path page : files(Published.ROOT.resolve("docs"), 1, ".md")) {
            add(found, "docs/" + page.getFileName(), page, Prose.ofPage(Files.readString(page)));
        }
        for (String module : Published.libraries()) {
            for (Path source : files(Published.ROOT.resolve(module).resolve("src/main"), 99, ".java", ".kt")) {
                boolean isPublic = !source.toString().contains("internal");
                add(
                        found,
                        module + "/" + source.getFileName(),
                        source,
                        Prose.ofSource(Files.readString(source), isPublic));
            }
        }
        return found;
    }

    private static List<Path> files(Path directory, int depth, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(directory, depth)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static void add(Map<String, Found> found, String name, Path file, List<Prose.Passage> passages) {
        Found phrases = found.computeIfAbsent(name, newFile -> new Found());
        passages.forEach(passage -> phrases.add(file, passage));
    }

    private static Map<String, Integer> allowed() throws IOException {
        Map<String, Integer> allowed = new TreeMap<>();
        for (String line : Files.exists(LIST) ? Files.readAllLines(LIST) : List.<String>of()) {
            int space = line.indexOf(' ');
            allowed.merge(line.substring(space + 1), Integer.parseInt(line.substring(0, space)), Math::max);
        }
        return allowed;
    }

    @Test
    void messagesAndPublishedCommentsAreProse() {
        String source = """
            /** Rows that are {@code refused}. */
            class Shelf {
                // A row.
                /* A row. */
                private static final String ROW = "row";
                private static final char QUOTE = '"';

                void fail(int row) {
                    throw new IllegalStateException("The row was "
                            + "refused: \\"" + row + "\\" likewise");
                }
            }
            """;

        assertThat(phrases(Prose.ofSource(source, true)))
                .containsExactly("1: Rows", "9: row", "9: refused", "10: likewise");
        assertThat(phrases(Prose.ofSource(source, false))).containsExactly("9: row", "9: refused", "10: likewise");
    }

    @Test
    void pagesAreProseWithoutTheirCode() {
        String page = """
            # Rows

            It tells
            you that `rows` is [no such word](rows.md).

            ```java
            Row row = refused;
            ```

            This is no
            table. It is no longer one.
            """;

        assertThat(phrases(Prose.ofPage(page))).containsExactly("1: Rows", "2: tells", "9: is no table");
    }

    private static List<String> phrases(List<Prose.Passage> passages) {
        List<String> phrases = new ArrayList<>();
        for (Prose.Passage passage : passages) {
            for (Phrase phrase : PHRASES) {
                phrase.pattern()
                        .matcher(passage.text())
                        .results()
                        .forEach(match -> phrases.add(passage.line() + ": " + match.group()));
            }
        }
        return phrases;
    }
}
