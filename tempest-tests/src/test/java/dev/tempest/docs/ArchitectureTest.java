package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page on the architecture names files that exist, on ways that stay short. */
class ArchitectureTest {
    private static final Path PAGE = DocsTest.ROOT.resolve("docs/architecture.md");
    private static final Pattern FILE = Pattern.compile("\\[`(\\w+)`\\]\\((\\.\\./[^)]+\\.java)\\)");
    private static final Map<String, Integer> MOST_FILES =
            Map.of("save", 10, "load", 10, "query", 10, "update", 14, "transactionWrite", 14);
    private static final int MOST_LINES = 400;

    @Test
    void eachFileIsThere() throws IOException {
        Matcher file = FILE.matcher(Files.readString(PAGE));
        List<String> names = new ArrayList<>();
        while (file.find()) {
            names.add(file.group(1));
            Path path = PAGE.resolveSibling(file.group(2)).normalize();
            assertThat(path).isRegularFile().hasFileName(file.group(1) + ".java");
        }
        assertThat(names).hasSizeGreaterThan(40);
    }

    @TestFactory
    Stream<DynamicTest> waysAreShort() throws IOException {
        Map<String, List<String>> ways = ways();
        assertThat(ways.keySet()).containsExactlyInAnyOrderElementsOf(MOST_FILES.keySet());
        return ways.entrySet().stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> {
                    assertThat(way.getValue()).hasSizeLessThanOrEqualTo(MOST_FILES.get(way.getKey()));
                    for (String step : way.getValue()) {
                        Matcher file = FILE.matcher(step);
                        assertThat(file.find()).as(step).isTrue();
                        Path path = PAGE.resolveSibling(file.group(2)).normalize();
                        assertThat(Files.readAllLines(path)).as(step).hasSizeLessThanOrEqualTo(MOST_LINES);
                    }
                }));
    }

    private static Map<String, List<String>> ways() throws IOException {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        List<String> steps = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("### ")) {
                steps = new ArrayList<>();
                ways.put(line.substring(4), steps);
            } else if (line.matches("\\d+\\. .*")) {
                steps.add(line);
            }
        }
        return ways;
    }
}
