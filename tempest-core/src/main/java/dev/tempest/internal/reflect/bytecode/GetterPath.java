package dev.tempest.internal.reflect.bytecode;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.bytecode.ClassFile.Code;
import dev.tempest.internal.reflect.bytecode.ClassFile.MemberReference;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a method reference or lambda expression reads, found without calling it. A serializable lambda says which method it
 * stands for: an accessor, or a method that the compiler has made of the expression, whose instructions are read.
 *
 * @param owner the type of the lambda's argument
 * @param members from the outside to the inside: the names of the fields and methods that are read, as Strings; keys of maps as a
 *     {@link Key}; indexes of lists as Integers
 */
public record GetterPath(Class<?> owner, List<Object> members) {
    /** A constant by which a map is read. */
    public record Key(String value) {}

    private static final int ALOAD = 25;
    private static final int ALOAD_0 = 42;
    private static final int ARETURN = 176;
    private static final int GET_FIELD = 180;
    private static final int INVOKE_VIRTUAL = 182;
    private static final int INVOKE_STATIC = 184;
    private static final int INVOKE_INTERFACE = 185;
    private static final int CHECKCAST = 192;

    private static final Set<String> BOXES = Set.of(
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Short",
            "java/lang/Character",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Float",
            "java/lang/Double");

    /**
     * What a lambda reads.
     *
     * @throws IllegalArgumentException if it is no lambda, or does anything but read fields and accessors
     */
    public static GetterPath of(Serializable getter) {
        SerializedLambda lambda = lambdaOf(getter);
        if (lambda == null) {
            throw isKotlin(getter.getClass()) ? kotlin(getter.getClass()) : notLambda(getter.getClass());
        }
        ClassLoader loader = getter.getClass().getClassLoader();
        Class<?> capturing = load(lambda.getCapturingClass().replace('/', '.'), loader);
        if (isKotlin(capturing)) {
            throw kotlin(capturing);
        }
        if (lambda.getCapturedArgCount() > 0) {
            throw refused(
                    capturing,
                    "uses a variable of its surroundings (an index or a key is given to list(..).at(index) or"
                            + " map(..).at(key))");
        }
        String argument =
                ClassFile.parameterTypes(lambda.getInstantiatedMethodType()).get(0);
        Class<?> owner = load(argument.substring(1, argument.length() - 1).replace('/', '.'), loader);
        return new GetterPath(owner, members(lambda, capturing, loader));
    }

    /**
     * What the lambda would be serialized as; null if it is none. The method that says so is called directly where it may be:
     * the first use of an ObjectOutputStream costs a new process some 15 milliseconds.
     */
    private static @Nullable SerializedLambda lambdaOf(Serializable getter) {
        try {
            Method replacement = getter.getClass().getDeclaredMethod("writeReplace");
            if (replacement.trySetAccessible()) {
                return replacement.invoke(getter) instanceof SerializedLambda lambda ? lambda : null;
            }
        } catch (ReflectiveOperationException e) {
            return null;
        }
        return Capture.of(getter);
    }

    private static List<Object> members(SerializedLambda lambda, Class<?> capturing, @Nullable ClassLoader loader) {
        String name = lambda.getImplMethodName();
        int kind = lambda.getImplMethodKind();
        if (kind == MethodHandleInfo.REF_invokeVirtual || kind == MethodHandleInfo.REF_invokeInterface) {
            return List.of(name);
        }
        if (kind != MethodHandleInfo.REF_invokeStatic || !name.startsWith("lambda$")) {
            throw refused(capturing, "calls " + name + ", which is not an accessor of the item");
        }
        Class<?> implementing = load(lambda.getImplClass().replace('/', '.'), loader);
        ClassFile file = ClassFile.of(implementing);
        Code code = file == null ? null : file.body(name, lambda.getImplMethodSignature());
        if (file == null || code == null) {
            throw new IllegalArgumentException("The class file of " + ModelError.name(implementing)
                    + " cannot be read, and so not what its lambda expression names. Write a method reference, such as"
                    + " Album::title, or name the property: view.attribute(\"title\", String.class).");
        }
        return new Body(file, code.instructions(), capturing).members();
    }

