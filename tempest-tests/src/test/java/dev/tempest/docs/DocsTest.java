package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The documentation says what the code says: each Java or Kotlin block of a page stands, word for word, in a source file that is
 * compiled and for the most part tested, links lead somewhere, and the README's commands are those of the build.
 */
class DocsTest {
    static final Path ROOT = root();
    /** A fence may have a title behind its language, in brackets. */
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^([ >]*)```(\\w+)(?: \\[[^\\]\\n]+\\])?\\n((?s:.*?))^\\1```$");

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");

    private static final Set<String> PAGES_ON_JAVA_PROGRAMS = Set.of("url-shortener.md", "spring-boot.md", "kcl.md");

    @TestFactory
    Stream<DynamicTest> everyJavaBlockIsCompiled() throws IOException {
        return everyBlockIsCompiled(
                "java", ".java", "tempest-tests/src/test/java/dev/tempest/docs", "samples", "integrations");
    }

    @TestFactory
    Stream<DynamicTest> everyKotlinBlockIsCompiled() throws IOException {
        return everyBlockIsCompiled("kotlin", ".kt", "tempest-kotlin/src/test/kotlin", "samples", "integrations");
    }

    @TestFactory
    Stream<DynamicTest> everyJavaBlockHasTheSameInKotlinBesideIt() throws IOException {
        return files(ROOT.resolve("docs"), ".md").stream()
                .filter(page ->
                        !PAGES_ON_JAVA_PROGRAMS.contains(page.getFileName().toString()))
                .map(page -> DynamicTest.dynamicTest(
                        ROOT.relativize(page).toString(),
                        () -> assertThat(javaBlocksAlone(page))
                                .as("Java blocks of %s without a Kotlin block directly after them", page)
                                .isEmpty()));
    }

    private static List<String> javaBlocksAlone(Path page) {
        String text = read(page);
        List<String> alone = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(2).equals("java") && !text.startsWith("\n\n```kotlin", matcher.end())) {
                alone.add(matcher.group(3));
            }
        }
        return alone;
    }

    private static Stream<DynamicTest> everyBlockIsCompiled(String language, String suffix, String... directories)
            throws IOException {
        List<List<String>> sources = new ArrayList<>();
        for (String directory : directories) {
            for (Path file : files(ROOT.resolve(directory), suffix)) {
                sources.add(Files.readAllLines(file));
            }
        }
        return pages().stream()
                // .ci/outside makes a project of that page's files, and runs its tests.
                .filter(page -> !page.endsWith("docs/getting-started.md"))
                .flatMap(page -> blocks(page, language).stream()
                        .map(block -> DynamicTest.dynamicTest(
                                ROOT.relativize(page) + ": " + title(block),
                                () -> assertThat(occurs(block, sources))
                                        .as(
                                                "%s has a %s block that stands in no source of the documentation:%n%s",
                                                page, language, block)
                                        .isTrue())));
    }

    @TestFactory
    Stream<DynamicTest> everyLinkLeadsSomewhere() throws IOException {
        return pages().stream()
                .map(page -> DynamicTest.dynamicTest(
                        ROOT.relativize(page).toString(),
                        () -> assertThat(deadLinks(page))
                                .as("links of %s that lead nowhere", page)
                                .isEmpty()));
    }

    @Test
    void theReadmesCommandsAreThoseOfTheBuild() throws IOException {
        List<String> commands = blocks(ROOT.resolve("README.md"), "sh");

        assertThat(commands)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(command -> assertThat(command.strip().lines()).hasSize(1));
        String run = commands.get(0).strip();
        Path sample = ROOT.resolve("samples/musiclibrary");
        assertThat(run).matches("\\./mvnw .*-pl samples/musiclibrary -am compile exec:java");
        assertThat(sample.resolve("pom.xml")).content().contains("<exec.skip>false</exec.skip>");
        assertThat(sample.resolve("README.md")).content().contains("```sh\n" + run + "\n```");
        assertThat(Files.readAllLines(ROOT.resolve(".ci/run")))
                .map(String::strip)
                .contains(commands.get(1).strip());
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/README.md"));

        assertThat(files(ROOT.resolve("docs"), ".md"))
                .filteredOn(page -> !page.endsWith("docs/README.md"))
                .allSatisfy(page -> assertThat(index)
                        .contains("](" + unix(ROOT.resolve("docs").relativize(page)) + ")"));
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(files(ROOT.resolve("docs"), ".md"));
        pages.addAll(files(ROOT.resolve("samples"), ".md"));
        pages.addAll(files(ROOT.resolve("integrations"), ".md"));
        for (String page : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")) {
            pages.add(ROOT.resolve(page));
        }
        return pages;
    }

    static List<Path> files(Path directory, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !unix(directory.relativize(file)).matches("(.*/)?target/.*"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> blocks(Path page, String language) {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(read(page));
        while (matcher.find()) {
            if (matcher.group(2).equals(language)) {
                blocks.add(matcher.group(3));
            }
        }
        return blocks;
    }

    private static String title(String block) {
        return block.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("empty")
                .strip();
    }

    private static boolean occurs(String block, List<List<String>> sources) {
        List<String> wanted = dedented(block.lines().toList());
        return sources.stream()
                .anyMatch(lines -> IntStream.rangeClosed(0, lines.size() - wanted.size())
                        .anyMatch(start -> dedented(lines.subList(start, start + wanted.size()))
                                .equals(wanted)));
    }

    /** Lines without the indentation that all of them have. */
    private static List<String> dedented(List<String> lines) {
        return String.join("\n", lines).stripIndent().lines().toList();
    }

    private static List<String> deadLinks(Path page) {
        List<String> dead = new ArrayList<>();
        Matcher matcher = LINK.matcher(withoutBlocks(page));
        while (matcher.find()) {
            String link = matcher.group(1);
            if (URI.create(link).isAbsolute()) {
                continue;
            }
            int hash = link.indexOf('#');
            String path = hash < 0 ? link : link.substring(0, hash);
            Path target = path.isEmpty() ? page : page.resolveSibling(path).normalize();
            boolean found = Files.exists(target)
                    && target.startsWith(ROOT)
                    && (hash < 0 || anchors(target).containsKey(link.substring(hash + 1)));
            if (!found) {
                dead.add(link);
            }
        }
        return dead;
    }

    /** The anchors that GitHub gives to a page's headings. */
    private static Map<String, String> anchors(Path page) {
        Map<String, String> anchors = new LinkedHashMap<>();
        Matcher matcher = HEADING.matcher(withoutBlocks(page));
        while (matcher.find()) {
            String anchor = matcher.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            anchors.put(anchor, matcher.group(1));
        }
        return anchors;
    }

    private static String withoutBlocks(Path page) {
        return BLOCK.matcher(read(page)).replaceAll("");
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unix(Path path) {
        return IntStream.range(0, path.getNameCount())
                .mapToObj(i -> path.getName(i).toString())
                .collect(Collectors.joining("/"));
    }
}
