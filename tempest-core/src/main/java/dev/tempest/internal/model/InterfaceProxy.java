package dev.tempest.internal.model;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.bytecode.KotlinClass;
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
import java.util.LinkedHashMap;
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
                    type, "is not an interface", "Make it an interface that extends " + ModelError.name(baseType));
        }
        InterfaceProxy proxy = new InterfaceProxy(base);
        Map<Signature, Method> methods = methods(type);
        for (Method method : Object.class.getMethods()) {
            methods.remove(Signature.of(method));
        }
        Map<Signature, Method> ours = methods(baseType);
        Map<Signature, Handler> bySignature = new HashMap<>();
        for (Map.Entry<Signature, Method> entry : methods.entrySet()) {
            bySignature.put(
                    entry.getKey(), handler(entry.getValue(), ours.get(entry.getKey()), baseType, base, declared));
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

    /** What does the work of an object that {@link #create} made; any other object itself. */
    public static Object baseOf(Object object) {
        return Proxy.isProxyClass(object.getClass())
                        && Proxy.getInvocationHandler(object) instanceof InterfaceProxy proxy
                ? proxy.base
                : object;
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

    /** @param ours the method of our own interface that has the same signature; null if there is none */
    private static Handler handler(
            Method method, @Nullable Method ours, Class<?> baseType, Object base, Function<Method, Object> declared) {
        if (ours != null && (!method.isDefault() || method.getDeclaringClass().isAssignableFrom(baseType))) {
            return new OfBase(ours, base);
        }
        if (method.isDefault()) {
            Class<?> owner = method.getDeclaringClass();
            return new WithReceiver(unreflectSpecial(method, owner));
        }
        Method body = kotlinBody(method);
        if (body != null) {
            return new WithReceiver(unreflect(body));
        }
        return new Constant(declared.apply(method));
    }

    /** Up to Kotlin 2.1, what an interface's method does stands beside the interface unless the compiler is told otherwise. */
    private static @Nullable Method kotlinBody(Method method) {
        Class<?> owner = method.getDeclaringClass();
        // To look for a class that is not there costs a new JVM a look into each file of the class path.
        if (!KotlinClass.isKotlin(owner)) {
            return null;
        }
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

    /** An interface's methods; of several that one call may mean, the one that promises most. */
    private static Map<Signature, Method> methods(Class<?> type) {
        Map<Signature, Method> methods = new LinkedHashMap<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                Signature signature = Signature.of(method);
                Method other = methods.get(signature);
                if (other == null
                        || other.getReturnType() == method.getReturnType()
                        || !method.getReturnType().isAssignableFrom(other.getReturnType())) {
                    methods.put(signature, method);
                }
            }
        }
        return methods;
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

    private static MethodHandle unreflect(Method method) {
        Class<?> owner = method.getDeclaringClass();
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflect(method);
        } catch (IllegalAccessException e) {
            throw notOpen(owner, e);
        }
    }

    private static MethodHandle unreflectSpecial(Method method, Class<?> owner) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).unreflectSpecial(method, owner);
        } catch (IllegalAccessException e) {
            throw notOpen(owner, e);
        }
    }

    private static IllegalArgumentException notOpen(Class<?> owner, IllegalAccessException e) {
        return ModelError.of(
                owner,
                "is not open to this library (" + e.getMessage() + ")",
                "Add to its module-info: opens " + owner.getPackageName());
    }

    private interface Handler {
        @Nullable Object call(Object proxy, @Nullable Object @Nullable [] arguments) throws Throwable;
    }

    /** What a table or a view of the database is, always the same. */
    private static final class Constant implements Handler {
        private final Object value;

        Constant(Object value) {
            this.value = value;
        }

        @Override
        public Object call(Object proxy, @Nullable Object @Nullable [] arguments) {
            return value;
        }
    }

    /** Calls a method of our own. */
    private static final class OfBase implements Handler {
        private final Method method;
        private final Object base;
        // Of some fifty methods a program calls a few, and the form of a handle costs a new JVM a millisecond.
        private @Nullable MethodHandle spread;

        OfBase(Method method, Object base) {
            this.method = method;
            this.base = base;
        }

        @Override
        public @Nullable Object call(Object proxy, @Nullable Object @Nullable [] arguments) throws Throwable {
            MethodHandle handle = spread;
            if (handle == null) {
                handle = spread(unreflect(method).bindTo(base));
                spread = handle;
            }
            return (Object) handle.invokeExact(arguments(arguments));
        }
    }

    /** Calls a method that the user wrote, with the object of the interface as the first argument. */
    private static final class WithReceiver implements Handler {
        private final MethodHandle method;
        private @Nullable MethodHandle spread;

        WithReceiver(MethodHandle method) {
            this.method = method;
        }

        @Override
        public @Nullable Object call(Object proxy, @Nullable Object @Nullable [] arguments) throws Throwable {
            MethodHandle handle = spread;
            if (handle == null) {
                handle = spread(method.asFixedArity());
                spread = handle;
            }
            return (Object) handle.invokeExact(withReceiver(proxy, arguments(arguments)));
        }
    }

    private record Signature(String name, List<Class<?>> parameters) {
        static Signature of(Method method) {
            return new Signature(method.getName(), List.of(method.getParameterTypes()));
        }
    }
}
