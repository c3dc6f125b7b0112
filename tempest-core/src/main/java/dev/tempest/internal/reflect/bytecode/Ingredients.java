package dev.tempest.internal.reflect.bytecode;

import dev.tempest.internal.reflect.bytecode.ClassFile.Code;
import dev.tempest.internal.reflect.bytecode.ClassFile.MemberReference;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a computed property is made of, as the instructions of its method show: the fields of its object that they read, by
 * themselves or through other methods of it. Where the object goes anywhere else, nothing is known.
 */
public final class Ingredients {
    private static final int ALOAD = 25;
    private static final int ALOAD_0 = 42;
    private static final int GET_FIELD = 180;
    private static final int INVOKE_VIRTUAL = 182;
    private static final int INVOKE_SPECIAL = 183;
    private static final int INVOKE_INTERFACE = 185;

    private final Class<?> type;
    private final Set<String> stored;
    private final Set<String> found = new HashSet<>();
    private final Set<Member> visited = new HashSet<>();

    private Ingredients(Class<?> type, Set<String> stored) {
        this.type = type;
        this.stored = stored;
    }

    /**
     * The names of the properties that a computed one is made of; none for a constant.
     *
     * @param computed the method or the field that reads it
     * @param stored the names of the properties that are stored, not computed
     * @return null if it is not known
     */
    public static @Nullable Set<String> of(Member computed, Class<?> type, Set<String> stored) {
        Ingredients ingredients = new Ingredients(type, stored);
        return ingredients.add(computed) ? ingredients.found : null;
    }

    private boolean add(Member member) {
        if (!visited.add(member)) {
            return true;
        }
        if (member instanceof Field field) {
            return addField(field);
        }
        return member instanceof Method method && addMethod(method);
    }

    private boolean addField(Field field) {
        if (stored.contains(field.getName())) {
            found.add(field.getName());
            return true;
        }
        // The constructor may compute it from anything, unless the compiler has left its value.
        ClassFile file = ClassFile.of(field.getDeclaringClass());
        ClassFile.Member compiled = file == null ? null : file.field(field.getName());
        return Modifier.isFinal(field.getModifiers())
                && compiled != null
                && compiled.attributes().containsKey("ConstantValue");
    }

    private boolean addMethod(Method method) {
        if (Modifier.isStatic(method.getModifiers()) || method.getParameterCount() > 0) {
            return false;
        }
        ClassFile file = ClassFile.of(method.getDeclaringClass());
        Code code = file == null
                ? null
                : file.body(
                        method.getName(),
                        MethodType.methodType(method.getReturnType()).toMethodDescriptorString());
        return file != null && code != null && addBody(file, code.instructions());
    }

    private boolean addBody(ClassFile file, ByteBuffer code) {
        int at = 0;
        while (at < code.limit()) {
            int length = Instruction.length(code, at);
            if (length <= 0) {
                return false;
            }
            int opcode = code.get(at) & 0xFF;
            if (opcode == ALOAD_0 || (opcode == ALOAD && code.get(at + 1) == 0)) {
                if (!addUse(file, code, at + length)) {
                    return false;
                }
            }
            at += length;
        }
        return true;
    }

    /** What the instruction after the object's own load takes from the object. */
    private boolean addUse(ClassFile file, ByteBuffer code, int at) {
        int opcode = code.get(at) & 0xFF;
        boolean isCall = opcode == INVOKE_VIRTUAL || opcode == INVOKE_SPECIAL || opcode == INVOKE_INTERFACE;
        if (!isCall && opcode != GET_FIELD) {
            return false;
        }
        MemberReference reference = file.member(code.getShort(at + 1) & 0xFFFF);
        Member member = isCall ? method(type, reference) : field(reference);
        return member != null && add(member);
    }

    private @Nullable Field field(MemberReference reference) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (field.getName().equals(reference.name())) {
                    return field;
                }
            }
        }
        return null;
    }

    private static @Nullable Method method(Class<?> start, MemberReference reference) {
        for (Class<?> c = start; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (isMeant(method, reference)) {
                    return method;
                }
            }
        }
        for (Method method : start.getMethods()) {
            if (isMeant(method, reference) && method.isDefault()) {
                return method;
            }
        }
        return null;
    }

    private static boolean isMeant(Method method, MemberReference reference) {
        return method.getName().equals(reference.name())
                && method.getParameterCount() == 0
                && MethodType.methodType(method.getReturnType())
                        .toMethodDescriptorString()
                        .equals(reference.descriptor());
    }
}
