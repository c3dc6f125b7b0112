import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Looks for what a library uses of the AWS SDK and the class path does not have. Classes that do without it, where it is
 * missing, are named on the command line; for all others it is an error.
 */
public final class SdkLinks {
    private static final String SDK = "software/amazon/awssdk/";
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    private final Map<String, Set<String>> missing = new TreeMap<>();

    private record Reference(int tag, int first, int second) {}

    /** {@code SdkLinks library.jar ClassThatDoesWithout...} */
    public static void main(String[] arguments) throws IOException {
        SdkLinks links = new SdkLinks();
        Set<String> exempt = new HashSet<>(List.of(arguments).subList(1, arguments.length));
        try (JarFile library = new JarFile(Path.of(arguments[0]).toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) library.stream()::iterator) {
                String name = entry.getName();
                String simple = name.substring(name.lastIndexOf('/') + 1).replace(".class", "");
                if (name.endsWith(".class") && !exempt.contains(simple)) {
                    links.check(simple, library.getInputStream(entry).readAllBytes());
                }
            }
        }
        links.missing.forEach((what, where) -> System.out.println("missing: " + what + ", used by " + where));
        if (!links.missing.isEmpty()) {
            System.exit(1);
        }
    }

    private void check(String name, byte[] file) throws IOException {
        Object[] pool = pool(file);
        for (Object constant : pool) {
            if (!(constant instanceof Reference reference)) {
                continue;
            }
            if (reference.tag() == CLASS && isOfSdk((String) pool[reference.first()])) {
                if (type((String) pool[reference.first()]) == null) {
                    note((String) pool[reference.first()], name);
                }
            } else if (reference.tag() >= FIELD && reference.tag() <= INTERFACE_METHOD) {
                String owner = (String) pool[((Reference) pool[reference.first()]).first()];
                Reference member = (Reference) pool[reference.second()];
                Class<?> type = isOfSdk(owner) ? type(owner) : null;
                String called = (String) pool[member.first()];
                String descriptor = (String) pool[member.second()];
                if (type != null && !has(type, called, descriptor, reference.tag() == FIELD)) {
                    note(owner + "." + called + descriptor, name);
                }
            }
        }
    }

    private void note(String what, String where) {
        missing.computeIfAbsent(what, key -> new TreeSet<>()).add(where);
    }

    private static boolean isOfSdk(String type) {
        return type.startsWith(SDK);
    }

    private static Object[] pool(byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        in.skipBytes(8);
        Object[] pool = new Object[in.readUnsignedShort()];
        for (int i = 1; i < pool.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> pool[i] = in.readUTF();
                case 3, 4, 17, 18 -> in.skipBytes(4);
                case 5, 6 -> {
                    in.skipBytes(8);
                    i++;
                }
                case CLASS -> pool[i] = new Reference(tag, in.readUnsignedShort(), 0);
                case FIELD, 10, INTERFACE_METHOD, NAME_AND_TYPE ->
                    pool[i] = new Reference(tag, in.readUnsignedShort(), in.readUnsignedShort());
                case 15 -> in.skipBytes(3);
                default -> in.skipBytes(2);
            }
        }
        return pool;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name.replace('/', '.'), false, SdkLinks.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static boolean has(Class<?> type, String name, String descriptor, boolean field) {
        if (name.equals("<init>")) {
            return Arrays.stream(type.getDeclaredConstructors())
                    .anyMatch(each -> descriptor.equals(MethodType.methodType(void.class, each.getParameterTypes())
                            .toMethodDescriptorString()));
        }
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.pop();
            boolean found = field
                    ? Arrays.stream(next.getDeclaredFields())
                            .anyMatch(each -> each.getName().equals(name))
                    : Arrays.stream(next.getDeclaredMethods())
                            .anyMatch(each -> each.getName().equals(name)
                                    && descriptor.equals(
                                            MethodType.methodType(each.getReturnType(), each.getParameterTypes())
                                                    .toMethodDescriptorString()));
            if (found) {
                return true;
            }
            if (next.getSuperclass() != null) {
                open.add(next.getSuperclass());
            }
            open.addAll(Arrays.asList(next.getInterfaces()));
            if (next.isInterface()) {
                open.add(Object.class);
            }
        }
        return false;
    }
}
