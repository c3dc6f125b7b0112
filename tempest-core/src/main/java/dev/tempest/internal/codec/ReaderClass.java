package dev.tempest.internal.codec;

import dev.tempest.internal.reflect.ItemFactory;
import dev.tempest.internal.reflect.MemberHandle;
import dev.tempest.internal.reflect.bytecode.ClassWriter;
import dev.tempest.internal.reflect.bytecode.ClassWriter.Bytes;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.NumberCodec;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a class for one constructor: a function that takes each argument from the row and calls it. The codecs are in static
 * fields, which the compiler takes for constants: so it compiles a type's reading as if it were written by hand. It calls each
 * codec by itself, not a method of ours that all attributes share, as that would be compiled with all codecs in it and be too
 * large to go into the caller.
 */
public final class ReaderClass {
    private static final int ALOAD_0 = 0x2A;
    private static final int ALOAD_1 = 0x2B;
    private static final int ASTORE_0 = 0x4B;
    private static final int ASTORE_1 = 0x4C;
    private static final int DUP = 0x59;
    private static final int SIPUSH = 0x11;
    private static final int LDC_W = 0x13;
    private static final int L2I = 0x88;
    private static final int ARETURN = 0xB0;
    private static final int RETURN = 0xB1;
    private static final int GETSTATIC = 0xB2;
    private static final int PUTSTATIC = 0xB3;
    private static final int INVOKEVIRTUAL = 0xB6;
    private static final int INVOKESPECIAL = 0xB7;
    private static final int INVOKESTATIC = 0xB8;
    private static final int INVOKEINTERFACE = 0xB9;
    private static final int NEW = 0xBB;
    private static final int CHECKCAST = 0xC0;

    private static final int PUBLIC = 0x0001;
    private static final int STATIC = 0x0008;

    private static final String NOTHING = "nothing";

    private final ClassWriter writer;
    private final ItemFactory<?> factory;
    private final Constructor<?> constructor;
    private final Class<?>[] parameters;
    private final AttributeReader<?>[] readers;

    private ReaderClass(ItemFactory<?> factory, Constructor<?> constructor, AttributeReader<?>[] readers) {
        this.writer = new ClassWriter(ClassWriter.name(constructor.getDeclaringClass()) + "$Reader");
        this.factory = factory;
        this.constructor = constructor;
        this.parameters = constructor.getParameterTypes();
        this.readers = readers;
    }

    /**
     * A function from rows to what the constructor makes; null if no class can be made that has access to it. It throws
     * anything for a row that does not fit.
     *
     * @param readers of the constructor's parameters, in their order
     * @param nothing what stands for an attribute that a row does not have
     */
    @SuppressWarnings("unchecked")
    static <V> @Nullable Function<Map<String, V>, @Nullable Object> function(
            ItemFactory<?> factory, AttributeReader<V>[] readers, V nothing) {
        MemberHandle constructor = factory.constructor();
        Lookup lookup = constructor.lookup();
        if (!lookup.hasFullPrivilegeAccess()
                || lookup.lookupClass().isHidden()
                || !(constructor.member() instanceof Constructor<?> called)
                || !namesItsParameters(called)) {
            return null;
        }
        List<Object> data = new ArrayList<>();
        data.add(nothing);
        for (AttributeReader<V> reader : readers) {
            data.add(reader.codec());
        }
        byte[] bytes = new ReaderClass(factory, called, readers).bytes();
        try {
            Lookup made = lookup.defineHiddenClassWithClassData(bytes, data, true, Lookup.ClassOption.NESTMATE);
            return (Function<Map<String, V>, @Nullable Object>)
                    made.findConstructor(made.lookupClass(), MethodType.methodType(void.class))
                            .invoke();
        } catch (Throwable e) {
            // Of a runtime that makes no classes, as native images are; a handle does the same.
            return null;
        }
    }

    /** A prefixed property's value without its prefix, if there is one. */
    public static @Nullable String unprefixed(@Nullable Object read, String prefix) {
        String text = (String) read;
        if (text == null) {
            return null;
        }
        if (!text.startsWith(prefix)) {
            throw new IllegalArgumentException(text);
        }
        return text.substring(prefix.length());
    }

    /** Whether the types of the parameters can be cast to where the constructor stands. */
    private static boolean namesItsParameters(Constructor<?> constructor) {
        for (Class<?> parameter : constructor.getParameterTypes()) {
            Class<?> type = parameter;
            while (type.isArray()) {
                type = type.getComponentType();
            }
            boolean reachable = Modifier.isPublic(type.getModifiers())
                    || type.getPackageName()
                            .equals(constructor.getDeclaringClass().getPackageName());
            if (type.isHidden() || !(reachable || type.isPrimitive())) {
                return false;
            }
        }
        return true;
    }

    private byte[] bytes() {
        writer.method(PUBLIC, "<init>", "()V", 1, 1, newObject());
        writer.method(STATIC, "<clinit>", "()V", 3, 1, initialize());
        int slots = 0;
        for (Class<?> parameter : parameters) {
            slots += parameter == long.class || parameter == double.class ? 2 : 1;
        }
        // The new object twice, the arguments so far, and what is called for the next.
        writer.method(PUBLIC, "apply", "(Ljava/lang/Object;)Ljava/lang/Object;", 2 + slots + 4, 2, read());
        return writer.write(Function.class);
    }

