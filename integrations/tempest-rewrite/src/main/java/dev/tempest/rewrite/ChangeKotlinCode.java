package dev.tempest.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.internal.ListUtils;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.kotlin.KotlinVisitor;
import org.openrewrite.kotlin.tree.K;

/**
 * Changes what only Kotlin says of Cash App's Tempest: classes of Kotlin as arguments, properties, sequences, functions as parameters,
 * and the imports that let the other code stay as it is. Runs while types have their old names.
 */
public final class ChangeKotlinCode extends Recipe {
    /** The recipe, which has no options. */
    public ChangeKotlinCode() {}

    @Override
    public String getDisplayName() {
        return "Change Kotlin code that uses Cash App's Tempest";
    }

    @Override
    public String getDescription() {
        return "Changes calls and imports of Kotlin code, so that the functions of tempest-kotlin take over.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        return new Code();
    }

    private static final class Code extends KotlinVisitor<ExecutionContext> {
        /** What is called on lazy results and means the same on an {@code Iterable}, or lazily by tempest-kotlin. */
        private static final Set<String> SAME_ON_RESULTS = Set.of(
                "map",
                "mapIndexed",
                "mapNotNull",
                "filter",
                "filterNot",
                "flatMap",
                "take",
                "takeWhile",
                "drop",
                "dropWhile",
                "distinct",
                "distinctBy",
                "chunked",
                "withIndex",
                "onEach",
                "asSequence",
                "iterator",
                "forEach",
                "forEachIndexed",
                "toList",
                "toMutableList",
                "toSet",
                "first",
                "firstOrNull",
                "last",
                "lastOrNull",
                "single",
                "singleOrNull",
                "find",
                "count",
                "any",
                "all",
                "none",
                "contains",
                "sumOf",
                "maxOf",
                "minOf",
                "fold",
                "reduce",
                "groupBy",
                "associate",
                "associateBy",
                "associateWith",
                "partition",
                "joinToString");

        private static final Map<String, String> TEST_CLIENTS =
                Map.of("dynamoDb", "client", "asyncDynamoDb", "asyncClient", "dynamoDbStreams", "streamsClient");

        private static final Map<String, List<String>> PARAMETERS = Map.of(
                "BeginsWith", List.of("prefix"),
                "Between", List.of("startInclusive", "endInclusive"),
                "WorkerId", List.of("segment", "totalSegments"));

        private boolean calls;
        private String sdk = "";

        @Override
        public J visitCompilationUnit(K.CompilationUnit file, ExecutionContext ctx) {
            calls = false;
            sdk = "";
            K.CompilationUnit visited = (K.CompilationUnit) super.visitCompilationUnit(file, ctx);
            KotlinImports imports = new KotlinImports(visited.getImports());
            if (!imports.areOfCashTempest() && !calls) {
                return visited;
            }
            return visited.withImports(imports.moved(sdk, calls));
        }

        @Override
        public J visitMethodInvocation(J.MethodInvocation method, ExecutionContext ctx) {
            J.MethodInvocation visited = (J.MethodInvocation) super.visitMethodInvocation(method, ctx);
            if (isProceeding(method)) {
                return Trees.call(Trees.identifier(method.getSimpleName()).withPrefix(visited.getPrefix()), "run");
            }
            String type = CashTempest.declaringType(method.getMethodType());
            if (type == null) {
                return visited;
            }
            noticeCall(method);
            String name = method.getSimpleName();
            if (type.endsWith("LogicalDb.Companion") && name.equals("create")) {
                List<Expression> arguments = new ArrayList<>(visited.getArguments());
                arguments.set(0, javaClass(arguments.get(0)));
                return visited.withArguments(arguments);
            }
            if (type.startsWith("testing.TestTable") && name.equals("create")) {
                return tableOfJavaClass(visited);
            }
            if (name.equals("query") && CashTempest.isCallOf(method, "AsyncQueryable")) {
                return visited.withName(visited.getName().withSimpleName("queryPage"));
            }
            if (name.equals("scan") && CashTempest.isCallOf(method, "AsyncScannable")) {
                return visited.withName(visited.getName().withSimpleName("scanPage"));
            }
            return CashTempest.isLazy(method) && !readsOn(method) ? Trees.call(visited, "asSequence") : visited;
        }

        private void noticeCall(J.MethodInvocation method) {
            String declaring = method.getMethodType() == null
                    ? ""
                    : method.getMethodType().getDeclaringType().getFullyQualifiedName();
            calls = true;
            sdk = CashTempest.sdkOf(declaring);
        }

