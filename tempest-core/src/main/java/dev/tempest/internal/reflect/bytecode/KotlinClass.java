package dev.tempest.internal.reflect.bytecode;

import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.bytecode.ClassFile.Code;
import dev.tempest.internal.reflect.bytecode.ClassFile.Member;
import dev.tempest.internal.reflect.bytecode.Instruction.Kind;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a class that Kotlin compiled tells beyond what Java knows of: which values must not be null, which arguments of a
 * constructor have defaults, and which properties are of a value class. It stands in the class file; no library of Kotlin
 * is needed. Where there is no class file to read, nothing is known.
 */
public final class KotlinClass {
    private static final String NOT_NULL = "Lorg/jetbrains/annotations/NotNull;";
    private static final String MARKER = "kotlin.jvm.internal.DefaultConstructorMarker";
    private static final int ILOAD = 21;
    private static final int ILOAD_0 = 26;
    private static final int ILOAD_3 = 29;
    private static final int IAND = 126;
    private static final int IFEQ = 153;

    private final Class<?> type;
    private final @Nullable ClassFile file;

    private KotlinClass(Class<?> type) {
        this.type = type;
        this.file = ClassFile.of(type);
    }

    /** Null for a class of another language. */
    public static @Nullable KotlinClass of(Class<?> type) {
        return isKotlin(type) ? new KotlinClass(type) : null;
    }

