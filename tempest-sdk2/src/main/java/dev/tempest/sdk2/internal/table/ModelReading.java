package dev.tempest.sdk2.internal.table;

import dev.tempest.internal.ModelError;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.AsyncSecondaryIndex;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TableNameResolver;
import dev.tempest.sdk2.internal.mapping.DbSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what interfaces of a database or of a table declare, without a client. */
public final class ModelReading extends DeclaredInterfaces {
    // The interface is only read: nobody calls what its methods return.
    private static final Object NOBODYS = new Object();

    private final Forms forms;
    private final DeclaredTables declared;
    private final List<ReadTable> tables = new ArrayList<>();

    /** A table's interface, and what it says. */
    public record ReadTable(Table<?> table, Class<?> tableType) {}

    /** The interfaces of ours that those of a database extend and return. */
    public record Forms(Class<?> db, Class<?> table, Class<?> view, Class<?> index, Class<?> collection) {
        private static final Forms SYNC = new Forms(
                LogicalDb.class, LogicalTable.class, InlineView.class, SecondaryIndex.class, ItemCollection.class);
        private static final Forms ASYNC = new Forms(
                AsyncLogicalDb.class,
                AsyncLogicalTable.class,
                AsyncInlineView.class,
                AsyncSecondaryIndex.class,
                AsyncItemCollection.class);
    }

    private ModelReading(DbModel model, Forms forms) {
        super(model, forms.db(), forms.table(), forms.view(), forms.index(), forms.collection());
        this.forms = forms;
        this.declared = model.declaredTables();
    }

    /**
     * The table of an interface, all of whose views have been read.
     *
     * @throws IllegalArgumentException if the model is wrong, or if it does not return a table's interface
     */
    public static DeclaredTable ofTable(Class<?> tableType) {
        return ofTable(tableType, DbSettings.DEFAULT);
    }

    /** The same of a database with settings. */
    public static DeclaredTable ofTable(Class<?> tableType, DbSettings settings) {
        Forms forms;
        if (LogicalTable.class.isAssignableFrom(tableType)) {
            forms = Forms.SYNC;
        } else if (AsyncLogicalTable.class.isAssignableFrom(tableType)) {
            forms = Forms.ASYNC;
        } else {
            throw ModelError.of(
                    tableType,
                    "is not the interface of a table",
                    "Name an interface that extends LogicalTable or AsyncLogicalTable");
        }
        ModelReading reading = new ModelReading(new DbModel(schema -> null, settings), forms);
        reading.create(ModelError.name(tableType), tableType);
        return reading.declared().get(0);
    }

    /**
     * The tables of a database's interface.
     *
     * @param resolver names them; null for the names that the interface gives
     * @throws IllegalArgumentException if the model is wrong, or if it is no database's interface
     */
    public static ModelReading ofDatabase(Class<?> dbType, @Nullable TableNameResolver resolver) {
        return ofDatabase(
                dbType, resolver == null ? DbSettings.DEFAULT : DbSettings.DEFAULT.withTableNameResolver(resolver));
    }

    /** The same of a database with settings. */
    public static ModelReading ofDatabase(Class<?> dbType, DbSettings settings) {
        Forms forms;
        if (LogicalDb.class.isAssignableFrom(dbType)) {
            forms = Forms.SYNC;
        } else if (AsyncLogicalDb.class.isAssignableFrom(dbType)) {
            forms = Forms.ASYNC;
        } else {
            throw ModelError.of(
                    dbType,
                    "is not the interface of a database",
                    "Name an interface that extends LogicalDb or AsyncLogicalDb");
        }
        ModelReading reading = new ModelReading(new DbModel(schema -> null, settings), forms);
        reading.create(dbType, NOBODYS);
        return reading;
    }

    /** What is said of each DynamoDB table, by name. */
    public List<DeclaredTable> declared() {
        return declared.all();
    }

    /** Each interface that was read. */
    public List<ReadTable> tables() {
        return tables;
    }

    public Forms forms() {
        return forms;
    }

    @Override
    protected Object table(Table<?> read, Class<?> tableType) {
        tables.add(new ReadTable(read, tableType));
        return NOBODYS;
    }

    @Override
    protected Object view(ViewModel<?, ?> model) {
        return NOBODYS;
    }

    @Override
    protected Object index(ReadModel<?, ?> model) {
        return NOBODYS;
    }

    @Override
    protected Object collection(CollectionModel<?, ?> model) {
        return NOBODYS;
    }
}
