package dev.tempest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How the live tables of a database compare with its model. {@link #toString()} is a text to read.
 *
 * @param tables one report for each table, by name
 */
public record DatabaseReport(List<TableReport> tables) {
    public DatabaseReport {
        tables = List.copyOf(tables);
    }

    /** Whether no table has an error. There may be warnings: see {@link #problems}. */
    public boolean isOk() {
        return tables.stream().allMatch(TableReport::isOk);
    }

    /** What is wrong or dangerous: the errors and warnings of all tables. */
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

    /** The reports of all tables as a text of several lines. */
    @Override
    public String toString() {
        return tables.isEmpty()
                ? "No tables."
                : tables.stream().map(TableReport::toString).collect(Collectors.joining("\n"));
    }
}
