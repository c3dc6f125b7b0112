package dev.tempest.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** Classes made for a test, to be listed. */
final class SampleClasses {
    private SampleClasses() {}

    /** The API of a class, compiled from its source without the package. */
    static List<String> compile(Path directory, String name, String source) throws IOException {
        int dot = name.lastIndexOf('.');
        Path file = Files.createDirectories(directory).resolve(name.substring(dot + 1) + ".java");
        Files.writeString(file, "package " + name.substring(0, dot) + ";\n" + source);
        Path classes = Files.createDirectories(directory.resolve("classes"));
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), file.toString());
        assertThat(result).as("exit code of javac").isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            return ApiListing.of(classes, loader);
        }
    }
}
