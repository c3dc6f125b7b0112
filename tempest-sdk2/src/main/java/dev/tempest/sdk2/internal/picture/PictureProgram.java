package dev.tempest.sdk2.internal.picture;

import dev.tempest.sdk2.DatabasePicture;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The picture from the command line. */
public final class PictureProgram {
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;

    private PictureProgram() {}

    /** What makes the picture of a program that Maven builds. */
    public static String command(String dbType) {
        // In double quotes, a shell replaces what follows the $ of a nested class.
        String quote = dbType.contains("$") ? "'" : "\"";
        return "mvn compile exec:java -Dexec.mainClass=" + DatabasePicture.class.getName() + " -Dexec.args=" + quote
                + dbType + " picture.html" + quote;
    }

    /** Writes the picture that the arguments name, and returns the exit status. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.size() != 2) {
            err.println("Usage: java " + DatabasePicture.class.getName() + " INTERFACE FILE");
            err.println("  INTERFACE  the database, an interface that extends LogicalDb, such as com.example.MusicDb");
            err.println("  FILE       the HTML page to write, such as picture.html");
            return WRONG_ARGUMENTS;
        }
        String name = arguments.get(0);
        Class<?> dbType;
        try {
            // Maven's exec:java has the program's classes in the loader of the thread.
            dbType = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            err.println("The class " + name
                    + " is not on the class path. Give its full name; a $ stands before the name of a nested class.");
            return WRONG_ARGUMENTS;
        }
        try {
            DatabasePicture.of(dbType).writeTo(Path.of(arguments.get(1)));
        } catch (IOException | InvalidPathException e) {
            err.println("The file " + arguments.get(1) + " cannot be written: " + e);
            return FAILED;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return FAILED;
        }
        out.println("Wrote " + arguments.get(1));
        return 0;
    }
}
