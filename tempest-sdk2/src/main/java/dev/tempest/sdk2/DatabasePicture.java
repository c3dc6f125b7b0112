package dev.tempest.sdk2;

import dev.tempest.sdk2.internal.picture.PictureProgram;
import dev.tempest.sdk2.internal.picture.PictureReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The picture of a database for design reviews: an HTML page with its tables, keys, indexes, item types, sample items and
 * access patterns. The page needs no other file and no script.
 *
 * <pre>{@code
 * DatabasePicture.of(MusicDb.class).writeTo(Path.of("music.html"));
 * }</pre>
 *
 * <p>It needs the interface only, and sends nothing. As a program, it takes the name of the interface and the file.
 *
 * <p>Instances are immutable.
 */
public final class DatabasePicture {
    private final Class<?> dbType;
    private final String title;
    private final List<Object> samples;

    private DatabasePicture(Class<?> dbType, String title, List<Object> samples) {
        this.dbType = dbType;
        this.title = title;
        this.samples = samples;
    }

    /**
     * The picture of a database.
     *
     * @param dbType an interface that extends {@link LogicalDb} or {@link AsyncLogicalDb}
     */
    public static DatabasePicture of(Class<?> dbType) {
        return new DatabasePicture(dbType, dbType.getSimpleName(), List.of());
    }

    /**
     * The same with sample items. Of an item type without any, the picture shows one that is made up.
     *
     * @param items objects of the database's item types
     */
    public DatabasePicture withSamples(Object... items) {
        List<Object> all = new ArrayList<>(samples);
        Collections.addAll(all, items);
        return new DatabasePicture(dbType, title, all);
    }

    /** The same with a title in place of the interface's name. */
    public DatabasePicture withTitle(String text) {
        return new DatabasePicture(dbType, text, samples);
    }

    /**
     * The page.
     *
     * @throws IllegalArgumentException if the model is wrong, or a sample is of no item type of the database
     */
    public String html() {
        return PictureReading.page(dbType, title, samples).html(PictureProgram.command(dbType.getName()));
    }

    /**
     * Writes the page to a file, and replaces what is there.
     *
     * @throws IllegalArgumentException as {@link #html}
     */
    public void writeTo(Path file) throws IOException {
        Files.writeString(file, html());
    }

    /**
     * Writes the picture of a database to a file. Exits with 1 if that cannot be done, and with 2 for other arguments than
     * these two.
     *
     * @param arguments the name of the database's interface, and of the file
     */
    public static void main(String... arguments) {
        int status = PictureProgram.run(List.of(arguments), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public String toString() {
        return "DatabasePicture[" + dbType.getName() + "]";
    }
}
