package dev.tempest.tests.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.internal.migrate.MigrationProgram;
import dev.tempest.sdk2.migration.Migration;
import dev.tempest.sdk2.migration.MigrationJob;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Albums.Album;
import dev.tempest.tests.migrations.Albums.AlbumTable;
import dev.tempest.tests.migrations.Albums.Db;
import dev.tempest.tests.migrations.Albums.OldAlbum;
import dev.tempest.tests.migrations.Albums.OldTable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The program: its arguments, what it prints, and its exit status. */
@Execution(ExecutionMode.SAME_THREAD)
class MigrateItemsTest {
    private static final String JOB = Job.class.getName();

    /** The class of a job has no parameters, so it finds its database here. */
    private static @Nullable LogicalDb current;

    private static Migration<Album> migration = Albums.migration(Album.class);

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("albums", AlbumTable.class));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    public static final class Job implements MigrationJob {
        @Override
        public LogicalDb database() {
            assertThat(current).isNotNull();
            return current;
        }

        @Override
        public Migration<?> migration() {
            return migration;
        }
    }

    @BeforeEach
    void store() {
        current = db.logicalDb(Db.class);
        migration = Albums.migration(Album.class);
        OldTable old = current.logicalTable("albums", OldTable.class);
        old.albums().create(new OldAlbum("a", "Title", "Artist"));
    }

    private int run(boolean isTerminal, String... arguments) {
        return MigrationProgram.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                isTerminal);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsTheReportAndNothingElseWithoutATerminal() {
        int status = run(false, JOB);

        assertThat(status).isZero();
        assertThat(out()).startsWith("albums/Albums.Album/model=2").contains("changed");
        assertThat(err()).isEmpty();
    }

    @Test
    void showsTheProgressOnATerminal() {
        run(true, JOB, "--segments", "1", "--read-units", "1000", "--write-units", "1000");

        assertThat(err()).contains("100%  1 read, 1 changed");
    }

    @Test
    void looksFirst() {
        int status = run(false, JOB, "--dry-run");

        assertThat(status).isZero();
        assertThat(out()).contains("1 would change");
    }

    @Test
    void saysThatItemsWereLeftOut() {
        migration = Migration.of(Album.class, "model").step(1, item -> item);

        assertThat(run(false, JOB)).isEqualTo(3);
        assertThat(out()).contains("id=S:a, kind=S:INFO#: ");
    }

    @Test
    void saysThatItFailed() {
        migration = Migration.of(Album.class, "model");

        assertThat(run(false, JOB)).isEqualTo(1);
        assertThat(err()).contains("has no step").contains("Start it again to go on.");
    }

    @Test
    void saysWhatIsWrongWithTheArguments() {
        assertThat(run(false)).isEqualTo(2);
        assertThat(run(false, "no.such.Job")).isEqualTo(2);
        assertThat(run(false, String.class.getName())).isEqualTo(2);
        assertThat(run(false, JOB, "--fast")).isEqualTo(2);
        assertThat(run(false, JOB, "--segments")).isEqualTo(2);
        assertThat(err())
                .contains("Usage: java dev.tempest.sdk2.migration.MigrateItems JOB [OPTIONS]")
                .contains("The option --fast is unknown.")
                .contains("must be public, implement MigrationJob");
    }
}
