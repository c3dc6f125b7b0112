package dev.tempest.internal.reflect.bytecode;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which value class a method returns, by what the compiler of Kotlin puts behind the dash in its name: a hash of the class's
 * name. The classes that it may be are those that the metadata of the method's class names.
 */
final class MangledNames {
    private static final int BYTES = 5;

    private MangledNames() {}

    /**
     * The value class of a property.
     *
     * @param owner the class that declares the property
     * @param suffix of the name of the property's getter
     * @return null if none of the classes that the owner's metadata names has the suffix
     */
    static @Nullable Class<?> valueClass(Class<?> owner, String suffix) {
        for (String descriptor : names(owner)) {
            if (descriptor.startsWith("L") && descriptor.endsWith(";")) {
                String name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
                String kotlinName = name.replace('$', '.');
                if (suffix.equals(hash(":L" + kotlinName + ";")) || suffix.equals(hash(":L" + kotlinName + "?;"))) {
                    return load(name, owner);
                }
            }
        }
        return null;
    }

    private static String[] names(Class<?> owner) {
        for (Annotation annotation : owner.getDeclaredAnnotations()) {
            if (annotation.annotationType().getName().equals("kotlin.Metadata")) {
                try {
                    Method names = annotation.annotationType().getMethod("d2");
                    return (String[]) names.invoke(annotation);
                } catch (ReflectiveOperationException e) {
                    return new String[0];
                }
            }
        }
        return new String[0];
    }

    private static String hash(String signature) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(signature.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException e) {
            return "";
        }
    }

    private static @Nullable Class<?> load(String name, Class<?> owner) {
        try {
            return Class.forName(name, false, owner.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
