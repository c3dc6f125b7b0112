package dev.tempest.rewrite;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.ChangeType;
import org.openrewrite.java.tree.JavaSourceFile;

/** Changes the test database to the rule of JUnit 4, in files that import {@code org.junit.Rule}. */
public final class ChangeTestRule extends Recipe {
    /** The recipe, which has no options. */
    public ChangeTestRule() {}

    @Override
    public String getDisplayName() {
        return "Change the rule of JUnit 4 of Cash App's Tempest";
    }

    @Override
    public String getDescription() {
        return "Changes TestDynamoDb to TestDbRule in tests of JUnit 4.";
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor() {
        return new TreeVisitor<Tree, ExecutionContext>() {
            @Override
            public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
                if (!(tree instanceof JavaSourceFile file) || !isOfJUnit4(file)) {
                    return tree;
                }
                Tree changed = changed(file, CashTempest.SDK2, "dev.tempest.testing", ctx);
                return changed == null ? null : changed(changed, CashTempest.SDK1, "dev.tempest.testing.sdk1", ctx);
            }
        };
    }

    private static boolean isOfJUnit4(JavaSourceFile file) {
        return file.getImports().stream().anyMatch(one -> KotlinImports.isRule(KotlinImports.nameOf(one.getQualid())));
    }

    private static @Nullable Tree changed(Tree file, String oldPackage, String newPackage, ExecutionContext ctx) {
        return new ChangeType(oldPackage + ".testing.TestDynamoDb", newPackage + ".TestDbRule", true)
                .getVisitor()
                .visit(file, ctx);
    }
}
