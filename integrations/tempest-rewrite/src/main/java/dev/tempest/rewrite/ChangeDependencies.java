package dev.tempest.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Option;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.Tree;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.J;
import org.openrewrite.kotlin.tree.K;
import org.openrewrite.xml.XmlIsoVisitor;
import org.openrewrite.xml.tree.Content;
import org.openrewrite.xml.tree.Xml;

/**
 * Changes the coordinates of Cash App's Tempest in Maven's poms and in Gradle's build files, in Groovy or Kotlin. A Maven project with
 * Kotlin code that uses Tempest also gets {@code tempest-kotlin}. Downloads nothing.
 */
public final class ChangeDependencies extends ScanningRecipe<AtomicBoolean> {
    @Option(displayName = "Version", description = "The version of this library.", example = "0.1.0")
    private final String version;

    /**
     * The recipe.
     *
     * @param version the version of this library to depend on
     */
    public ChangeDependencies(String version) {
        this.version = version;
    }

    /** The version of this library to depend on. */
    public String getVersion() {
        return version;
    }

    @Override
    public String getDisplayName() {
        return "Change the dependencies on Cash App's Tempest";
    }

    @Override
    public String getDescription() {
        return "Changes the coordinates of Cash App's Tempest in Maven's and Gradle's build files.";
    }

    @Override
    public AtomicBoolean getInitialValue(ExecutionContext ctx) {
        return new AtomicBoolean();
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getScanner(AtomicBoolean kotlin) {
        return new TreeVisitor<Tree, ExecutionContext>() {
            @Override
            public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
                if (tree instanceof K.CompilationUnit file && !isGradle(file)) {
                    boolean used = file.getImports().stream()
                            .map(one -> KotlinImports.nameOf(one.getQualid()))
                            .anyMatch(name -> CashTempest.simpleName(name) != null || name.startsWith("dev.tempest."));
                    kotlin.compareAndSet(false, used);
                }
                return tree;
            }
        };
    }

    @Override
    public TreeVisitor<?, ExecutionContext> getVisitor(AtomicBoolean kotlin) {
        return new TreeVisitor<Tree, ExecutionContext>() {
            @Override
            public @Nullable Tree visit(@Nullable Tree tree, ExecutionContext ctx) {
                if (tree instanceof Xml.Document pom && pom.getSourcePath().endsWith("pom.xml")) {
                    return new Pom(kotlin.get()).visit(tree, ctx);
                }
                return tree instanceof SourceFile file && isGradle(file) ? new Gradle().visit(tree, ctx) : tree;
            }
        };
    }

    private static boolean isGradle(SourceFile file) {
        String name = String.valueOf(file.getSourcePath().getFileName());
        return name.endsWith(".gradle") || name.endsWith(".gradle.kts");
    }

    private final class Pom extends XmlIsoVisitor<ExecutionContext> {
        private final boolean kotlin;

        private Pom(boolean kotlin) {
            this.kotlin = kotlin;
        }

        @Override
        public Xml.Tag visitTag(Xml.Tag tag, ExecutionContext ctx) {
            Xml.Tag visited = super.visitTag(tag, ctx);
            return visited.getName().equals("dependencies") ? dependencies(visited) : visited;
        }

        private Xml.Tag dependencies(Xml.Tag dependencies) {
            List<Content> changed = new ArrayList<>();
            Set<String> artifacts = new HashSet<>();
            boolean any = false;
            if (dependencies.getContent() == null) {
                return dependencies;
            }
            for (Content content : dependencies.getContent()) {
                String artifact = content instanceof Xml.Tag dependency ? newArtifact(dependency) : null;
                if (artifact == null) {
                    changed.add(content);
                    continue;
                }
                any = true;
                // Several artifacts of the test kit became one.
                if (!artifacts.add(artifact)) {
                    continue;
                }
                Xml.Tag moved = moved((Xml.Tag) content, artifact);
                changed.add(moved);
                if (kotlin && Artifacts.isMain(artifact) && artifacts.add(Artifacts.KOTLIN)) {
                    changed.add(
                            moved.withChildValue("artifactId", Artifacts.KOTLIN).withId(Tree.randomId()));
                }
            }
            return any ? dependencies.withContent(changed) : dependencies;
        }

        private static @Nullable String newArtifact(Xml.Tag dependency) {
            boolean old = dependency
                    .getChildValue("groupId")
                    .filter(Artifacts.OLD_GROUP::equals)
                    .isPresent();
            return old
                    ? dependency
                            .getChildValue("artifactId")
                            .map(Artifacts::replacing)
                            .orElse(null)
                    : null;
        }

        private Xml.Tag moved(Xml.Tag dependency, String artifact) {
            Xml.Tag moved =
                    dependency.withChildValue("groupId", Artifacts.NEW_GROUP).withChildValue("artifactId", artifact);
            return moved.getChild("version").isPresent() ? moved.withChildValue("version", version) : moved;
        }
    }

    private final class Gradle extends JavaIsoVisitor<ExecutionContext> {
        @Override
        public J.Literal visitLiteral(J.Literal literal, ExecutionContext ctx) {
            J.Literal visited = super.visitLiteral(literal, ctx);
            if (!(visited.getValue() instanceof String old) || visited.getValueSource() == null) {
                return visited;
            }
            String[] parts = old.split(":", -1);
            String artifact =
                    parts.length >= 2 && parts[0].equals(Artifacts.OLD_GROUP) ? Artifacts.replacing(parts[1]) : null;
            if (artifact == null) {
                return visited;
            }
            String moved = Artifacts.NEW_GROUP + ":" + artifact + (parts.length > 2 ? ":" + version : "");
            return visited.withValue(moved)
                    .withValueSource(visited.getValueSource().replace(old, moved));
        }
    }
}
