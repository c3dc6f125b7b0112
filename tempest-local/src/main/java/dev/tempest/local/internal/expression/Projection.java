package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.expression.syntax.Parser;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.ListOf;
import dev.tempest.local.internal.value.AttributeValue.MapOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of an item that a reader asked for. */
public final class Projection {
    private final List<Path> paths;

    public Projection(List<Path> paths) {
        this.paths = List.copyOf(paths);
    }

    static Projection compile(String text, Placeholders placeholders) {
        OperandCompiler compiler = new OperandCompiler(ExpressionKind.PROJECTION, placeholders);
        List<Path> paths = Parser.projection(text).stream().map(compiler::path).toList();
        UpdateCompiler.checkPaths(ExpressionKind.PROJECTION, paths);
        return new Projection(paths);
    }

    /** The names of the attributes that it reads. */
    public Set<String> attributes() {
        return paths.stream().map(Path::attribute).collect(Collectors.toSet());
    }

    public Map<String, AttributeValue> of(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> projected = new LinkedHashMap<>();
        Node root = new Node();
        for (Path path : paths) {
            if (path.isNested()) {
                root.add(path, 0);
            } else {
                AttributeValue value = attributes.get(path.attribute());
                if (value != null) {
                    projected.put(path.attribute(), value);
                }
            }
        }
        root.names.forEach((name, node) -> {
            AttributeValue value = attributes.get(name);
            AttributeValue part = value == null ? null : node.of(value);
            if (part != null) {
                projected.put(name, part);
            }
        });
        return projected;
    }

    /** The steps that lead on from one place of a document. */
    private static final class Node {
        private final Map<String, Node> names = new LinkedHashMap<>();
        private final Map<Integer, Node> indexes = new TreeMap<>();

        void add(Path path, int depth) {
            if (depth == path.steps().size()) {
                return;
            }
            Path.Step step = path.steps().get(depth);
            Node next = step.name() != null
                    ? names.computeIfAbsent(step.name(), name -> new Node())
                    : indexes.computeIfAbsent(step.index(), index -> new Node());
            next.add(path, depth + 1);
        }

        @Nullable AttributeValue of(AttributeValue value) {
            if (names.isEmpty() && indexes.isEmpty()) {
                return value;
            }
            if (value instanceof MapOf map && !names.isEmpty()) {
                Map<String, AttributeValue> parts = new LinkedHashMap<>();
                names.forEach((name, node) -> {
                    AttributeValue inner = map.values().get(name);
                    AttributeValue part = inner == null ? null : node.of(inner);
                    if (part != null) {
                        parts.put(name, part);
                    }
                });
                return parts.isEmpty() ? null : new MapOf(Collections.unmodifiableMap(parts));
            }
            if (value instanceof ListOf list && !indexes.isEmpty()) {
                List<AttributeValue> parts = new ArrayList<>();
                indexes.forEach((index, node) -> {
                    AttributeValue part =
                            index < list.values().size() ? node.of(list.values().get(index)) : null;
                    if (part != null) {
                        parts.add(part);
                    }
                });
                return parts.isEmpty() ? null : new ListOf(Collections.unmodifiableList(parts));
            }
            return null;
        }
    }
}
