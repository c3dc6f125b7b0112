package dev.tempest.rewrite;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.kotlin.tree.K;
import org.openrewrite.marker.SearchResult;

/**
 * Marks what a program that uses Cash App's Tempest does and a recipe must not change, as only its author knows what is meant. Runs
 * before the recipes that change names.
 */
public final class FindWhatToReview extends Recipe {
    private static final String ENHANCED_CLIENT = "software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient";
    private static final String ENHANCED_ASYNC_CLIENT =
            "software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient";
    private static final Set<String> MOCKS = Set.of("mock", "spy", "mockk", "spyk");

    private static final Set<String> WRITE_SET = Set.of(
            "getItemsToSave",
            "getKeysToDelete",
            "getKeysToCheck",
            "getWriteExpressions",
            "getSize",
            "getSizeDynamoDbTable");
    private static final Set<String> UNPROCESSED =
            Set.of("getUnprocessedClobbers", "getUnprocessedDeletes", "getFailedBatches");

    /** What {@link ChangeCalls} changes. */
    private static final Set<String> CHANGED_IN_JAVA = Set.of("toList", "asIterable");

    private final transient ToReview toReview = new ToReview(this);

    /** The recipe, which has no options. */
    public FindWhatToReview() {}

    @Override
    public String getDisplayName() {
        return "Find what to review when moving from Cash App's Tempest";
    }

    @Override
    public String getDescription() {
        return "Marks calls and types of Cash App's Tempest whose counterparts do something else, and lists them in a data table.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        return new Marks();
    }

    private final class Marks extends JavaIsoVisitor<ExecutionContext> {
        @Override
        public J.MethodInvocation visitMethodInvocation(J.MethodInvocation method, ExecutionContext ctx) {
            J.MethodInvocation visited = super.visitMethodInvocation(method, ctx);
            Topic topic = topicOf(method);
            return topic == null ? visited : visited.withName(mark(visited.getName(), method, topic, ctx));
        }

        private @Nullable Topic topicOf(J.MethodInvocation call) {
            if (MOCKS.contains(call.getSimpleName()) && isEnhancedClient(call.getType())) {
                return Topic.CLIENT;
            }
            String type = CashTempest.declaringType(call.getMethodType());
            if (type == null) {
                return null;
            }
            String name = call.getSimpleName();
            List<Expression> arguments = CashTempest.arguments(call);
            if (type.startsWith("testing.")) {
                return ofTest(call, name, arguments);
            }
            if (type.equals("TransactionWriteSet.Builder") && name.equals("save")) {
                return Topic.TRANSACTION_SAVE;
            }
            if (type.equals("TransactionWriteSet") && WRITE_SET.contains(name)) {
                return Topic.WRITE_SET;
            }
            if (type.equals("BatchWriteResult") && UNPROCESSED.contains(name)) {
                return Topic.UNPROCESSED;
            }
            if (name.startsWith("load") && arguments.size() == 3) {
                return Topic.CAPACITY;
            }
            if (name.startsWith("scan") && arguments.stream().anyMatch(Marks::isWorker)) {
                return Topic.WORKER;
            }
            if (isKotlin()) {
                return null;
            }
            boolean byPosition = (name.startsWith("scan") && arguments.size() >= 3)
                    || (name.startsWith("query") && arguments.size() >= 4);
            if (byPosition) {
                return Topic.ARGUMENTS;
            }
            return CashTempest.isLazy(call) && !readsOn(call) ? Topic.LAZY : null;
        }

        private @Nullable Topic ofTest(J.MethodInvocation call, String name, List<Expression> arguments) {
            if (name.equals("addTables")) {
                return Topic.TEST_TABLE;
            }
            if (name.equals("create")) {
                return arguments.stream().anyMatch(argument -> argument instanceof J.Lambda) ? Topic.TEST_TABLE : null;
            }
            return name.equals("logicalDb") || name.equals("asyncLogicalDb") ? ofTestDatabase(call, arguments) : null;
        }

        private static boolean isWorker(Expression argument) {
            boolean named = argument instanceof J.Assignment assignment
                    && assignment.getVariable() instanceof J.Identifier name
                    && name.getSimpleName().equals("workerId");
            return named || CashTempest.isOf(argument.getType(), "WorkerId");
        }

        /** Whether Java reads lazy results in a way that stays, or that {@link ChangeCalls} changes. */
        private boolean readsOn(J.MethodInvocation call) {
            Object parent = getCursor().getParentTreeCursor().getValue();
            if (!(parent instanceof J.MethodInvocation next)) {
                return false;
            }
            if (next.getSelect() != null && next.getSelect().getId().equals(call.getId())) {
                return next.getSimpleName().equals("iterator");
            }
            return next.getMethodType() != null
                    && next.getMethodType()
                            .getDeclaringType()
                            .getFullyQualifiedName()
                            .startsWith("kotlin.sequences.")
                    && CHANGED_IN_JAVA.contains(next.getSimpleName());
        }

