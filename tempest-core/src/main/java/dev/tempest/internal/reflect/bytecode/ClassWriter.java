package dev.tempest.internal.reflect.bytecode;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a class file as JVMS chapter 4 has it, as far as a class needs that has static fields and methods without branches:
 * what calls some objects that are known when the class is made.
 */
public final class ClassWriter {
    private static final int CLASS_FILE = 0xCAFEBABE;
    /** Of Java 17. */
    private static final int VERSION = 61;

    private static final int PUBLIC = 0x0001;
    private static final int PRIVATE_STATIC_FINAL = 0x001A;
    private static final int FINAL_SUPER_SYNTHETIC = 0x1030;

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    private final String name;
    private final Bytes constants = new Bytes();
    private final Map<String, Integer> known = new HashMap<>();
    private final Bytes fields = new Bytes();
    private final Bytes methods = new Bytes();
    private int fieldCount;
    private int methodCount;

    /**
     * A class without members.
     *
     * @param name a binary name with slashes
     */
    public ClassWriter(String name) {
        this.name = name;
    }

    /** A name with slashes as instructions have it; that of an array is its descriptor. */
    public static String name(Class<?> type) {
        return type.getName().replace('.', '/');
    }

    public String name() {
        return name;
    }

    public void staticField(String fieldName, String descriptor) {
        fields.u2(PRIVATE_STATIC_FINAL).u2(utf8(fieldName)).u2(utf8(descriptor)).u2(0);
        fieldCount++;
    }

    /**
     * Adds a method.
     *
     * @param code without branches, as those need a map of the stack
     */
    public void method(int flags, String methodName, String descriptor, int maxStack, int maxLocals, Bytes code) {
        methods.u2(flags).u2(utf8(methodName)).u2(utf8(descriptor)).u2(1);
        methods.u2(utf8("Code")).u4(2 + 2 + 4 + code.size() + 2 + 2);
        methods.u2(maxStack).u2(maxLocals).u4(code.size()).all(code).u2(0).u2(0);
        methodCount++;
    }

    public byte[] write(Class<?> implemented) {
        int self = type(name);
        int parent = type(name(Object.class));
        int only = type(name(implemented));
        Bytes file = new Bytes();
        file.u4(CLASS_FILE).u2(0).u2(VERSION).u2(known.size() + 1).all(constants);
        file.u2(PUBLIC | FINAL_SUPER_SYNTHETIC).u2(self).u2(parent).u2(1).u2(only);
        file.u2(fieldCount).all(fields).u2(methodCount).all(methods).u2(0);
        return file.toByteArray();
    }

    public int string(String text) {
        return refer(STRING, utf8(text), "string " + text);
    }

    public int type(String typeName) {
        return refer(CLASS, utf8(typeName), "class " + typeName);
    }

    public int field(String owner, String fieldName, String descriptor) {
        return member(FIELD, owner, fieldName, descriptor);
    }

    public int method(Class<?> owner, String methodName, String descriptor) {
        return member(owner.isInterface() ? INTERFACE_METHOD : METHOD, name(owner), methodName, descriptor);
    }

    private int member(int tag, String owner, String memberName, String descriptor) {
        int type = type(owner);
        int signature = refer(NAME_AND_TYPE, utf8(memberName), utf8(descriptor));
        return refer(tag, type, signature);
    }

    private int utf8(String text) {
        String key = "utf8 " + text;
        Integer index = known.get(key);
        if (index != null) {
            return index;
        }
        constants.u1(UTF8).utf(text);
        return add(key);
    }

    private int refer(int tag, int other, String key) {
        Integer index = known.get(key);
        if (index != null) {
            return index;
        }
        constants.u1(tag).u2(other);
        return add(key);
    }

    private int refer(int tag, int one, int other) {
        String key = tag + " " + one + " " + other;
        Integer index = known.get(key);
        if (index != null) {
            return index;
        }
        constants.u1(tag).u2(one).u2(other);
        return add(key);
    }

    private int add(String key) {
        int index = known.size() + 1;
        known.put(key, index);
        return index;
    }

    /** Bytes of a class file, which go to memory and so do not fail. */
    public static final class Bytes {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        public Bytes u1(int value) {
            bytes.write(value);
            return this;
        }

        Bytes u2(int value) {
            return u1(value >> 8).u1(value);
        }

        Bytes u4(int value) {
            return u2(value >> 16).u2(value);
        }

        /** An instruction with the index of a constant. */
        public Bytes with(int instruction, int constant) {
            return u1(instruction).u2(constant);
        }

        Bytes utf(String text) {
            try {
                out.writeUTF(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        Bytes all(Bytes others) {
            bytes.writeBytes(others.toByteArray());
            return this;
        }

        int size() {
            return bytes.size();
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }
}
