package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The page on errors says what the library says: a message of the page is one that a test has met, and each way in which a
 * model can be refused is on the page.
 */
class ErrorMessagesTest {
    private static final Path PAGE = DocsTest.ROOT.resolve("docs/errors.md");
    private static final List<String> LIBRARIES = List.of("tempest-core", "tempest-sdk2", "tempest-sdk1");
    private static final List<String> TESTS =
            List.of("tempest-core", "tempest-sdk2", "tempest-sdk1", "tempest-kotlin", "tempest-tests");

    /** What tests expect of messages, whole or in part, in Java and in Kotlin. */
    private static final Pattern EXPECTATION =
            Pattern.compile("\\b(hasMessage\\w*|\\w*[rR]efuse\\w*|contains|isEqualTo)\\(");

    private static final Pattern MODEL_ERROR = Pattern.compile("\\bModelError\\.of\\(");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern MESSAGE = Pattern.compile("(?m)`([^`\n]*…[^`\n]*)`");

    @TestFactory
    Stream<DynamicTest> everyMessageOnThePageWasMetByATest() throws IOException {
        String met = expectations();

        return messages().stream()
                .map(message ->
                        DynamicTest.dynamicTest(message, () -> assertThat(met).containsPattern(asPattern(message))));
    }

    @TestFactory
    Stream<DynamicTest> everyModelErrorIsOnThePage() throws IOException {
        List<String> messages = messages();

        return modelErrors().stream()
                .distinct()
                .map(problem -> DynamicTest.dynamicTest(
                        problem,
                        () -> assertThat(messages)
                                .anySatisfy(message -> assertThat(message).contains(problem))));
    }

    private static List<String> messages() throws IOException {
        return MESSAGE.matcher(Files.readString(PAGE))
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /** For {@code … does not return a view}, what finds {@code Things.albums() does not return a view}. */
    private static Pattern asPattern(String message) {
        return Pattern.compile(Arrays.stream(message.replaceAll("^… ?| ?…$", "").split("…", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\\n]+?")));
    }

    /** All that tests expect, one expectation a line. */
    private static String expectations() throws IOException {
        List<String> expectations = new ArrayList<>();
        for (String module : TESTS) {
            for (Path file : sources(module, "src/test")) {
                for (String arguments : calls(EXPECTATION, Files.readString(file))) {
                    expectations.addAll(literals(arguments));
                }
            }
        }
        return String.join("\n", expectations);
    }

    /** The longest piece of text of each model error, without its advice. */
    private static List<String> modelErrors() throws IOException {
        List<String> problems = new ArrayList<>();
        for (String module : LIBRARIES) {
            for (Path file : sources(module, "src/main")) {
                for (String arguments : calls(MODEL_ERROR, Files.readString(file))) {
                    literals(withoutLastArgument(arguments)).stream()
                            .max(Comparator.comparingInt(String::length))
                            .map(ErrorMessagesTest::withoutEdges)
                            .ifPresent(problems::add);
                }
            }
        }
        assertThat(problems).hasSizeGreaterThan(80);
        return problems;
    }

    private static String withoutEdges(String text) {
        return text.strip().replaceAll("^, *| *\\($", "");
    }

    private static List<Path> sources(String module, String directory) throws IOException {
        Path root = DocsTest.ROOT.resolve(module).resolve(directory);
        List<Path> sources = new ArrayList<>(DocsTest.files(root, ".java"));
        sources.addAll(DocsTest.files(root, ".kt"));
        return sources;
    }

    /** The arguments of each call, as they are written. */
    private static List<String> calls(Pattern start, String source) {
        return start.matcher(source)
                .results()
                .map(MatchResult::end)
                .map(from -> source.substring(from, endOfArguments(source, from)))
                .toList();
    }

    private static int endOfArguments(String source, int from) {
        List<Integer> ends = ends(source, from);
        return ends.get(ends.size() - 1);
    }

    private static String withoutLastArgument(String arguments) {
        List<Integer> ends = ends(arguments + ")", 0);
        return ends.size() < 2 ? "" : arguments.substring(0, ends.get(ends.size() - 2));
    }

    /** Where each of the arguments ends that begin at a place. */
    private static List<Integer> ends(String source, int from) {
        List<Integer> ends = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        for (int i = from; depth >= 0 && i < source.length(); i++) {
            char c = source.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
                continue;
            }
            quoted = c == '"';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ',')) {
                ends.add(i);
            }
        }
        return ends.isEmpty() ? List.of(source.length()) : ends;
    }

    private static List<String> literals(String source) {
        return LITERAL.matcher(CONCATENATION.matcher(source).replaceAll(""))
                .results()
                .map(result -> result.group(1).replace("\\\"", "\""))
                .toList();
    }
}
