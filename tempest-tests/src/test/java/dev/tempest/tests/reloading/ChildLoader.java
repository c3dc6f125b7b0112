package dev.tempest.tests.reloading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Loads some classes, with those in them, again and leaves all others to its parent, as tools do that reload a program under development. */
final class ChildLoader extends ClassLoader {
    private final Set<String> own;

    ChildLoader(Class<?>... own) {
        super(own[0].getClassLoader());
        this.own = Arrays.stream(own).map(Class::getName).collect(Collectors.toSet());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return own.contains(name.replaceAll("\\$.*", "")) ? define(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
