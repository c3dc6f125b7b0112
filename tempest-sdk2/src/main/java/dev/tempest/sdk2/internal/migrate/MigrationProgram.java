package dev.tempest.sdk2.internal.migrate;

import dev.tempest.sdk2.migration.MigrateItems;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.sdk2.migration.MigrationCounts;
import dev.tempest.sdk2.migration.MigrationJob;
import dev.tempest.sdk2.migration.MigrationPreview;
import dev.tempest.sdk2.migration.MigrationProgress;
import dev.tempest.sdk2.migration.MigrationReport;
import java.io.Console;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A migration as a program: its arguments, what it prints, and its exit status. */
public final class MigrationProgram {
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final int ITEMS_LEFT_OUT = 3;

    private final MigrationJob job;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean isTerminal;

    private MigrationProgram(MigrationJob job, PrintStream out, PrintStream err, boolean isTerminal) {
        this.job = job;
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    /** Whether a person looks at what the program prints. */
    @SuppressWarnings("SystemConsoleNull") // Where it is not null without a terminal, it says so.
    public static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22, there is a console without a terminal, too.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Runs what the arguments name, and returns the exit status. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err, boolean isTerminal) {
        MigrationJob job = arguments.isEmpty() ? null : job(arguments.get(0), err);
        if (job == null) {
            usage(err);
            return WRONG_ARGUMENTS;
        }
        MigrationProgram program = new MigrationProgram(job, out, err, isTerminal);
        boolean isDryRun = false;
        MigrationConfig config;
        try {
            MigrationConfig.Builder builder = job.config().toBuilder();
            Iterator<String> options = arguments.subList(1, arguments.size()).iterator();
            while (options.hasNext()) {
                String option = options.next();
                switch (option) {
                    case "--dry-run" -> isDryRun = true;
                    case "--start-over" -> builder.startOver(true);
                    case "--segments" -> builder.segments(Integer.parseInt(options.next()));
                    case "--read-units" -> builder.readUnitsPerSecond(Double.parseDouble(options.next()));
                    case "--write-units" -> builder.writeUnitsPerSecond(Double.parseDouble(options.next()));
                    default -> throw new IllegalArgumentException("The option " + option + " is unknown.");
                }
            }
            config = builder.build();
        } catch (RuntimeException e) {
            err.println(e.getMessage() == null ? "An option lacks its value." : e.getMessage());
            usage(err);
            return WRONG_ARGUMENTS;
        }
        return isDryRun ? program.preview(config) : program.migrate(config);
    }

    private static void usage(PrintStream err) {
        err.println("Usage: java " + MigrateItems.class.getName() + " JOB [OPTIONS]");
        err.println("  JOB              a class that implements MigrationJob, such as com.example.RenameTitles");
        err.println("  --dry-run        shows what would change, and what it would cost");
        err.println("  --read-units N   consumes no more read units in a second");
        err.println("  --write-units N  consumes no more write units in a second");
        err.println("  --segments N     divides the table into as many segments");
        err.println("  --start-over     deletes the checkpoints of earlier runs first");
    }

    private static @Nullable MigrationJob job(String name, PrintStream err) {
        try {
            Class<?> type = Class.forName(name, true, Thread.currentThread().getContextClassLoader());
            return (MigrationJob) type.getConstructor().newInstance();
        } catch (ClassNotFoundException | LinkageError e) {
            err.println("The class " + name
                    + " is not on the class path. Give its full name; a $ stands before the name of a nested class.");
        } catch (NoSuchMethodException | IllegalAccessException | InstantiationException | ClassCastException e) {
            err.println("The class " + name
                    + " must be public, implement MigrationJob, and have a public constructor without parameters.");
        } catch (ReflectiveOperationException e) {
            err.println("The class " + name + " cannot be created: " + e.getCause());
        }
        return null;
    }

    private int preview(MigrationConfig config) {
        try {
            MigrationPreview preview = job.database().previewMigration(job.migration(), config);
            out.print(preview.text());
            return preview.sample().quarantined() == 0 ? 0 : ITEMS_LEFT_OUT;
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private int migrate(MigrationConfig config) {
        MigrationConfig shown = isTerminal
                ? config.toBuilder()
                        .onProgress(progress -> {
                            err.print("\r" + line(progress));
                            config.onProgress().accept(progress);
                        })
                        .build()
                : config;
        try {
            MigrationReport report = job.database().migrate(job.migration(), shown);
            endLine();
            out.print(report.text());
            return report.isComplete() ? 0 : ITEMS_LEFT_OUT;
        } catch (RuntimeException e) {
            endLine();
            return failed(e);
        }
    }

    private void endLine() {
        if (isTerminal) {
            err.println();
        }
    }

    private int failed(RuntimeException e) {
        err.println(e);
        err.println("The migration is not finished. Start it again to go on.");
        return FAILED;
    }

    /** The progress in a line that covers the one before it. */
    private static String line(MigrationProgress progress) {
        MigrationCounts counts = progress.counts();
        long expected = Math.max(progress.expectedItems(), counts.scanned());
        String text = String.format(
                Locale.ROOT,
                "%3d%%  %,d read, %,d changed, %,d conflicts, %,d quarantined, %,d s%s",
                expected == 0 ? 0 : counts.scanned() * 100 / expected,
                counts.scanned(),
                counts.changed(),
                counts.conflicts(),
                counts.quarantined(),
                progress.elapsed().toSeconds(),
                progress.remaining()
                        .map(left -> ", " + left.toSeconds() + " s left")
                        .orElse(""));
        return String.format(Locale.ROOT, "%-100s", text);
    }
}
