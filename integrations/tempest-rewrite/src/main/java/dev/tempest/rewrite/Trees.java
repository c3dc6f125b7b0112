package dev.tempest.rewrite;

import java.util.List;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JContainer;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.JRightPadded;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.marker.Markers;

/** Makes new pieces of code. */
final class Trees {
    private Trees() {}

    /** The simple name of a type. */
    static J.Identifier type(String qualifiedName) {
        String simpleName = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
        return identifier(simpleName).withType(JavaType.ShallowClass.build(qualifiedName));
    }

    static J.Identifier identifier(String name) {
        return new J.Identifier(Tree.randomId(), Space.EMPTY, Markers.EMPTY, List.of(), name, null, null);
    }

    /** {@code Name::class}. */
    static J.MemberReference kotlinClass(Expression type) {
        return new J.MemberReference(
                Tree.randomId(),
                Space.EMPTY,
                Markers.EMPTY,
                JRightPadded.build(type.withPrefix(Space.EMPTY)),
                null,
                JLeftPadded.build(identifier("class")),
                null,
                null,
                null);
    }

    /** A property of Kotlin, with the prefix of what has it. */
    static J.FieldAccess property(Expression target, String name) {
        return new J.FieldAccess(
                Tree.randomId(),
                target.getPrefix(),
                Markers.EMPTY,
                target.withPrefix(Space.EMPTY),
                JLeftPadded.build(identifier(name)),
                null);
    }

    /** A call with the prefix of what it is called on. */
    static J.MethodInvocation call(Expression select, String method, Expression... arguments) {
        List<Expression> given = arguments.length > 0
                ? List.of(arguments)
                : List.of(new J.Empty(Tree.randomId(), Space.EMPTY, Markers.EMPTY));
        return new J.MethodInvocation(
                Tree.randomId(),
                select.getPrefix(),
                Markers.EMPTY,
                JRightPadded.build(select.withPrefix(Space.EMPTY)),
                null,
                identifier(method),
                JContainer.build(given.stream().map(JRightPadded::build).toList()),
                null);
    }
}
