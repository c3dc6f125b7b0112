package dev.tempest.tests.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the repository that the code makes. With the system property {@code accept}, it is written again. */
public final class CommittedPage {
    private final Path file;

    private CommittedPage(Path file) {
        this.file = file;
    }

    /** A page by its path from the root of the repository. */
    public static CommittedPage of(String path) {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("mvnw"))) {
            directory = directory.getParent();
        }
        return new CommittedPage(directory.resolve(path));
    }

    /** Fails if the page is not what the code makes. */
    public void requireSame(String made) {
        try {
            if (System.getProperty("accept") != null) {
                Files.writeString(file, made);
            }
            assertThat(file)
                    .as("%s is not what the code makes; run the test with -Daccept to write it", file)
                    .content()
                    .isEqualToNormalizingNewlines(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
