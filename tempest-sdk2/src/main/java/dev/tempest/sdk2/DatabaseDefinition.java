package dev.tempest.sdk2;

import dev.tempest.internal.definition.CloudFormation;
import dev.tempest.internal.definition.TableShape;
import dev.tempest.sdk2.internal.table.DeclaredTable;
import dev.tempest.sdk2.internal.table.ModelReading;
import dev.tempest.sdk2.internal.table.TableShapes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * The definitions of all tables of a database, by their names:
 *
 * <pre>{@code
 * Files.writeString(Path.of("tables.json"), DatabaseDefinition.of(MusicDb.class).cloudFormation());
 * }</pre>
 *
 * <p>Instances are immutable.
 */
public final class DatabaseDefinition {
    private final Map<String, TableDefinition> tables;

    private DatabaseDefinition(Map<String, TableDefinition> tables) {
        this.tables = Collections.unmodifiableMap(tables);
    }

    /**
     * The definitions of the tables that an interface declares.
     *
     * @param dbType an interface that extends {@link LogicalDb} or {@link AsyncLogicalDb}
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and what to do
     */
    public static DatabaseDefinition of(Class<?> dbType) {
        return read(dbType, null);
    }

    /** The same with tables that are named by a resolver; see {@link #of(Class)}. */
    public static DatabaseDefinition of(Class<?> dbType, TableNameResolver tableNameResolver) {
        return read(dbType, tableNameResolver);
    }

    private static DatabaseDefinition read(Class<?> dbType, @Nullable TableNameResolver tableNameResolver) {
        Map<String, TableDefinition> tables = new TreeMap<>();
        for (DeclaredTable table :
                ModelReading.ofDatabase(dbType, tableNameResolver).declared()) {
            tables.put(table.name(), new TableDefinition(TableShapes.of(table)));
        }
        return new DatabaseDefinition(tables);
    }

    /**
     * The same with one table changed.
     *
     * @throws IllegalArgumentException if the database does not have the table
     */
    public DatabaseDefinition with(String tableName, UnaryOperator<TableDefinition> change) {
        TableDefinition known = tables.get(tableName);
        if (known == null) {
            throw new IllegalArgumentException(
                    "The database has no table " + tableName + "; it has " + String.join(", ", tables.keySet()) + ".");
        }
        Map<String, TableDefinition> changed = new TreeMap<>(tables);
        changed.put(tableName, change.apply(known));
        return new DatabaseDefinition(changed);
    }

    /** The definitions by the names of their tables. */
    public Map<String, TableDefinition> tables() {
        return tables;
    }

    /** The requests that create the tables. */
    public List<CreateTableRequest> createTableRequests() {
        List<CreateTableRequest> requests = new ArrayList<>();
        tables.forEach((name, table) -> requests.add(table.createTableRequest(name)));
        return requests;
    }

    /**
     * A CloudFormation template, in JSON, with a resource for each table; see {@link TableDefinition#cloudFormation}.
     */
    public String cloudFormation() {
        Map<String, TableShape> shapes = new TreeMap<>();
        tables.forEach((name, table) -> shapes.put(name, table.shape()));
        return CloudFormation.template(shapes);
    }

    @Override
    public String toString() {
        return "DatabaseDefinition" + tables.keySet();
    }
}
