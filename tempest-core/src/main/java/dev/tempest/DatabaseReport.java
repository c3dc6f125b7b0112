package dev.tempest;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the live tables of a database compare with its model. {@link #toString()} is a text for people. Immutable. */
public final class DatabaseReport {
    private final List<TableReport> tables;

    private DatabaseReport(List<TableReport> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Returns a report of these tables. */
    public static DatabaseReport of(List<TableReport> tables) {
        return new DatabaseReport(tables);
    }

    /** The report of each table, by table name. */
    public List<TableReport> tables() {
        return tables;
    }

    /** Whether no table has an error. There may be warnings; see {@link #problems}. */
    public boolean isOk() {
        return tables.stream().allMatch(TableReport::isOk);
    }

    /** The errors and warnings of all tables. */
    public List<Finding> problems() {
        return tables.stream().flatMap(table -> table.problems().stream()).toList();
    }

    /**
     * Throws if a table has an error, for example when a program starts.
     *
     * @return this report
     * @throws IllegalStateException if a table has an error; the message is the report
     */
    public DatabaseReport orThrow() {
        if (!isOk()) {
            throw new IllegalStateException("The tables differ from the model.\n" + this);
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseReport that && tables.equals(that.tables);
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    /** The reports of all tables, in several lines. */
    @Override
    public String toString() {
        return tables.isEmpty()
                ? "No tables."
                : tables.stream().map(TableReport::toString).collect(Collectors.joining("\n"));
    }
}
