package dev.tempest.soak.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Intent INTENT = new Intent(
            7,
            Kind.TRANSACTION,
            "sync",
            true,
            false,
            List.of(
                    new Part("a", Action.APPEND, Guard.MARK, 0, State.ABSENT),
                    new Part("b", Action.ADD, Guard.NONE, 1, Part.UNREAD)));

    @TempDir
    Path directory;

    @Test
    void readsWhatWasWritten() throws Exception {
        Path file = directory.resolve("journal");
        Ending ending = new Ending(
                7, 12, List.of(Outcome.CONFLICT, Outcome.DONE), List.of(), List.of("-", "1/2/3/4"), "Two words");
        try (Journal journal = new Journal(file)) {
            journal.write(INTENT);
            journal.write(ending);
        }

        List<Object> read = new ArrayList<>();
        Journal.read(file, read::add, read::add);

        assertThat(read).containsExactly(INTENT, ending);
    }

    @Test
    void leavesOutTheLineInWhoseMiddleItsWriterWasKilled() throws Exception {
        Path file = directory.resolve("journal");
        try (Journal journal = new Journal(file)) {
            journal.write(INTENT);
        }
        Files.writeString(file, "E\t7\t1", StandardOpenOption.APPEND);

        List<Object> read = new ArrayList<>();
        Journal.read(file, read::add, read::add);

        assertThat(read).containsExactly(INTENT);
    }
}
