package dev.tempest.internal.reflect.bytecode;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a compiled class says about itself and reflection does not: the instructions of its methods and the names of
 * their local variables. Reads the format of JVMS chapter 4 as far as that needs it. Attributes stay raw bytes, so that
 * a reader of one more of them has only to be added here. Immutable once read, as long as nobody writes into the bytes.
 */
final class ClassFile {

    /** A field or a method; {@code attributes} are its raw attributes by name. */
    record Member(String name, String descriptor, Map<String, byte[]> attributes) {}

    /** The member that an instruction names; {@code owner} is a binary name with slashes. */
    record MemberReference(String owner, String name, String descriptor) {

        /** The descriptors of the parameters, in order. */
        List<String> parameterTypes() {
            return ClassFile.parameterTypes(descriptor);
        }

        /** The descriptor of a field's type, or of what a method returns. */
        String type() {
            return descriptor.substring(descriptor.indexOf(')') + 1);
        }
    }

    /** A method's body. */
    record Code(int maxLocals, ByteBuffer instructions, List<Handler> handlers, Map<String, byte[]> attributes) {}

    /** An exception handler: where it is, and the instructions that it covers (the end is not covered). */
    record Handler(int start, int end, int target) {}

    /** A string, by the index of its text. */
    private record Text(int index) {}

    private static final int CLASS_FILE = 0xCAFEBABE;

    /** By index: a {@code String} for text, an {@code Integer} for an int, a {@link Text} for a string, the two indexes for what refers to other constants, else null. */
    private final @Nullable Object[] constants;

    private final List<Member> fields;
    private final List<Member> methods;

    private ClassFile(DataInputStream in) throws IOException {
        if (in.readInt() != CLASS_FILE) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(4); // the version
        constants = constants(in);
        in.skipNBytes(6); // access flags, this class, superclass
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        fields = members(in);
        methods = members(in);
    }

