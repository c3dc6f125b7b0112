package dev.tempest.internal.reflect;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles Java source in memory and loads it, with the compiler options that decide what class files tell. */
public final class SourceCompiler {

    /** Loads what was compiled. Its class files can be read like any others, unless they are withheld. */
    public static final class Loader extends ClassLoader {
        private final Map<String, byte[]> classFiles;
        private final boolean readable;

        private Loader(Map<String, byte[]> classFiles, boolean readable) {
            super(SourceCompiler.class.getClassLoader());
            this.classFiles = classFiles;
            this.readable = readable;
        }

        /** The same classes from a loader that does not hand out class files. */
        public Loader withoutClassFiles() {
            return new Loader(classFiles, false);
        }

        public Class<?> load(String name) {
            try {
                return loadClass(name);
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classFiles.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            byte[] bytes = classFiles.get(name.replace(".class", "").replace('/', '.'));
            return bytes != null && readable ? new ByteArrayInputStream(bytes) : super.getResourceAsStream(name);
        }
    }

    private SourceCompiler() {}

    /** Compiles one source file that may hold many classes, none of them public. */
    public static Loader compile(String source, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> output = new HashMap<>();
        StringWriter messages = new StringWriter();
        try (JavaFileManager files = inMemory(compiler.getStandardFileManager(null, null, null), output)) {
            boolean compiled = compiler.getTask(
                            messages, files, null, List.of(options), null, List.of(new Source(source)))
                    .call();
            if (!compiled) {
                throw new AssertionError(messages + "\n" + source);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, byte[]> classFiles = new HashMap<>();
        output.forEach((name, bytes) -> classFiles.put(name, bytes.toByteArray()));
        return new Loader(classFiles, true);
    }

    /** What the compiler says of a source file, errors and warnings, each with its line: {@code "5: incompatible types"}. */
    public static List<String> problems(String source, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (JavaFileManager files = inMemory(compiler.getStandardFileManager(null, null, null), new HashMap<>())) {
            compiler.getTask(null, files, found, List.of(options), null, List.of(new Source(source)))
                    .call();
            // A copy: newer compilers may report more while they write a message, and read class files for it.
            return List.copyOf(found.getDiagnostics()).stream()
                    .map(problem -> problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JavaFileManager inMemory(JavaFileManager standard, Map<String, ByteArrayOutputStream> output) {
        return new ForwardingJavaFileManager<>(standard) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/')), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return output.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                    }
                };
            }
        };
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(String text) {
            super(URI.create("memory:///Source.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
