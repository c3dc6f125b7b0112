package dev.tempest.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JLeftPadded;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;

/** The imports of a Kotlin file that uses Cash App's Tempest, and what they become. */
final class KotlinImports {
    /** What both lines of this library share. */
    private static final Set<String> SHARED = Set.of(
            "Attribute",
            "ForIndex",
            "TableName",
            "KeyCondition",
            "BeginsWith",
            "Between",
            "Offset",
            "WorkerId",
            "KeySet",
            "ItemSet",
            "Codec");

    private final List<J.Import> imports;
    private final boolean rule;

    KotlinImports(List<J.Import> imports) {
        this.imports = imports;
        rule = imports.stream().anyMatch(one -> isRule(nameOf(one.getQualid())));
    }

    static boolean isRule(String importedName) {
        return Set.of("org.junit.Rule", "org.junit.ClassRule", "org.junit.*").contains(importedName);
    }

    boolean areOfCashTempest() {
        return imports.stream().anyMatch(one -> CashTempest.simpleName(nameOf(one.getQualid())) != null);
    }

    /**
     * The imports that take their place, each once.
     *
     * @param sdk the last part of the name of the package of this library
     * @param calls whether the code calls the library, beyond the declarations of a model
     */
    List<J.Import> moved(String sdk, boolean calls) {
        Map<String, J.Import> moved = new LinkedHashMap<>();
        int last = 0;
        for (J.Import one : imports) {
            String name = nameOf(one.getQualid());
            String inTempest = CashTempest.simpleName(name);
            if (inTempest == null || inTempest.startsWith("extensions.")) {
                moved.put(name + aliasOf(one), one);
                continue;
            }
            for (String target : targets(inTempest, CashTempest.sdkOf(name))) {
                moved.put(
                        target + aliasOf(one),
                        one.withQualid(name(target, one.getQualid().getPrefix())));
            }
            last = moved.size();
        }
        List<J.Import> all = new ArrayList<>(moved.values());
        List<String> added = calls ? List.of("dev.tempest.kotlin.*", "dev.tempest." + sdk + ".kotlin.*") : List.of();
        for (String name : added) {
            if (moved.containsKey(name)) {
                continue;
            }
            all.add(
                    last++,
                    new J.Import(
                            Tree.randomId(),
                            Space.format("\n"),
                            Markers.EMPTY,
                            JLeftPadded.build(false),
                            name(name, Space.SINGLE_SPACE),
                            null));
        }
        if (!imports.isEmpty() && !all.isEmpty()) {
            all.set(0, all.get(0).withPrefix(imports.get(0).getPrefix()));
        }
        return all;
    }

    private List<String> targets(String name, String sdk) {
        String main = "dev.tempest." + sdk;
        if (name.equals("*")) {
            return List.of("dev.tempest.*", main + ".*");
        }
        if (!name.startsWith("testing.")) {
            int end = name.indexOf('.');
            boolean shared = SHARED.contains(end < 0 ? name : name.substring(0, end));
            return name.equals("transactionWritingPager")
                    ? List.of(main + ".WritingPager")
                    : List.of((shared ? "dev.tempest." : main + ".") + name);
        }
        String tests = sdk.equals("sdk2") ? "dev.tempest.testing" : "dev.tempest.testing.sdk1";
        return switch (name) {
            case "testing.*" -> List.of(tests + ".*");
            case "testing.TestDynamoDb" -> List.of(tests + (rule ? ".TestDbRule" : ".TestDb"));
            case "testing.TestTable" -> List.of(tests + ".TestTable");
            case "testing.DockerDynamoDbServer", "testing.DockerDynamoDbServer.Factory" ->
                List.of("dev.tempest.testing.docker.DockerDynamoDb");
            case "testing.JvmDynamoDbServer",
                    "testing.JvmDynamoDbServer.Factory",
                    "testing.logicalDb",
                    "testing.asyncLogicalDb" -> List.of();
            default -> List.of(tests + name.substring("testing".length()));
        };
    }

    private static J.FieldAccess name(String qualifiedName, Space prefix) {
        return ((J.FieldAccess) TypeTree.build(qualifiedName)).withPrefix(prefix);
    }

    private static String aliasOf(J.Import one) {
        return one.getAlias() == null ? "" : " as " + one.getAlias().getSimpleName();
    }

    static String nameOf(@Nullable Expression name) {
        if (name instanceof J.FieldAccess access) {
            return nameOf(access.getTarget()) + "." + access.getSimpleName();
        }
        return name instanceof J.Identifier identifier ? identifier.getSimpleName() : "";
    }
}
