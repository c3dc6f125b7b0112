package dev.tempest.sdk1;

import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import dev.tempest.internal.definition.CloudFormation;
import dev.tempest.internal.definition.TableShape;
import dev.tempest.sdk1.internal.table.Db;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The definitions of all tables of a database, by their names:
 *
 * <pre>{@code
 * Files.writeString(Path.of("tables.json"), DatabaseDefinition.of(MusicDb.class).cloudFormation());
 * }</pre>
 *
 * <p>Raw item types and names of tables are read as by a mapper with the default configuration.
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
     * @param dbType an interface that extends {@link LogicalDb}
     * @throws IllegalArgumentException if the model is wrong; the message names the class, the property and what to do
     */
    public static DatabaseDefinition of(Class<?> dbType) {
        Map<String, TableDefinition> tables = new TreeMap<>();
        Db.readAll(dbType).forEach((name, shape) -> tables.put(name, new TableDefinition(name, shape)));
        return new DatabaseDefinition(tables);
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