    private Bytes newObject() {
        return new Bytes()
                .u1(ALOAD_0)
                .with(INVOKESPECIAL, writer.method(Object.class, "<init>", "()V"))
                .u1(RETURN);
    }

    /** Takes the codecs over from what makes the class. */
    private Bytes initialize() {
        Bytes code = new Bytes()
                .with(
                        INVOKESTATIC,
                        writer.method(MethodHandles.class, "lookup", "()Ljava/lang/invoke/MethodHandles$Lookup;"))
                .with(LDC_W, writer.string("_"))
                .with(LDC_W, writer.type(ClassWriter.name(List.class)))
                .with(
                        INVOKESTATIC,
                        writer.method(
                                MethodHandles.class,
                                "classData",
                                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;)Ljava/lang/Object;"))
                .with(CHECKCAST, writer.type(ClassWriter.name(List.class)))
                .u1(ASTORE_0);
        take(code, 0, NOTHING, Object.class);
        for (int i = 0; i < readers.length; i++) {
            take(code, i + 1, codec(i), codecType(i));
        }
        return code.u1(RETURN);
    }

    private void take(Bytes code, int index, String field, Class<?> type) {
        writer.staticField(field, type.descriptorString());
        code.u1(ALOAD_0).with(SIPUSH, index);
        callInterface(code, List.class, "get", "(I)Ljava/lang/Object;", 2);
        code.with(CHECKCAST, writer.type(ClassWriter.name(type)))
                .with(PUTSTATIC, writer.field(writer.name(), field, type.descriptorString()));
    }

    private Bytes read() {
        int made = writer.type(ClassWriter.name(constructor.getDeclaringClass()));
        Bytes code = new Bytes()
                .u1(ALOAD_1)
                .with(CHECKCAST, writer.type(ClassWriter.name(Map.class)))
                .u1(ASTORE_1)
                .with(NEW, made)
                .u1(DUP);
        for (int i = 0; i < parameters.length; i++) {
            readArgument(code, i);
        }
        MethodType type = MethodType.methodType(void.class, parameters);
        return code.with(
                        INVOKESPECIAL,
                        writer.method(constructor.getDeclaringClass(), "<init>", type.toMethodDescriptorString()))
                .u1(ARETURN);
    }

    private void readArgument(Bytes code, int i) {
        AttributeReader<?> reader = readers[i];
        code.with(GETSTATIC, writer.field(writer.name(), codec(i), codecType(i).descriptorString()))
                .u1(ALOAD_1)
                .with(LDC_W, writer.string(reader.attribute()))
                .with(GETSTATIC, writer.field(writer.name(), NOTHING, Object.class.descriptorString()));
        callInterface(code, Map.class, "getOrDefault", "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;", 3);
        switch (reader.numbers(parameters[i])) {
            case LONG -> {
                callInterface(code, codecType(i), "toLong", "(Ljava/lang/Object;)J", 2);
                if (parameters[i] == int.class) {
                    code.u1(L2I);
                }
            }
            case DOUBLE -> callInterface(code, codecType(i), "toDouble", "(Ljava/lang/Object;)D", 2);
            case NONE -> {
                callInterface(code, codecType(i), "toProperty", "(Ljava/lang/Object;)Ljava/lang/Object;", 2);
                complete(code, i);
            }
        }
    }

    /** From what a codec read to an argument. */
    private void complete(Bytes code, int i) {
        AttributeReader<?> reader = readers[i];
        Class<?> parameter = parameters[i];
        if (reader.required() || factory.hasDefault(i)) {
            code.with(
                    INVOKESTATIC,
                    writer.method(Objects.class, "requireNonNull", "(Ljava/lang/Object;)Ljava/lang/Object;"));
        }
        String prefix = reader.prefix();
        if (prefix != null) {
            code.with(LDC_W, writer.string(prefix))
                    .with(
                            INVOKESTATIC,
                            writer.method(
                                    ReaderClass.class,
                                    "unprefixed",
                                    "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/String;"));
        }
        if (parameter.isPrimitive()) {
            Class<?> box = MethodType.methodType(parameter).wrap().returnType();
            code.with(CHECKCAST, writer.type(ClassWriter.name(box)))
                    .with(
                            INVOKEVIRTUAL,
                            writer.method(box, parameter.getName() + "Value", "()" + parameter.descriptorString()));
        } else {
            code.with(CHECKCAST, writer.type(ClassWriter.name(parameter)));
        }
    }

    private void callInterface(Bytes code, Class<?> type, String name, String descriptor, int slots) {
        code.with(INVOKEINTERFACE, writer.method(type, name, descriptor))
                .u1(slots)
                .u1(0);
    }

    private static String codec(int parameter) {
        return "codec" + parameter;
    }

    /** As what a parameter's codec is called: numbers that are in no object come as they are. */
    private Class<?> codecType(int parameter) {
        return switch (readers[parameter].numbers(parameters[parameter])) {
            case LONG -> NumberCodec.OfLong.class;
            case DOUBLE -> NumberCodec.OfDouble.class;
            case NONE -> AttributeCodec.class;
        };
    }
}
