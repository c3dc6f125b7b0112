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
import dev.tempest.sdk2.internal.mapping.DbSettings;
import org.jspecify.annotations.Nullable;

/** Reads what a table's interface declares, without a client. */
public final class TableReading extends DeclaredInterfaces {
    // The interface is only read: nobody calls what its methods return.
    private static final Object NOBODYS = new Object();

    private @Nullable Table<?> table;

    private TableReading(
            Class<?> dbBase, Class<?> tableBase, Class<?> viewType, Class<?> indexType, Class<?> collectionType) {
        super(new DbModel(schema -> null, DbSettings.DEFAULT), dbBase, tableBase, viewType, indexType, collectionType);
    }

    /**
     * The table of an interface, all of whose views have been read.
     *
     * @throws IllegalArgumentException if the model is wrong, or if it is no table's interface
     */
    public static Table<?> of(Class<?> tableType) {
        TableReading reading;
        if (LogicalTable.class.isAssignableFrom(tableType)) {
            reading = new TableReading(
                    LogicalDb.class, LogicalTable.class, InlineView.class, SecondaryIndex.class, ItemCollection.class);
        } else if (AsyncLogicalTable.class.isAssignableFrom(tableType)) {
            reading = new TableReading(
                    AsyncLogicalDb.class,
                    AsyncLogicalTable.class,
                    AsyncInlineView.class,
                    AsyncSecondaryIndex.class,
                    AsyncItemCollection.class);
        } else {
            throw ModelError.of(
                    tableType,
                    "is not the interface of a table",
                    "Name an interface that extends LogicalTable or AsyncLogicalTable");
        }
        reading.create(ModelError.name(tableType), tableType);
        Table<?> read = reading.table;
        if (read == null) {
            throw new IllegalStateException(tableType + " was not read.");
        }
        return read;
    }

    @Override
    protected Object table(Table<?> read, Class<?> tableType) {
        table = read;
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
