package dev.tempest.internal.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * How a constructor or a method is called, or a field is read. Resolved when first needed, as each costs a new JVM some time,
 * and a process may never need those of most of its types. Racing threads make equal ones.
 */
public final class MemberHandle {
    private final Lookup lookup;
    private final Member member;
    private @Nullable MethodHandle handle;
    private @Nullable MethodHandle spread;

    /**
     * The handle of a member.
     *
     * @param lookup has private access to the class of the member, so that nothing can fail later
     */
    public MemberHandle(Lookup lookup, Member member) {
        this.lookup = lookup;
        this.member = member;
    }

    /** A handle that is known already, as it is bound to an object. */
    MemberHandle(Lookup lookup, Member member, MethodHandle handle) {
        this(lookup, member);
        this.handle = handle;
    }

    public Lookup lookup() {
        return lookup;
    }

    public Member member() {
        return member;
    }

    public MethodHandle get() {
        MethodHandle known = handle;
        if (known == null) {
            known = resolve();
            handle = known;
        }
        return known;
    }

    /** The same, taking its arguments as one array. */
    MethodHandle spread() {
        MethodHandle known = spread;
        if (known == null) {
            MethodHandle own = get();
            known = own.asType(own.type().generic())
                    .asSpreader(Object[].class, own.type().parameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
            spread = known;
        }
        return known;
    }

    private MethodHandle resolve() {
        try {
            if (member instanceof Constructor<?> constructor) {
                return lookup.unreflectConstructor(constructor);
            }
            return member instanceof Method method ? lookup.unreflect(method) : lookup.unreflectGetter((Field) member);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("No access to " + member, e);
        }
    }
}