    /** The instructions of a lambda expression's method. */
    private record Body(ClassFile file, ByteBuffer code, Class<?> capturing) {
        List<Object> members() {
            List<Object> members = new ArrayList<>();
            int at = skipLoad();
            while (true) {
                int opcode = code.get(at) & 0xFF;
                Object constant = constant(at);
                if (constant != null) {
                    members.add(constant);
                    at += Instruction.length(code, at);
                    requireElement(at, constant);
                    at += Instruction.length(code, at);
                    continue;
                }
                switch (opcode) {
                    case GET_FIELD -> members.add(reference(at).name());
                    case INVOKE_VIRTUAL, INVOKE_INTERFACE -> members.add(accessor(reference(at)));
                    case CHECKCAST -> {} // of a generic accessor's value
                    case INVOKE_STATIC -> requireBoxing(at);
                    case ARETURN -> {
                        if (members.isEmpty()) {
                            throw refused(capturing, "reads no property");
                        }
                        return List.copyOf(members);
                    }
                    default -> throw refused(capturing, "does more than read a property");
                }
                at += Instruction.length(code, at);
            }
        }

        /** An index or a key that the instruction gives to the next one; null if it gives none. */
        private @Nullable Object constant(int at) {
            Integer index = file.number(code, at);
            String key = file.string(code, at);
            return index != null ? index : key == null ? null : new Key(key);
        }

        /** What takes a constant reads an element of a list, or a value of a map. */
        private void requireElement(int at, Object constant) {
            MemberReference method = (code.get(at) & 0xFF) == INVOKE_INTERFACE ? reference(at) : null;
            String owner = constant instanceof Key ? "java/util/Map" : "java/util/List";
            if (method == null
                    || !method.name().equals("get")
                    || !method.owner().equals(owner)
                    || constant.equals(-1)) {
                throw refused(capturing, "does more than read a property");
            }
        }

        private int skipLoad() {
            int opcode = code.get(0) & 0xFF;
            if (opcode != ALOAD_0 && (opcode != ALOAD || code.get(1) != 0)) {
                throw refused(capturing, "does more than read a property");
            }
            return Instruction.length(code, 0);
        }

        private String accessor(MemberReference method) {
            if (!method.parameterTypes().isEmpty()) {
                throw refused(capturing, "calls " + method.name() + " with an argument");
            }
            return method.name();
        }

        /** It comes last: what follows would be a method of the box. */
        private void requireBoxing(int at) {
            MemberReference method = reference(at);
            int next = code.get(at + Instruction.length(code, at)) & 0xFF;
            if (!method.name().equals("valueOf") || !BOXES.contains(method.owner()) || next != ARETURN) {
                throw refused(capturing, "calls " + method.name() + ", a static method");
            }
        }

        private MemberReference reference(int at) {
            return file.member(code.getShort(at + 1) & 0xFFFF);
        }
    }

    /** Takes what a lambda of a package that is not open is replaced by when it is serialized; nothing is written. */
    private static final class Capture extends ObjectOutputStream {
        private @Nullable SerializedLambda found;

        private Capture() throws IOException {
            super(OutputStream.nullOutputStream());
            enableReplaceObject(true);
        }

        static @Nullable SerializedLambda of(Serializable getter) {
            try (Capture capture = new Capture()) {
                capture.writeObject(getter);
                return capture.found;
            } catch (IOException e) {
                return null;
            }
        }

        @Override
        protected @Nullable Object replaceObject(Object object) {
            if (object instanceof SerializedLambda lambda) {
                found = lambda;
            }
            return null;
        }
    }

    private static Class<?> load(String name, @Nullable ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("A loaded lambda expression names " + name + ", which is not there", e);
        }
    }

    private static boolean isKotlin(Class<?> type) {
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getName().equals("kotlin.Metadata")) {
                return true;
            }
        }
        return false;
    }

    private static IllegalArgumentException kotlin(Class<?> type) {
        return new IllegalArgumentException(
                "Kotlin's lambdas do not say what they read (" + Objects.toString(type.getName())
                        + "). Use a property reference with the functions of dev.tempest.kotlin, such as Album::title eq \"x\" or"
                        + " attr(Album::title).");
    }

    private static IllegalArgumentException notLambda(Class<?> type) {
        return new IllegalArgumentException(ModelError.name(type) + " is not a method reference or lambda expression."
                + " Write one where the attribute is used, such as attr(Album::title).");
    }

    private static IllegalArgumentException refused(Class<?> capturing, String what) {
        return new IllegalArgumentException("A lambda expression or method reference in " + ModelError.name(capturing)
                + " names no attribute: it " + what
                + ". Write an accessor, such as attr(Album::title), a field, such as attr((Album a) -> a.title), or a path"
                + " of them, such as attr((Album a) -> a.label().city()).");
    }
}
