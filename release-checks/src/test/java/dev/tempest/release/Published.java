package dev.tempest.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules that are published, as the root's pom says, and files that are compared with what they are. */
final class Published {
    static final Path ROOT = root();

    private static final Pattern MODULE = Pattern.compile("<module>(.+)</module>");

    private Published() {}

    /** The directories of the modules with jars to publish: those that are installed. */
    static List<String> libraries() throws IOException {
        List<String> libraries = new ArrayList<>();
        Matcher matcher = MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")));
        while (matcher.find()) {
            String pom = Files.readString(ROOT.resolve(matcher.group(1)).resolve("pom.xml"));
            if (!pom.contains("<packaging>pom</packaging>")
                    && !pom.contains("<maven.install.skip>true</maven.install.skip>")) {
                libraries.add(matcher.group(1));
            }
        }
        return libraries;
    }

    /** Whether a difference is to be taken for the new truth, as by {@code -Daccept}. */
    static boolean accepting() {
        return System.getProperty("accept") != null;
    }

    /** What makes a difference found by a test class the new truth. */
    static String acceptingCommand(Class<?> test) {
        return "./mvnw test -pl release-checks -am -Dtest=" + test.getSimpleName()
                + " -Dsurefire.failIfNoSpecifiedTests=false -Daccept";
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = directory.getParent();
        }
        return directory;
    }
}
