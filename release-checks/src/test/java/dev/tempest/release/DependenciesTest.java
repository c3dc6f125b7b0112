package dev.tempest.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on dependencies says of each library, the build has found; and the BOM knows them all. */
class DependenciesTest {
    private static final Pattern LISTED = Pattern.compile(
            "^ +([\\w.-]+):([\\w.-]+):jar:(?:[\\w-]+:)?([\\w.-]+):(?:compile|runtime)( \\(optional\\))?",
            Pattern.MULTILINE);
    private static final String BEGIN = "<!-- What follows is written by DependenciesTest. -->\n";

    @Test
    void thePageTellsWhatEachLibraryBrings() throws IOException {
        Path page = Published.ROOT.resolve("docs/dependencies.md");
        String written = Files.readString(page);
        String expected = written.substring(0, written.indexOf(BEGIN) + BEGIN.length()) + libraries();
        if (Published.accepting()) {
            Files.writeString(page, expected);
        }

        assertThat(Files.readString(page))
                .as("%s; this writes it anew: %s", page, Published.acceptingCommand(DependenciesTest.class))
                .isEqualTo(expected);
    }

    @Test
    void everyLibraryHasWhatMavenCentralAsksFor() throws IOException {
        assertThat(Published.libraries())
                .allSatisfy(library -> assertThat(
                                Files.readString(Published.ROOT.resolve(library).resolve("pom.xml")))
                        .contains("<name>", "<description>"));
    }

    @Test
    void theBomAndTheseChecksKnowEveryLibrary() throws IOException {
        String bom = Files.readString(Published.ROOT.resolve("tempest-bom/pom.xml"));
        String checks = Files.readString(Published.ROOT.resolve("release-checks/pom.xml"));

        assertThat(Published.libraries()).isNotEmpty().allSatisfy(library -> {
            assertThat(bom).contains("<artifactId>" + library + "</artifactId>");
            assertThat(checks).contains("<artifactId>" + library + "</artifactId>");
        });
    }

    private static String libraries() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String library : Published.libraries()) {
            TreeSet<String> own = new TreeSet<>();
            TreeSet<String> brought = new TreeSet<>();
            TreeSet<String> optional = new TreeSet<>();
            Matcher matcher = LISTED.matcher(
                    Files.readString(Published.ROOT.resolve(library).resolve("target/runtime-dependencies.txt")));
            while (matcher.find()) {
                boolean isOptional = matcher.group(4) != null;
                if (!matcher.group(1).equals("dev.tempest")) {
                    (isOptional ? optional : brought)
                            .add(matcher.group(1) + ":" + matcher.group(2) + ":" + matcher.group(3));
                } else if (!isOptional) {
                    own.add("`" + matcher.group(2) + "`");
                }
            }
            text.append("\n## ").append(library).append("\n\n");
            text.append(own.isEmpty() ? "" : "With " + String.join(", ", own) + ". ");
            text.append(brought.size())
                    .append(brought.size() == 1 ? " library" : " libraries")
                    .append(" of others:\n\n```\n");
            brought.forEach(line -> text.append(line).append('\n'));
            text.append("```\n");
            if (!optional.isEmpty()) {
                text.append("\nOptional, for programs that bring them: ")
                        .append(optional.size())
                        .append(".\n\n```\n");
                optional.forEach(line -> text.append(line).append('\n'));
                text.append("```\n");
            }
        }
        return text.toString();
    }
}