    /** The class file of a loaded class, or null if its loader does not hand it out or it cannot be understood. */
    static @Nullable ClassFile of(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in == null ? null : new ClassFile(new DataInputStream(new ByteArrayInputStream(in.readAllBytes())));
        } catch (IOException e) {
            return null; // as good as absent: the caller says what it misses
        }
    }

    /** The parameters in a method's descriptor: {@code (IJLjava/util/List;)V} has {@code I}, {@code J} and the list. */
    static List<String> parameterTypes(String descriptor) {
        List<String> types = new ArrayList<>();
        int start = 1;
        while (descriptor.charAt(start) != ')') {
            int end = start;
            while (descriptor.charAt(end) == '[') {
                end++;
            }
            end = (descriptor.charAt(end) == 'L' ? descriptor.indexOf(';', end) : end) + 1;
            types.add(descriptor.substring(start, end));
            start = end;
        }
        return types;
    }

    /** How many slots a value takes among the local variables and on the stack. */
    static int slots(String descriptor) {
        return switch (descriptor.charAt(0)) {
            case 'V' -> 0;
            case 'J', 'D' -> 2;
            default -> 1;
        };
    }

    /** A field that the class itself declares, or null. */
    @Nullable Member field(String name) {
        for (Member field : fields) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        return null;
    }

    /** A method or constructor that the class itself declares, or null. */
    @Nullable Member method(String name, String descriptor) {
        for (Member method : methods) {
            if (method.name().equals(name) && method.descriptor().equals(descriptor)) {
                return method;
            }
        }
        return null;
    }

    /** The body of a constructor, or null if the class file has no such constructor. */
    @Nullable Code constructor(String descriptor) {
        return body("<init>", descriptor);
    }

    /** The body of a method or constructor, or null if the class file has none. */
    @Nullable Code body(String name, String descriptor) {
        Member method = method(name, descriptor);
        byte[] code = method == null ? null : method.attributes().get("Code");
        return code == null ? null : read(code, this::code);
    }

    /** The descriptors of a member's annotations that reflection does not show. */
    List<String> hiddenAnnotations(Member member) {
        byte[] annotations = member.attributes().get("RuntimeInvisibleAnnotations");
        return annotations == null ? List.of() : read(annotations, this::annotations);
    }

    /** The same for each parameter of a method; empty if none has any. */
    List<List<String>> hiddenParameterAnnotations(Member member) {
        byte[] annotations = member.attributes().get("RuntimeInvisibleParameterAnnotations");
        return annotations == null ? List.of() : read(annotations, this::parameterAnnotations);
    }

    /** The {@code int} that the instruction at a place puts on the stack, or null if it does something else. */
    @Nullable Integer number(ByteBuffer instructions, int at) {
        int opcode = instructions.get(at) & 0xFF;
        return switch (opcode) {
            case 2, 3, 4, 5, 6, 7, 8 -> opcode - 3; // iconst_m1 to iconst_5
            case 16 -> (int) instructions.get(at + 1); // bipush
            case 17 -> (int) instructions.getShort(at + 1); // sipush
            case 18 -> constants[instructions.get(at + 1) & 0xFF] instanceof Integer number ? number : null; // ldc
            case 19 -> constants[instructions.getShort(at + 1) & 0xFFFF] instanceof Integer number ? number : null;
            default -> null;
        };
    }

    /** The string that the instruction at a place puts on the stack, or null if it does something else. */
    @Nullable String string(ByteBuffer instructions, int at) {
        int opcode = instructions.get(at) & 0xFF;
        Object constant = switch (opcode) {
            case 18 -> constants[instructions.get(at + 1) & 0xFF]; // ldc
            case 19 -> constants[instructions.getShort(at + 1) & 0xFFFF]; // ldc_w
            default -> null;
        };
        return constant instanceof Text string ? text(string.index()) : null;
    }

    /** The names of the variables that are there from the first instruction on, by slot: {@code this} and parameters. */
    Map<Integer, String> parameterNames(Code code) {
        byte[] table = code.attributes().get("LocalVariableTable");
        return table == null ? Map.of() : read(table, this::parameterNames);
    }

    /** The member at an index of the constant pool. */
    MemberReference member(int index) {
        int[] reference = indexes(index);
        int[] nameAndType = indexes(reference[1]);
        // A dynamic call has no owner: its first index is no constant but the number of a bootstrap method.
        String owner = reference[0] < 0 ? "" : text(indexes(reference[0])[0]);
        return new MemberReference(owner, text(nameAndType[0]), text(nameAndType[1]));
    }

    private static @Nullable Object[] constants(DataInputStream in) throws IOException {
        @Nullable Object[] constants = new @Nullable Object[in.readUnsignedShort()];
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[i] = in.readUTF();
                case 3 -> constants[i] = in.readInt();
                case 4 -> in.skipNBytes(4); // float
                case 5, 6 -> { // long, double: they take two indexes
                    in.skipNBytes(8);
                    i++;
                }
                case 7 -> constants[i] = new int[] {in.readUnsignedShort()}; // class
                case 8 -> constants[i] = new Text(in.readUnsignedShort()); // string
                case 16, 19, 20 -> in.skipNBytes(2); // method type, module, package
                case 9, 10, 11, 12 -> // field, method, interface method, name and type
                    constants[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
                case 15 -> in.skipNBytes(3); // method handle
                case 17, 18 -> { // dynamic constant, dynamic call
                    in.skipNBytes(2);
                    constants[i] = new int[] {-1, in.readUnsignedShort()};
                }
                default -> throw new IOException("unknown kind of constant: " + tag);
            }
        }
        return constants;
    }

    private List<Member> members(DataInputStream in) throws IOException {
        List<Member> members = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2); // access flags
            String name = text(in.readUnsignedShort());
            String descriptor = text(in.readUnsignedShort());
            members.add(new Member(name, descriptor, attributes(in)));
        }
        return members;
    }

    private Map<String, byte[]> attributes(DataInputStream in) throws IOException {
        Map<String, byte[]> attributes = new HashMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = text(in.readUnsignedShort());
            attributes.put(name, in.readNBytes(in.readInt()));
        }
        return attributes;
    }

    private Code code(DataInputStream in) throws IOException {
        in.skipNBytes(2); // the stack's greatest depth
        int maxLocals = in.readUnsignedShort();
        byte[] instructions = in.readNBytes(in.readInt());
        List<Handler> handlers = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            handlers.add(new Handler(in.readUnsignedShort(), in.readUnsignedShort(), in.readUnsignedShort()));
            in.skipNBytes(2); // the exception's type
        }
        return new Code(maxLocals, ByteBuffer.wrap(instructions), handlers, attributes(in));
    }

    private Map<Integer, String> parameterNames(DataInputStream in) throws IOException {
        Map<Integer, String> names = new HashMap<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            int start = in.readUnsignedShort();
            in.skipNBytes(2); // length
            String name = text(in.readUnsignedShort());
            in.skipNBytes(2); // descriptor
            int slot = in.readUnsignedShort();
            if (start == 0) {
                names.put(slot, name);
            }
        }
        return names;
    }

    private List<List<String>> parameterAnnotations(DataInputStream in) throws IOException {
        List<List<String>> annotations = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            annotations.add(annotations(in));
        }
        return annotations;
    }

    private List<String> annotations(DataInputStream in) throws IOException {
        List<String> types = new ArrayList<>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            types.add(annotation(in));
        }
        return types;
    }

    private String annotation(DataInputStream in) throws IOException {
        String type = text(in.readUnsignedShort());
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2); // the element's name
            skipElement(in);
        }
        return type;
    }

    private void skipElement(DataInputStream in) throws IOException {
        int tag = in.readUnsignedByte();
        switch (tag) {
            case 'e' -> in.skipNBytes(4); // a constant of an enum: its type and its name
            case '@' -> annotation(in);
            case '[' -> {
                for (int left = in.readUnsignedShort(); left > 0; left--) {
                    skipElement(in);
                }
            }
            default -> in.skipNBytes(2); // a number, a text or a class
        }
    }

    private String text(int index) {
        return constants[index] instanceof String text ? text : "";
    }

    private int[] indexes(int index) {
        return constants[index] instanceof int[] indexes ? indexes : new int[] {0, 0};
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    /** Reads an attribute from its bytes. */
    private static <T> T read(byte[] attribute, Reader<T> reader) {
        try {
            return reader.read(new DataInputStream(new ByteArrayInputStream(attribute)));
        } catch (IOException e) {
            throw new IllegalStateException("a class that was loaded has a cut-off attribute", e);
        }
    }
}
