package dev.tempest.rewrite;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.TypeUtils;

/** The names of Cash App's Tempest, of both of its lines. */
final class CashTempest {
    static final String SDK2 = "app.cash.tempest2";
    static final String SDK1 = "app.cash.tempest";

    private static final Set<String> LAZY = Set.of("queryAll", "queryAllContents", "scanAll", "scanAllContents");

    private CashTempest() {}

    /** The name of a type within its package if it is one of Cash App's Tempest, such as {@code Page}; null otherwise. */
    static @Nullable String simpleName(@Nullable JavaType type) {
        JavaType.FullyQualified qualified = TypeUtils.asFullyQualified(type);
        return qualified == null ? null : simpleName(qualified.getFullyQualifiedName());
    }

    static @Nullable String simpleName(String qualifiedName) {
        for (String packageName : List.of(SDK2, SDK1)) {
            if (qualifiedName.startsWith(packageName + ".")) {
                return qualifiedName.substring(packageName.length() + 1).replace('$', '.');
            }
        }
        return null;
    }

    /** {@code sdk2} or {@code sdk1}, the last part of the package that takes the place of a type's. */
    static String sdkOf(String qualifiedName) {
        return qualifiedName.startsWith(SDK2 + ".") ? "sdk2" : "sdk1";
    }

    /** The type that declares the method of a call, within the package of Cash App's Tempest; null for other methods. */
    static @Nullable String declaringType(JavaType.@Nullable Method method) {
        return method == null ? null : simpleName(method.getDeclaringType());
    }

    static boolean isOf(@Nullable JavaType type, String simpleName) {
        String name = simpleName.replace('.', '$');
        return type != null
                && (TypeUtils.isAssignableTo(SDK2 + "." + name, type)
                        || TypeUtils.isAssignableTo(SDK1 + "." + name, type));
    }

    /** Whether a call is one of a type or of what it extends; in Kotlin, the type of the receiver declares it. */
    static boolean isCallOf(J.MethodInvocation call, String simpleName) {
        return call.getMethodType() != null && isOf(call.getMethodType().getDeclaringType(), simpleName);
    }

    /** Whether a call reads lazily, page by page. */
    static boolean isLazy(J.MethodInvocation call) {
        return LAZY.contains(call.getSimpleName()) && (isCallOf(call, "Queryable") || isCallOf(call, "Scannable"));
    }

    /** Whether a method is what a handler does around each page of a writing pager. */
    static boolean isEachPage(J.@Nullable MethodDeclaration method) {
        return method != null
                && method.getSimpleName().equals("eachPage")
                && method.getMethodType() != null
                && isOf(method.getMethodType().getDeclaringType(), "WritingPager.Handler");
    }

    static List<Expression> arguments(J.MethodInvocation call) {
        return call.getArguments().stream()
                .filter(argument -> !(argument instanceof J.Empty))
                .toList();
    }
}
