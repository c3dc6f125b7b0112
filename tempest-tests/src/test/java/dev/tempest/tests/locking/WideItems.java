package dev.tempest.tests.locking;

import dev.tempest.Version;
import dev.tempest.sdk2.LogicalTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Types of as many attributes as a test asks for: {@code WideRow}, {@code WideItem}, and their {@code WideTable}. */
public final class WideItems {
    /** Every wide item. */
    public interface Wide {
        String get(int attribute);

        void set(int attribute, String value);

        Long version();
    }

    public record Key(String id) {}

    private WideItems() {}

    /** The name of an attribute. */
    static String name(int attribute) {
        return String.format("a%03d", attribute);
    }

    /** A class loader that has the types. */
    static ClassLoader of(int attributes, Path directory) {
        StringBuilder row = new StringBuilder("import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.*;\n"
                + "@DynamoDbBean public class WideRow {\n"
                + "  private String id; @DynamoDbPartitionKey public String getId() { return id; }"
                + " public void setId(String x) { id = x; }\n"
                + "  private Long version; public Long getVersion() { return version; }"
                + " public void setVersion(Long x) { version = x; }\n");
        StringBuilder item = new StringBuilder("public class WideItem implements " + Wide.class.getCanonicalName()
                + " {\n  private String id; @" + Version.class.getCanonicalName() + " private Long version;\n"
                + "  public Long version() { return version; }\n");
        StringBuilder get = new StringBuilder("  public String get(int i) { switch (i) {");
        StringBuilder set = new StringBuilder("  public void set(int i, String x) { switch (i) {");
        for (int i = 0; i < attributes; i++) {
            String name = name(i);
            row.append(String.format(
                    "  private String %1$s; public String getA%2$03d() { return %1$s; }"
                            + " public void setA%2$03d(String x) { %1$s = x; }%n",
                    name, i));
            item.append("  private String ").append(name).append(";\n");
            get.append(" case ").append(i).append(": return ").append(name).append(';');
            set.append(" case ").append(i).append(": ").append(name).append(" = x; return;");
        }
        row.append("}\n");
        item.append(get).append(" default: throw new IllegalArgumentException(); } }\n");
        item.append(set).append(" default: throw new IllegalArgumentException(); } }\n}\n");
        try {
            Path rowFile = Files.writeString(directory.resolve("WideRow.java"), row);
            Path tableFile = Files.writeString(
                    directory.resolve("WideTable.java"),
                    "public interface WideTable extends " + LogicalTable.class.getName() + "<WideRow> {}\n");
            Path itemFile = Files.writeString(directory.resolve("WideItem.java"), item);
            compile(directory, rowFile, itemFile, tableFile);
            return new URLClassLoader(new URL[] {directory.toUri().toURL()}, WideItems.class.getClassLoader());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path directory, Path... files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            StringWriter output = new StringWriter();
            boolean done = compiler.getTask(
                            output,
                            manager,
                            null,
                            List.of(
                                    "-proc:none",
                                    "-d",
                                    directory.toString(),
                                    "-cp",
                                    System.getProperty("java.class.path")),
                            null,
                            manager.getJavaFileObjects(files))
                    .call();
            if (!done) {
                throw new AssertionError(output);
            }
        }
    }
}
