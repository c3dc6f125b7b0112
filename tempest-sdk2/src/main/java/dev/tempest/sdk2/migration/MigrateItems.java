package dev.tempest.sdk2.migration;

import dev.tempest.sdk2.internal.migrate.MigrationProgram;
import java.util.List;

/**
 * Runs a migration over a table, as a program:
 *
 * <pre>{@code
 * java -cp app.jar dev.tempest.sdk2.migration.MigrateItems com.example.RenameTitles --dry-run
 * java -cp app.jar dev.tempest.sdk2.migration.MigrateItems com.example.RenameTitles --write-units 500
 * }</pre>
 *
 * <p>It shows the progress if the standard error is a terminal, and prints the report to the standard output. Start it again after it
 * was stopped, or several times at once: see {@link MigrationConfig#checkpoints()}.
 */
public final class MigrateItems {
    private MigrateItems() {}

    /**
     * Runs a migration. Exits with 0 if all items are of the current model, 1 if the run failed, 2 for wrong arguments, and 3 if items
     * were left out that cannot be migrated.
     *
     * @param arguments the name of a class that implements {@link MigrationJob}, then options
     */
    public static void main(String... arguments) {
        int status = MigrationProgram.run(List.of(arguments), System.out, System.err, MigrationProgram.isTerminal());
        if (status != 0) {
            System.exit(status);
        }
    }
}
