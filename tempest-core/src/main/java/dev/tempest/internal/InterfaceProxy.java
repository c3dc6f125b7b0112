package dev.tempest.internal;

import java.lang.annotation.Annotation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Implements an interface that a user declared. What each of its methods does is worked out when the object is made; a
 * call is a look-up and the call.
 */
public final class InterfaceProxy implements InvocationHandler {
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    private final Object base;
    private final Map<Method, Handler> handlers = new HashMap<>();

    private InterfaceProxy(Object base) {
        this.base = base;
    }

    /**
     * An object of the user's interface.
     *
     * @param type the user's interface
     * @param baseType the interface of ours that it extends
     * @param base does what {@code baseType} declares, and gives the object its {@code toString()}
     * @param declared gives the value of each method that the user declared without a body
     */
    public static <T> T create(Class<T> type, Class<?> baseType, Object base, Function<Method, Object> declared) {
        if (!type.isInterface()) {
            throw ModelError.of(
                    type, "is no interface", "Make it an interface that extends " + ModelError.name(baseType));
        }
        InterfaceProxy proxy = new InterfaceProxy(base);
        Map<Signature, Handler> bySignature = new HashMap<>();
        for (Method method : type.getMethods()) {
            Signature signature = Signature.of(method);
            if (!Modifier.isStatic(method.getModifiers())
                    && find(Object.class, method) == null
                    && isMostSpecific(method, type.getMethods())) {
                bySignature.put(signature, handler(method, baseType, base, declared));
            }
        }
        for (Class<?> each : withSuperInterfaces(type)) {
            for (Method method : each.getDeclaredMethods()) {
                Handler handler = bySignature.get(Signature.of(method));
                if (handler != null) {
                    proxy.handlers.put(method, handler);
                }
            }
        }
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, proxy));
    }

    /** An annotation of an interface or of one that it extends; its own first. Null if there is none. */
    public static <A extends Annotation> @Nullable A annotation(Class<?> type, Class<A> annotation) {
        A own = type.getAnnotation(annotation);
        if (own != null) {
            return own;
        }
        for (Class<?> parent : type.getInterfaces()) {
            A inherited = annotation(parent, annotation);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        Handler handler = handlers.get(method);
        if (handler != null) {
            return handler.call(proxy, arguments);
        }
        return switch (method.getName()) {
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> base.toString();
        };
    }

    private static Handler handler(Method method, Class<?> baseType, Object base, Function<Method, Object> declared) {
        Method ours = find(baseType, method);
        if (ours != null && (!method.isDefault() || method.getDeclaringClass().isAssignableFrom(baseType))) {
            MethodHandle handle =
                    spread(unreflect(ours, lookup -> lookup.unreflect(ours)).bindTo(base));
            return (proxy, arguments) -> handle.invokeExact(arguments(arguments));
        }
        if (method.isDefault()) {
            Class<?> owner = method.getDeclaringClass();
            MethodHandle handle = unreflect(method, lookup -> lookup.unreflectSpecial(method, owner));
            MethodHandle spread = handle.asFixedArity()
                    .asType(handle.type().generic())
                    .asSpreader(Object[].class, handle.type().parameterCount() - 1);
            return (proxy, arguments) -> spread.invoke(proxy, arguments(arguments));
        }
        Method body = kotlinBody(method);
        if (body != null) {
            MethodHandle spread = spread(unreflect(body, lookup -> lookup.unreflect(body)));
            return (proxy, arguments) -> spread.invokeExact(withReceiver(proxy, arguments(arguments)));
        }
        Object value = declared.apply(method);
        return (proxy, arguments) -> value;
    }

    /** Up to Kotlin 2.1, what an interface's method does stands beside the interface unless the compiler is told otherwise. */
    private static @Nullable Method kotlinBody(Method method) {
        Class<?> owner = method.getDeclaringClass();
        Class<?>[] parameters = method.getParameterTypes();
        Class<?>[] withReceiver = new Class<?>[parameters.length + 1];
        withReceiver[0] = owner;
        System.arraycopy(parameters, 0, withReceiver, 1, parameters.length);
        try {
            return Class.forName(owner.getName() + "$DefaultImpls", false, owner.getClassLoader())
                    .getDeclaredMethod(method.getName(), withReceiver);
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return null;
        }
    }

    private static @Nullable Object[] withReceiver(Object receiver, @Nullable Object[] arguments) {
        @Nullable Object[] all = new @Nullable Object[arguments.length + 1];
        all[0] = receiver;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    private static @Nullable Object[] arguments(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? new Object[0] : arguments;
    }

    private static MethodHandle spread(MethodHandle handle) {
        return handle.asType(handle.type().generic())
                .asSpreader(Object[].class, handle.type().parameterCount())
                .asType(SPREAD);
    }

    private static @Nullable Method find(Class<?> owner, Method method) {
        try {
            return owner.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static boolean isMostSpecific(Method method, Method[] all) {
        for (Method other : all) {
            if (!other.equals(method)
                    && Signature.of(other).equals(Signature.of(method))
                    && method.getReturnType() != other.getReturnType()
                    && method.getReturnType().isAssignableFrom(other.getReturnType())) {
                return false;
            }
        }
        return true;
    }

    private static Set<Class<?>> withSuperInterfaces(Class<?> type) {
        Set<Class<?>> found = new HashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(Set.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.pop();
            if (found.add(next)) {
                open.addAll(Arrays.asList(next.getInterfaces()));
            }
        }
        return found;
    }

    private static MethodHandle unreflect(Method method, Unreflection unreflection) {
        Class<?> owner = method.getDeclaringClass();
        try {
            return unreflection.in(MethodHandles.privateLookupIn(owner, MethodHandles.lookup()));
        } catch (IllegalAccessException e) {
            throw ModelError.of(
                    owner,
                    "is not open to this library (" + e.getMessage() + ")",
                    "Add to its module-info: opens " + owner.getPackageName());
        }
    }

    private interface Unreflection {
        MethodHandle in(MethodHandles.Lookup lookup) throws IllegalAccessException;
    }

    private interface Handler {
        @Nullable Object call(Object proxy, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    private record Signature(String name, List<Class<?>> parameters) {
        static Signature of(Method method) {
            return new Signature(method.getName(), List.of(method.getParameterTypes()));
        }
    }
}
