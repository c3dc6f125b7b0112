package dev.tempest.release;

import java.io.IOException;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.TypeVariable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public API of compiled classes, a line for each type and member: what callers can name, with its nullness. Packages
 * named {@code internal} are no API. Of Kotlin's functions it shows what a call is compiled to; the names of their parameters
 * are part of it, and so are the functions behind default arguments. ({@code internal} functions are there, too: class
 * files do not tell them from public ones.)
 */
final class ApiListing {
    private ApiListing() {}

    /** Of all classes under a directory, which the loader has to know. */
    static List<String> of(Path classes, ClassLoader loader) throws IOException {
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.toList()) {
                String name =
                        classes.relativize(file).toString().replace('/', '.').replace('\\', '.');
                if (name.endsWith(".class") && !name.endsWith("-info.class") && !name.contains(".internal.")) {
                    types.add(load(name.substring(0, name.length() - ".class".length()), loader));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        types.stream()
                .filter(ApiListing::isVisible)
                .sorted(Comparator.comparing(Class::getName))
                .forEach(type -> list(type, lines));
        return lines;
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return !type.isSynthetic()
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && isVisible(type.getModifiers())
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static void list(Class<?> type, List<String> lines) {
        lines.add(header(type));
        List<String> members = new ArrayList<>();
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor.getModifiers()) && !constructor.isSynthetic()) {
                members.add(modifiers(constructor.getModifiers()) + typeParameters(constructor) + "new"
                        + parameters(constructor));
            }
        }
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
                members.add(modifiers(field.getModifiers()) + text(field.getAnnotatedType()) + " " + field.getName());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            // What Kotlin's default arguments are compiled to is synthetic, and called all the same.
            if (isVisible(method.getModifiers())
                    && (!method.isSynthetic() || method.getName().endsWith("$default"))) {
                members.add(method(method));
            }
        }
        Collections.sort(members);
        members.forEach(member -> lines.add("  " + member));
    }

    private static String header(Class<?> type) {
        StringBuilder header = new StringBuilder(Modifier.isPublic(type.getModifiers()) ? "public " : "protected ");
        if (type.isSealed()) {
            header.append("sealed ");
        }
        if (type.isAnnotation()) {
            header.append("@interface ");
        } else if (type.isInterface()) {
            header.append("interface ");
        } else if (type.isEnum()) {
            header.append("enum ");
        } else if (type.isRecord()) {
            header.append("record ");
        } else {
            if (type.getDeclaringClass() != null && !Modifier.isStatic(type.getModifiers())) {
                header.append("inner ");
            }
            header.append(Modifier.isAbstract(type.getModifiers()) ? "abstract " : "")
                    .append(Modifier.isFinal(type.getModifiers()) ? "final " : "")
                    .append("class ");
        }
        header.append(type.getName()).append(typeParameters(type.getTypeParameters()));
        if (type.isRecord()) {
            header.append(Arrays.stream(type.getRecordComponents())
                    .map(component -> text(component.getAnnotatedType()) + " " + component.getName())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        AnnotatedType superclass = type.getAnnotatedSuperclass();
        if (superclass != null && !type.isEnum() && !type.isRecord() && superclass.getType() != Object.class) {
            header.append(" extends ").append(text(superclass));
        }
        AnnotatedType[] interfaces = type.getAnnotatedInterfaces();
        if (interfaces.length > 0 && !type.isAnnotation()) {
            header.append(type.isInterface() ? " extends " : " implements ")
                    .append(Arrays.stream(interfaces).map(ApiListing::text).collect(Collectors.joining(", ")));
        }
        return header.toString();
    }

    private static String method(Method method) {
        StringBuilder line = new StringBuilder(modifiers(method.getModifiers()));
        if (method.isDefault()) {
            line.append("default ");
        }
        line.append(typeParameters(method))
                .append(text(method.getAnnotatedReturnType()))
                .append(' ')
                .append(method.getName())
                .append(parameters(method));
        if (method.getDefaultValue() != null) {
            line.append(" default");
        }
        return line.toString();
    }

    private static String modifiers(int modifiers) {
        return (Modifier.isPublic(modifiers) ? "public " : "protected ")
                + (Modifier.isStatic(modifiers) ? "static " : "")
                + (Modifier.isAbstract(modifiers) ? "abstract " : "")
                + (Modifier.isFinal(modifiers) ? "final " : "");
    }

    private static String parameters(Executable executable) {
        boolean named = isKotlin(executable.getDeclaringClass());
        Parameter[] parameters = executable.getParameters();
        AnnotatedType[] types = executable.getAnnotatedParameterTypes();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            String text = text(types[i]);
            if (executable.isVarArgs() && i == types.length - 1) {
                text = text.substring(0, text.length() - "[]".length()) + "...";
            }
            texts.add(named && parameters[i].isNamePresent() ? text + " " + parameters[i].getName() : text);
        }
        String thrown = Arrays.stream(executable.getAnnotatedExceptionTypes())
                .map(ApiListing::text)
                .collect(Collectors.joining(", "));
        return "(" + String.join(", ", texts) + ")" + (thrown.isEmpty() ? "" : " throws " + thrown);
    }

    private static boolean isKotlin(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().equals("kotlin.Metadata"));
    }

    private static String typeParameters(Executable executable) {
        String parameters = typeParameters(executable.getTypeParameters());
        return parameters.isEmpty() ? "" : parameters + " ";
    }

    private static String typeParameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + bounds(" extends ", variable.getAnnotatedBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String bounds(String keyword, AnnotatedType[] bounds) {
        String text = Arrays.stream(bounds).map(ApiListing::text).collect(Collectors.joining(" & "));
        return text.isEmpty() || text.equals("java.lang.Object") ? "" : keyword + text;
    }

    /** A type as it stands in source code, names in full. */
    private static String text(AnnotatedType type) {
        String nullable = Arrays.stream(type.getAnnotations())
                        .anyMatch(annotation ->
                                annotation.annotationType().getSimpleName().equals("Nullable"))
                ? "@Nullable "
                : "";
        if (type instanceof AnnotatedArrayType array) {
            return text(array.getAnnotatedGenericComponentType()) + (nullable.isEmpty() ? "" : " " + nullable) + "[]";
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            String raw = ((java.lang.reflect.ParameterizedType) type.getType())
                    .getRawType()
                    .getTypeName();
            return nullable
                    + raw
                    + Arrays.stream(parameterized.getAnnotatedActualTypeArguments())
                            .map(ApiListing::text)
                            .collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
            return nullable + "?"
                    + (lower.length > 0
                            ? bounds(" super ", lower)
                            : bounds(" extends ", wildcard.getAnnotatedUpperBounds()));
        }
        if (type instanceof AnnotatedTypeVariable variable) {
            return nullable + variable.getType().getTypeName();
        }
        return nullable + type.getType().getTypeName();
    }
}
