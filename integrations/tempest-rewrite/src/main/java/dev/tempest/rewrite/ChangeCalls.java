package dev.tempest.rewrite;

import java.util.List;
import java.util.Objects;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.JavaVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.java.tree.TypeUtils;

/**
 * Changes the calls of Cash App's Tempest whose counterparts have another form, beyond another name: the builder of the test database,
 * the Kotlin sequences that Java reads, the page of a writing pager. Runs while types have their old names.
 */
public final class ChangeCalls extends Recipe {
    /** The recipe, which has no options. */
    public ChangeCalls() {}

    @Override
    public String getDisplayName() {
        return "Change calls of Cash App's Tempest";
    }

    @Override
    public String getDescription() {
        return "Changes the calls of Cash App's Tempest whose counterparts have another form.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        return new Calls();
    }

    private static final class Calls extends JavaVisitor<ExecutionContext> {
        private static final String FUNCTION = "kotlin.jvm.functions.Function0";
        private static final JavaType RUNNABLE = JavaType.ShallowClass.build("java.lang.Runnable");
        private static final String DOCKER = "dev.tempest.testing.docker.DockerDynamoDb";
        private static final List<String> SERVERS = List.of(
                CashTempest.SDK2 + ".testing.JvmDynamoDbServer",
                CashTempest.SDK2 + ".testing.DockerDynamoDbServer",
                CashTempest.SDK1 + ".testing.JvmDynamoDbServer",
                CashTempest.SDK1 + ".testing.DockerDynamoDbServer");

        @Override
        public J visitMethodInvocation(J.MethodInvocation method, ExecutionContext ctx) {
            J.MethodInvocation visited = (J.MethodInvocation) super.visitMethodInvocation(method, ctx);
            if (isSequenceOfResults(method)) {
                return readResults(method, visited);
            }
            boolean proceeds = method.getSelect() != null
                    && method.getSimpleName().equals("invoke")
                    && TypeUtils.isOfClassType(method.getSelect().getType(), FUNCTION)
                    && CashTempest.isEachPage(getCursor().firstEnclosing(J.MethodDeclaration.class));
            if (!proceeds) {
                return visited;
            }
            // Without the type of the function, its import can go.
            Expression function = Objects.requireNonNull(visited.getSelect()).withType(RUNNABLE);
            return visited.withSelect(function)
                    .withName(visited.getName().withSimpleName("run").withType(null))
                    .withMethodType(null);
        }

        /** Whether Java calls a function of Kotlin with lazy results. */
        private static boolean isSequenceOfResults(J.MethodInvocation call) {
            JavaType.Method type = call.getMethodType();
            List<Expression> arguments = CashTempest.arguments(call);
            return type != null
                    && type.getDeclaringType().getFullyQualifiedName().startsWith("kotlin.sequences.")
                    && arguments.size() == 1
                    && arguments.get(0) instanceof J.MethodInvocation results
                    && CashTempest.isLazy(results);
        }

        private J readResults(J.MethodInvocation call, J.MethodInvocation visited) {
            Expression results = visited.getArguments().get(0);
            return switch (call.getSimpleName()) {
                case "toList" -> {
                    maybeRemoveImport("kotlin.sequences.SequencesKt");
                    yield visited.withSelect(results.withPrefix(Space.EMPTY)).withArguments(List.of());
                }
                case "asIterable" -> {
                    maybeRemoveImport("kotlin.sequences.SequencesKt");
                    yield results.withPrefix(visited.getPrefix());
                }
                default -> visited;
            };
        }

        @Override
        public J visitMethodDeclaration(J.MethodDeclaration method, ExecutionContext ctx) {
            J.MethodDeclaration visited = (J.MethodDeclaration) super.visitMethodDeclaration(method, ctx);
            if (!CashTempest.isEachPage(method)) {
                return visited;
            }
            maybeRemoveImport(FUNCTION);
            maybeRemoveImport("kotlin.Unit");
            return visited.withParameters(ListUtils.map(visited.getParameters(), Calls::runnable))
                    .withMethodType(null)
                    .withName(visited.getName().withType(null));
        }

        private static Statement runnable(Statement parameter) {
            if (!(parameter instanceof J.VariableDeclarations variable)
                    || variable.getTypeExpression() == null
                    || !TypeUtils.isOfClassType(variable.getTypeExpression().getType(), FUNCTION)) {
                return parameter;
            }
            TypeTree type = variable.getTypeExpression();
            return variable.withTypeExpression(Trees.type("java.lang.Runnable").withPrefix(type.getPrefix()))
                    .withVariables(ListUtils.map(
                            variable.getVariables(),
                            named -> named.withVariableType(null)
                                    .withName(named.getName().withType(RUNNABLE).withFieldType(null))));
        }

        @Override
        public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
            J.NewClass visited = (J.NewClass) super.visitNewClass(newClass, ctx);
            String type = CashTempest.simpleName(newClass.getType());
            if (!"testing.TestDynamoDb.Builder".equals(type) || !(visited.getClazz() instanceof J.FieldAccess name)) {
                return visited;
            }
            J.MethodInvocation builder = Trees.call(name.getTarget().withPrefix(visited.getPrefix()), "builder");
            for (String server : SERVERS) {
                maybeRemoveImport(server);
            }
            if (newClass.getArguments().stream().anyMatch(Calls::isDocker)) {
                maybeAddImport(DOCKER, null, false);
                return Trees.call(builder, "server", Trees.call(Trees.type(DOCKER), "shared"));
            }
            return builder;
        }

        private static boolean isDocker(Expression server) {
            String type = CashTempest.simpleName(server.getType());
            return type != null && type.startsWith("testing.DockerDynamoDbServer");
        }
    }
}
