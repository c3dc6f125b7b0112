package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.json.ServiceException;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.AttributeValue.ListOf;
import dev.tempest.local.internal.value.AttributeValue.MapOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changes of an update, all of which see the item as it was before. */
public final class UpdatePlan {
    private final List<UpdateAction> actions;

    UpdatePlan(List<UpdateAction> actions) {
        this.actions = List.copyOf(actions);
    }

    /** The attributes that the update changes or reads by its paths. */
    public List<Path> paths() {
        return actions.stream().map(UpdateAction::path).toList();
    }

    public boolean isEmpty() {
        return actions.isEmpty();
    }

    /** The attributes of the item after the update. */
    public Map<String, AttributeValue> apply(Map<String, AttributeValue> before) {
        Map<Path, @Nullable AttributeValue> results = new LinkedHashMap<>();
        for (UpdateAction action : inOrderOfTheirErrors()) {
            results.put(action.path(), action.result(before));
            if (!action.path().leadsInto(before)) {
                throw invalidPath();
            }
        }
        Map<String, AttributeValue> after = new LinkedHashMap<>(before);
        // Indexes are those of the list before: values are set in their order and appended, then others removed from
        // the end on.
        results.entrySet().stream()
                .filter(result -> result.getValue() != null)
                .sorted(Comparator.comparingInt(result -> lastIndex(result.getKey())))
                .forEach(result -> change(after, result.getKey(), result.getValue()));
        results.entrySet().stream()
                .filter(result -> result.getValue() == null)
                .sorted(Comparator.comparingInt(result -> -lastIndex(result.getKey())))
                .forEach(result -> change(after, result.getKey(), null));
        return after;
    }

    /** Of several errors, those of REMOVE are reported last. */
    private List<UpdateAction> inOrderOfTheirErrors() {
        List<UpdateAction> ordered = new ArrayList<>(actions);
        ordered.sort(Comparator.comparing(action -> action instanceof UpdateAction.Remove));
        return ordered;
    }

    private static int lastIndex(Path path) {
        return path.steps().get(path.steps().size() - 1).index();
    }

    private static void change(Map<String, AttributeValue> attributes, Path path, @Nullable AttributeValue value) {
        String attribute = path.attribute();
        if (!path.isNested()) {
            put(attributes, attribute, value);
            return;
        }
        attributes.put(attribute, changed(attributes.get(attribute), path, 1, value));
    }

    private static void put(Map<String, AttributeValue> map, String name, @Nullable AttributeValue value) {
        if (value == null) {
            map.remove(name);
        } else {
            map.put(name, value);
        }
    }

    /** The document with another value, or without one, at the end of the path. */
    private static AttributeValue changed(
            @Nullable AttributeValue document, Path path, int depth, @Nullable AttributeValue value) {
        Path.Step step = path.steps().get(depth);
        boolean last = depth == path.steps().size() - 1;
        if (step.name() != null && document instanceof MapOf map) {
            Map<String, AttributeValue> values = new LinkedHashMap<>(map.values());
            put(values, step.name(), last ? value : changed(values.get(step.name()), path, depth + 1, value));
            return new MapOf(Collections.unmodifiableMap(values));
        }
        if (step.name() == null && document instanceof ListOf list) {
            List<AttributeValue> values = new ArrayList<>(list.values());
            if (last) {
                changeElement(values, step.index(), value);
            } else if (step.index() < values.size()) {
                values.set(step.index(), changed(values.get(step.index()), path, depth + 1, value));
            } else {
                throw invalidPath();
            }
            return new ListOf(Collections.unmodifiableList(values));
        }
        throw invalidPath();
    }

    private static void changeElement(List<AttributeValue> values, int index, @Nullable AttributeValue value) {
        if (value == null) {
            if (index < values.size()) {
                values.remove(index);
            }
        } else if (index < values.size()) {
            values.set(index, value);
        } else {
            values.add(value);
        }
    }

    private static ServiceException invalidPath() {
        return ServiceException.validation("The document path provided in the update expression is invalid for update");
    }

    /** What of an item the update has changed: parts of maps by themselves, lists as a whole. */
    public Projection changedParts() {
        List<Path> parts = new ArrayList<>();
        for (Path path : paths()) {
            int end = 1;
            while (end < path.steps().size() && path.steps().get(end).name() != null) {
                end++;
            }
            Path part = new Path(path.steps().subList(0, end));
            if (parts.stream().noneMatch(part::equals)) {
                parts.add(part);
            }
        }
        return new Projection(parts);
    }
}