    /** Whether the class was compiled by Kotlin. */
    public static boolean isKotlin(Class<?> type) {
        for (Annotation annotation : type.getDeclaredAnnotations()) {
            if (annotation.annotationType().getName().equals("kotlin.Metadata")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a field, which this class declares, holds something else than a property's own value. */
    public static boolean isDelegate(Field field) {
        return field.getName().endsWith("$delegate") && isKotlin(field.getDeclaringClass());
    }

    /** Which parameters of a constructor must not be null. */
    public BitSet notNullParameters(Constructor<?> constructor) {
        BitSet notNull = new BitSet();
        Member member = file == null ? null : file.method("<init>", descriptor(constructor));
        if (file != null && member != null) {
            List<List<String>> annotations = file.hiddenParameterAnnotations(member);
            for (int i = 0; i < annotations.size(); i++) {
                notNull.set(i, annotations.get(i).contains(NOT_NULL));
            }
        }
        return notNull;
    }

    /** Whether a field that this class declares must not be null; private ones do not tell. */
    public boolean isNotNull(Field field) {
        Member member = file == null ? null : file.field(field.getName());
        return file != null && member != null && file.hiddenAnnotations(member).contains(NOT_NULL);
    }

    /**
     * Whether a property is of a value class. Its field then holds the wrapped value, and everything that would show this
     * to Java has a dash in its name.
     *
     * @param getters the names that the property's getter may have
     * @param parameter the constructor's parameter that fills the property, or {@link Property#NONE}
     */
    public boolean isValueClass(List<String> getters, int parameter) {
        return suffix(getters, parameter) != null;
    }

    /**
     * The value class of a property; null if the class file does not say which it is.
     *
     * @param getters the names that the property's getter may have
     * @param parameter the constructor's parameter that fills the property, or {@link Property#NONE}
     */
    public @Nullable Class<?> valueClass(List<String> getters, int parameter) {
        String suffix = suffix(getters, parameter);
        return suffix == null ? null : MangledNames.valueClass(type, suffix);
    }

    /** What stands behind the dash; null if there is none. */
    private @Nullable String suffix(List<String> getters, int parameter) {
        for (Method method : type.getDeclaredMethods()) {
            String name = method.getName();
            String component = "component" + (parameter + 1) + "-";
            if (name.startsWith(component)) {
                return name.substring(component.length());
            }
            for (String getter : getters) {
                if (name.startsWith(getter + "-")) {
                    return name.substring(getter.length() + 1);
                }
            }
        }
        return null;
    }

    /**
     * The constructor that the compiler adds to one with default arguments: it also takes a bit for each argument that is
     * to be the default, 32 to an {@code int}, and a marker that is always null. Null if there is none.
     */
    public @Nullable Constructor<?> withDefaults(Constructor<?> constructor) {
        Class<?>[] plain = constructor.getParameterTypes();
        Class<?>[] wanted = Arrays.copyOf(plain, plain.length + masks(plain.length));
        Arrays.fill(wanted, plain.length, wanted.length, int.class);
        for (Constructor<?> candidate : type.getDeclaredConstructors()) {
            Class<?>[] types = candidate.getParameterTypes();
            if (candidate.isSynthetic()
                    && types.length == wanted.length + 1
                    && types[wanted.length].getName().equals(MARKER)
                    && Arrays.equals(Arrays.copyOf(types, wanted.length), wanted)) {
                return candidate;
            }
        }
        return null;
    }

    /** How many {@code int}s have a bit for each parameter. */
    public static int masks(int parameterCount) {
        return (parameterCount + Integer.SIZE - 1) / Integer.SIZE;
    }

    /**
     * Which arguments have a default: those whose bit is tested by the constructor that {@link #withDefaults} found. What
     * is not understood has none, so that its absence is an error and not a zero.
     */
    public BitSet defaults(Constructor<?> withDefaults) {
        BitSet found = new BitSet();
        Code code = file == null ? null : file.constructor(descriptor(withDefaults));
        if (file == null || code == null) {
            return found;
        }
        Class<?>[] types = withDefaults.getParameterTypes();
        int parameterCount = types.length - 1;
        while (parameterCount > 0 && parameterCount + masks(parameterCount) != types.length - 1) {
            parameterCount--;
        }
        int firstMask = 1
                + Stream.of(types)
                        .limit(parameterCount)
                        .mapToInt(type -> ClassFile.slots(type.descriptorString()))
                        .sum();
        ByteBuffer bytes = code.instructions();
        int mask = -1; // the one that the last instruction has loaded
        Integer bit = null; // what the last instruction has loaded, if that was a number after a mask
        for (int at = 0; at < bytes.limit(); ) {
            int opcode = bytes.get(at) & 0xFF;
            int length = Instruction.length(bytes, at);
            if (length == 0) {
                break;
            }
            if (opcode == IAND && mask >= 0 && bit != null && (bytes.get(at + 1) & 0xFF) == IFEQ) {
                int parameter = mask * Integer.SIZE + Integer.numberOfTrailingZeros(bit);
                if (Integer.bitCount(bit) == 1 && parameter < parameterCount) {
                    found.set(parameter);
                }
            }
            Integer number = file.number(bytes, at);
            bit = mask >= 0 && bit == null ? number : null;
            if (bit == null) {
                int variable = loaded(bytes, at) - firstMask;
                mask = variable >= 0 && variable < types.length - 1 - parameterCount ? variable : -1;
            }
            at += length;
        }
        return found;
    }

    /** The variable that an instruction loads an {@code int} from; less than 0 if it does something else. */
    private static int loaded(ByteBuffer bytes, int at) {
        int opcode = bytes.get(at) & 0xFF;
        if (opcode == ILOAD) {
            return bytes.get(at + 1) & 0xFF;
        }
        Instruction widened = Instruction.of(opcode);
        if (widened != null && widened.kind() == Kind.WIDE && (bytes.get(at + 1) & 0xFF) == ILOAD) {
            return bytes.getShort(at + 2) & 0xFFFF;
        }
        return opcode >= ILOAD_0 && opcode <= ILOAD_3 ? opcode - ILOAD_0 : Integer.MIN_VALUE;
    }

    private static String descriptor(Constructor<?> constructor) {
        return MethodType.methodType(void.class, constructor.getParameterTypes())
                .toMethodDescriptorString();
    }
}
