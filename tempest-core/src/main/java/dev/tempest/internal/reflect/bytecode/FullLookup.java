package dev.tempest.internal.reflect.bytecode;

import dev.tempest.internal.Rethrow;
import dev.tempest.internal.reflect.bytecode.ClassWriter.Bytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.function.Supplier;

/**
 * Makes lookups with which lambdas can be made for the methods of a class. In a class loader of its own, a class is in another
 * module than this library, where the JDK gives no such lookup to others; so a class beside it asks for one.
 */
public final class FullLookup {
    private static final int ALOAD_0 = 0x2A;
    private static final int ARETURN = 0xB0;
    private static final int RETURN = 0xB1;
    private static final int INVOKESPECIAL = 0xB7;
    private static final int INVOKESTATIC = 0xB8;
    private static final int PUBLIC = 0x0001;

    private FullLookup() {}

    /**
     * A lookup of a class with all of its own rights.
     *
     * @throws IllegalAccessException if the class is not open to this library
     */
    public static Lookup of(Class<?> type) throws IllegalAccessException {
        Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        if (lookup.hasFullPrivilegeAccess()) {
            return lookup;
        }
        Class<?> beside = beside(type, lookup);
        try {
            Object made = lookup.findConstructor(beside, MethodType.methodType(void.class))
                    .invoke();
            return (Lookup) ((Supplier<?>) made).get();
        } catch (Throwable e) {
            throw Rethrow.unchecked(e);
        }
    }

    private static Class<?> beside(Class<?> type, Lookup lookup) throws IllegalAccessException {
        String name = type.getName() + "$TempestLookup";
        try {
            return lookup.defineClass(bytes(name.replace('.', '/')));
        } catch (LinkageError e) {
            // Another database has made it before.
            try {
                return Class.forName(name, true, type.getClassLoader());
            } catch (ClassNotFoundException notFound) {
                e.addSuppressed(notFound);
                throw e;
            }
        }
    }

    private static byte[] bytes(String name) {
        ClassWriter writer = new ClassWriter(name);
        writer.method(
                PUBLIC,
                "<init>",
                "()V",
                1,
                1,
                new Bytes()
                        .u1(ALOAD_0)
                        .with(INVOKESPECIAL, writer.method(Object.class, "<init>", "()V"))
                        .u1(RETURN));
        writer.method(
                PUBLIC,
                "get",
                "()Ljava/lang/Object;",
                1,
                1,
                new Bytes()
                        .with(
                                INVOKESTATIC,
                                writer.method(
                                        MethodHandles.class, "lookup", "()Ljava/lang/invoke/MethodHandles$Lookup;"))
                        .u1(ARETURN));
        return writer.write(Supplier.class);
    }
}