        private boolean isProceeding(J.MethodInvocation call) {
            return call.getSelect() == null
                    && call.getMethodType() != null
                    && call.getMethodType()
                            .getDeclaringType()
                            .getFullyQualifiedName()
                            .endsWith(".Function0")
                    && CashTempest.isEachPage(getCursor().firstEnclosing(J.MethodDeclaration.class));
        }

        private boolean readsOn(J.MethodInvocation call) {
            Object parent = getCursor().getParentTreeCursor().getValue();
            if (!(parent instanceof J.MethodInvocation next)) {
                return parent instanceof J.ForEachLoop.Control;
            }
            return next.getSelect() != null
                    && next.getSelect().getId().equals(call.getId())
                    && SAME_ON_RESULTS.contains(next.getSimpleName());
        }

        /** Names the class of a table's items as Java does, which the test kit takes: {@code create("a", Item::class.java)}. */
        private static J.MethodInvocation tableOfJavaClass(J.MethodInvocation create) {
            List<Expression> arguments = new ArrayList<>();
            CashTempest.arguments(create).forEach(argument -> arguments.add(javaClass(argument)));
            List<Expression> types = create.getTypeParameters();
            if (types != null && types.size() == 1) {
                Space prefix = arguments.isEmpty() ? Space.EMPTY : Space.SINGLE_SPACE;
                Expression named =
                        Trees.property(Trees.kotlinClass(types.get(0)), "java").withPrefix(prefix);
                boolean function = !arguments.isEmpty() && arguments.get(arguments.size() - 1) instanceof J.Lambda;
                arguments.add(function ? arguments.size() - 1 : arguments.size(), named);
            }
            return create.getPadding().withTypeParameters(null).withArguments(arguments);
        }

        private static Expression javaClass(Expression kotlinClass) {
            return kotlinClass instanceof J.MemberReference ? Trees.property(kotlinClass, "java") : kotlinClass;
        }

        @Override
        public J visitFieldAccess(J.FieldAccess access, ExecutionContext ctx) {
            J.FieldAccess visited = (J.FieldAccess) super.visitFieldAccess(access, ctx);
            String type = CashTempest.simpleName(access.getTarget().getType());
            if (type == null || getCursor().firstEnclosing(J.Import.class) != null) {
                return visited;
            }
            String name = access.getSimpleName();
            calls = true;
            sdk = CashTempest.sdkOf(String.valueOf(access.getTarget().getType()));
            if (type.startsWith("testing.TestDynamoDb") && TEST_CLIENTS.containsKey(name)) {
                return Trees.call(visited.getTarget().withPrefix(visited.getPrefix()), TEST_CLIENTS.get(name));
            }
            return visited;
        }

        @Override
        public J visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
            J.NewClass visited = (J.NewClass) super.visitNewClass(newClass, ctx);
            String type = CashTempest.simpleName(newClass.getType());
            if (type == null) {
                return visited;
            }
            calls = true;
            sdk = CashTempest.sdkOf(String.valueOf(newClass.getType()));
            return PARAMETERS.containsKey(type)
                    ? visited.withArguments(byPosition(visited.getArguments(), PARAMETERS.get(type)))
                    : visited;
        }

        /** Constructors of Java take no named arguments. */
        private static List<Expression> byPosition(List<Expression> arguments, List<String> parameters) {
            List<Expression> ordered = new ArrayList<>();
            for (String parameter : parameters) {
                for (Expression argument : arguments) {
                    if (argument instanceof J.Assignment named
                            && named.getVariable() instanceof J.Identifier name
                            && name.getSimpleName().equals(parameter)) {
                        Space prefix = arguments.get(ordered.size()).getPrefix();
                        ordered.add(named.getAssignment().withPrefix(prefix));
                    }
                }
            }
            return ordered.size() == arguments.size() ? ordered : arguments;
        }

        @Override
        public J visitMethodDeclaration(J.MethodDeclaration method, ExecutionContext ctx) {
            J.MethodDeclaration visited = (J.MethodDeclaration) super.visitMethodDeclaration(method, ctx);
            return CashTempest.isEachPage(method)
                    ? visited.withParameters(ListUtils.map(visited.getParameters(), Code::runnable))
                    : visited;
        }

        private static Statement runnable(Statement parameter) {
            if (!(parameter instanceof J.VariableDeclarations variable)
                    || !(variable.getTypeExpression() instanceof K.FunctionType function)) {
                return parameter;
            }
            return variable.withTypeExpression(Trees.type("java.lang.Runnable").withPrefix(function.getPrefix()));
        }
    }
}