        private @Nullable Topic ofTestDatabase(J.MethodInvocation call, List<Expression> arguments) {
            long types = isKotlin() && call.getTypeParameters() != null ? 0 : 1;
            if (arguments.size() > types) {
                return Topic.TEST_CLIENT;
            }
            Cursor parent = getCursor().getParentTreeCursor();
            while (!(parent.getValue() instanceof J.ClassDeclaration)) {
                Object value = parent.getValue();
                if (value instanceof J.MethodDeclaration || value instanceof J.Lambda || value instanceof SourceFile) {
                    return null;
                }
                parent = parent.getParentTreeCursor();
            }
            return Topic.TEST_DATABASE;
        }

        @Override
        public J.FieldAccess visitFieldAccess(J.FieldAccess access, ExecutionContext ctx) {
            J.FieldAccess visited = super.visitFieldAccess(access, ctx);
            if (!isKotlin()) {
                return visited;
            }
            String type = CashTempest.simpleName(access.getTarget().getType());
            String name = access.getSimpleName();
            Topic topic = null;
            String getter = "get" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            if ("TransactionWriteSet".equals(type) && WRITE_SET.contains(getter)) {
                topic = Topic.WRITE_SET;
            } else if ("BatchWriteResult".equals(type) && UNPROCESSED.contains(getter)) {
                topic = Topic.UNPROCESSED;
            }
            return topic == null ? visited : visited.withName(mark(visited.getName(), access, topic, ctx));
        }

        @Override
        public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration declaration, ExecutionContext ctx) {
            J.ClassDeclaration visited = super.visitClassDeclaration(declaration, ctx);
            Topic topic = ofImplementation(declaration.getType());
            return topic == null ? visited : visited.withName(mark(visited.getName(), declaration, topic, ctx));
        }

        @Override
        public J.NewClass visitNewClass(J.NewClass newClass, ExecutionContext ctx) {
            J.NewClass visited = super.visitNewClass(newClass, ctx);
            String type = CashTempest.simpleName(newClass.getType());
            Topic topic = newClass.getBody() == null ? null : ofImplementation(newClass.getType());
            if (type != null && type.startsWith("extensions.")) {
                topic = Topic.EXTENSION;
            }
            return topic == null ? visited : mark(visited, newClass, topic, ctx);
        }

        @Override
        public J.Lambda visitLambda(J.Lambda lambda, ExecutionContext ctx) {
            J.Lambda visited = super.visitLambda(lambda, ctx);
            return CashTempest.isOf(lambda.getType(), "TableNameResolver")
                    ? mark(visited, lambda, Topic.RESOLVER, ctx)
                    : visited;
        }

        @Override
        public J.Annotation visitAnnotation(J.Annotation annotation, ExecutionContext ctx) {
            J.Annotation visited = super.visitAnnotation(annotation, ctx);
            String type = CashTempest.simpleName(annotation.getType());
            return type != null && type.startsWith("extensions.")
                    ? mark(visited, annotation, Topic.EXTENSION, ctx)
                    : visited;
        }

        private @Nullable Topic ofImplementation(@Nullable JavaType type) {
            JavaType.FullyQualified qualified = TypeUtils.asFullyQualified(type);
            if (qualified == null) {
                return null;
            }
            if (CashTempest.isOf(type, "TableNameResolver")) {
                return Topic.RESOLVER;
            }
            return isEnhancedClient(type) ? Topic.CLIENT : null;
        }

        private static boolean isEnhancedClient(@Nullable JavaType type) {
            return TypeUtils.isAssignableTo(ENHANCED_CLIENT, type)
                    || TypeUtils.isAssignableTo(ENHANCED_ASYNC_CLIENT, type);
        }

        private boolean isKotlin() {
            return getCursor().firstEnclosing(K.CompilationUnit.class) != null;
        }

        private <T extends Tree> T mark(T marked, J code, Topic topic, ExecutionContext ctx) {
            SourceFile file = getCursor().firstEnclosingOrThrow(SourceFile.class);
            J shown = code instanceof J.MethodInvocation call ? call.withSelect(null) : code;
            String text = shown.withPrefix(Space.EMPTY).printTrimmed(getCursor().getParentOrThrow());
            toReview.insertRow(ctx, new ToReview.Row(path(file), topic.title, firstLine(text), topic.explanation));
            return SearchResult.found(marked, topic.title);
        }

        private static String path(SourceFile file) {
            Path path = file.getSourcePath();
            return path.toString().replace('\\', '/');
        }

        private static String firstLine(String text) {
            return text.lines().findFirst().orElse("").strip();
        }
    }
}
