package dev.tempest.sdk2.items;

import dev.tempest.internal.items.ItemFiles;
import dev.tempest.internal.items.ItemLines;
import dev.tempest.internal.items.ItemLines.OnlyIf;
import dev.tempest.internal.items.ItemReading;
import dev.tempest.items.BulkPutFormat;
import dev.tempest.sdk2.internal.items.TableItems;
import dev.tempest.sdk2.internal.mapping.DbSettings;
import dev.tempest.sdk2.migration.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes items into files that DynamoDB imports from S3, or puts into an existing table: DynamoDB JSON, an item in each line,
 * compressed by GZIP. {@code Export} reads them, too.
 *
 * <pre>{@code
 * List<Path> files = ItemWriter.of(MusicTable.class).write(albums, Path.of("import"), "albums");
 * }</pre>
 *
 * <p>An item keeps the version that it carries, and the times of its creation and last write. An item without them gets those of
 * an item that is created now. Items that keep values unique, which a database writes beside such an item, are not written.
 *
 * <p>Instances are immutable, and safe for use by several threads.
 */
public final class ItemWriter {
    private static final long MAX_FILE_SIZE = 256L * 1024 * 1024;

    private final Model model;
    private final ItemLines<AttributeValue> lines;
    private final long maxFileSize;

    /** What the lines are made by. */
    private record Model(Class<?> owner, DbSettings settings, List<Class<?>> itemTypes) {
        ItemReading<AttributeValue> read() {
            return TableItems.of(owner, settings, itemTypes.toArray(new Class<?>[0]));
        }
    }

    private ItemWriter(Model model, ItemLines<AttributeValue> lines, long maxFileSize) {
        this.model = model;
        this.lines = lines;
        this.maxFileSize = maxFileSize;
    }

    /**
     * A writer of a table's items.
     *
     * @param type the interface of a table, or of a database that has one table
     * @param itemTypes the types that are written; none for those of all views
     * @throws IllegalArgumentException if the model is wrong
     */
    public static ItemWriter of(Class<?> type, Class<?>... itemTypes) {
        Model model = new Model(type, DbSettings.DEFAULT, List.of(itemTypes));
        return new ItemWriter(model, new ItemLines<>(model.read(), Clock.systemUTC()), MAX_FILE_SIZE);
    }

    /**
     * The same with a migration: items of the type get the version of the current model, as a database with this migration on read
     * writes them. Without it, such a database takes them for items of an older model.
     *
     * @throws IllegalArgumentException if the table has no such item type, or if there is another migration of it
     */
    public ItemWriter migrateOnRead(Migration<?> migration) {
        Model migrated = new Model(model.owner(), model.settings().withMigration(migration), model.itemTypes());
        return new ItemWriter(migrated, lines.with(migrated.read()), maxFileSize);
    }

    /**
     * The same with another size of files: 256 MB of lines before they are compressed, unless you say otherwise. An import reads
     * files of like sizes in parallel.
     */
    public ItemWriter withMaxFileSize(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("The size of files must be 1 or more, not " + bytes + ".");
        }
        return new ItemWriter(model, lines, bytes);
    }

    /** The same with a clock for items that carry no times. */
    public ItemWriter withClock(Clock clock) {
        return new ItemWriter(model, lines.with(clock), maxFileSize);
    }

    /**
     * The same for a bulk put, with a condition in each line: no item exists under the key.
     *
     * <p>Unlike {@code create} of a view, it does not make room for itself where an expired item has not been deleted yet.
     */
    public ItemWriter onlyIfAbsent() {
        return new ItemWriter(model, lines.with(OnlyIf.ABSENT), maxFileSize);
    }

    /**
     * The same for a bulk put, with a condition in each line: the stored item has the version that the item carries. So no write
     * that was made after the item was read is lost. The line has the next version, and the time of the last write is that of
     * the writer's clock. If the item carries no version, the condition is that no version is stored.
     *
     * <p>The item types need a {@link dev.tempest.Version}.
     */
    public ItemWriter onlyIfUnchanged() {
        return new ItemWriter(model, lines.with(OnlyIf.UNCHANGED), maxFileSize);
    }

    /** The same with other names of the members in lines that have a condition. */
    public ItemWriter withFormat(BulkPutFormat format) {
        return new ItemWriter(model, lines.with(format), maxFileSize);
    }

    /**
     * The line of an item, without a line break.
     *
     * @throws IllegalArgumentException if the table has no such item type, if DynamoDB could not store the item, or if a line
     *     with a condition cannot have the item: its type has no version, or has unique values
     */
    public String line(Object item) {
        return lines.line(item);
    }

    /**
     * Writes items into new files of a directory, which has to exist.
     *
     * @param items of any of the table's types
     * @param name with which the names of the files begin: {@code albums} makes {@code albums-00001.json.gz}
     * @return the files
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file
     * @throws IllegalArgumentException if an item cannot be written; the files are then incomplete
     */
    public List<Path> write(Iterable<?> items, Path directory, String name) throws IOException {
        return write(items.iterator(), directory, name);
    }

    /** As {@link #write(Iterable, Path, String)}. One item is in memory at a time. */
    public List<Path> write(Stream<?> items, Path directory, String name) throws IOException {
        return write(items.iterator(), directory, name);
    }

    private List<Path> write(Iterator<?> items, Path directory, String name) throws IOException {
        try (ItemFiles files = new ItemFiles(directory, name, maxFileSize)) {
            while (items.hasNext()) {
                files.add(line(items.next()));
            }
            return files.files();
        }
    }
}
