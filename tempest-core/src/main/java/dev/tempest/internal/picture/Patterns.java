package dev.tempest.internal.picture;

import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.picture.PictureTable.Access;
import dev.tempest.internal.picture.PictureTable.Kind;
import dev.tempest.internal.schema.KeySchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of a table: each question with the call, the condition of keys and the request. */
final class Patterns<V> {
    private final Html html;
    private final List<PictureType<V>> types;
    private final List<Pattern<V>> patterns = new ArrayList<>();

    /** @param type whose keys are asked for; of a collection the first */
    private record Pattern<V>(
            Access<V> access, String call, PictureType<V> type, KeySchema key, boolean isLoad, String request) {}

    Patterns(Html html, PictureTable<V> table, List<PictureType<V>> types) {
        this.html = html;
        this.types = types;
        for (PictureType<V> type : types) {
            table.accesses().stream()
                    .filter(access -> !access.itemTypes().isEmpty()
                            && access.itemTypes().get(0).type() == type.type().type())
                    .forEach(access -> add(access, type));
        }
    }

    private void add(Access<V> access, PictureType<V> type) {
        KeySchema key = type.type().table().key(access.index());
        String call = access.method() + "()";
        if (access.kind() == Kind.COLLECTION) {
            patterns.add(new Pattern<>(access, call + ".load(key)", type, key, false, "Query"));
            return;
        }
        if (access.kind() == Kind.VIEW) {
            patterns.add(new Pattern<>(access, call + ".load(key)", type, key, true, "GetItem"));
        }
        boolean hasRange = key.sortKeys().stream()
                .map(type::template)
                .anyMatch(template -> template != null && !template.isConstant());
        if (access.kind() == Kind.INDEX || hasRange) {
            patterns.add(new Pattern<>(access, call + ".query(condition)", type, key, false, "Query"));
        }
    }

    int count() {
        return patterns.size();
    }

    void write() {
        if (patterns.isEmpty()) {
            html.element("p", "none", "The table's interface declares no views.");
            return;
        }
        html.open("div", "class", "box", "tabindex", "0").open("table", "class", "patterns");
        html.open("thead").open("tr");
        for (String title : List.of("What is read", "Key condition", "Call", "Request")) {
            html.element("th", "", title);
        }
        html.close().close().open("tbody").line();
        patterns.forEach(this::row);
        html.close().close().close();
    }

    private void row(Pattern<V> pattern) {
        html.open("tr", "style", pattern.type().style());
        html.open("th", "scope", "row");
        question(pattern);
        html.close().open("td");
        for (String attribute : pattern.key().partitionKeys()) {
            equality(attribute, pattern.type().template(attribute));
        }
        if (pattern.access().kind() == Kind.COLLECTION) {
            html.open("div").element("span", "kind", "and any sort key").close();
        } else {
            for (String attribute : pattern.key().sortKeys()) {
                sortCondition(attribute, pattern);
            }
        }
        html.close().open("td").element("code", "", pattern.call());
        html.open("div", "class", "kind").text(keyName(pattern));
        html.close().close().open("td").text(pattern.request());
        String index = pattern.access().index();
        html.open("div", "class", "kind").text(index == null ? "the table" : "index " + index);
        html.close().close().close().line();
    }

    /** With the item type or the collection before it, as it is nested there by habit. */
    private static String keyName(Pattern<?> pattern) {
        Class<?> key = pattern.access().keyClass();
        Class<?> result = pattern.access().result();
        return (key.getEnclosingClass() == result ? result.getSimpleName() + "." : "") + key.getSimpleName();
    }

    private void question(Pattern<V> pattern) {
        List<String> partition = properties(pattern.key().partitionKeys(), pattern.type());
        List<String> sort = properties(pattern.key().sortKeys(), pattern.type());
        sort.removeAll(partition);
        if (pattern.access().kind() == Kind.COLLECTION) {
            html.text(pattern.access().result().getSimpleName() + ": ");
            pattern.access().itemTypes().forEach(this::label);
            html.text(of(partition));
            return;
        }
        html.text(pattern.isLoad() ? "One " : "");
        label(pattern.access().itemTypes().get(0));
        if (pattern.isLoad()) {
            partition.addAll(sort);
            html.text(partition.isEmpty() ? "" : "by " + String.join(", ", partition));
        } else {
            html.text("items" + of(partition) + (sort.isEmpty() ? "" : ", in the order of " + String.join(", ", sort)));
        }
    }

    private static String of(List<String> properties) {
        return properties.isEmpty() ? "" : " of one " + String.join(", ", properties);
    }

    private void label(ItemType<?, V> itemType) {
        for (PictureType<V> type : types) {
            if (type.type().type() == itemType.type()) {
                html.open("span", "class", "type", "style", type.style())
                        .text(type.name())
                        .close()
                        .text(" ");
            }
        }
    }

    /** The properties that the attributes are made of, each once. */
    private List<String> properties(List<String> attributes, PictureType<V> type) {
        Set<String> found = new LinkedHashSet<>();
        for (String attribute : attributes) {
            Template template = type.template(attribute);
            if (template != null) {
                found.addAll(template.properties());
            }
        }
        return new ArrayList<>(found);
    }

    private void equality(String attribute, @Nullable Template template) {
        html.open("div").element("code", "", attribute).text(" = ");
        if (template != null) {
            template.write(html);
        }
        html.close();
    }

    private void sortCondition(String attribute, Pattern<V> pattern) {
        Template template = pattern.type().template(attribute);
        if (template == null) {
            return;
        }
        if (pattern.isLoad() || template.isConstant()) {
            equality(attribute, template);
            return;
        }
        List<Template> beginnings = template.beginnings();
        html.open("div").element("code", "", attribute);
        String word = " begins with ";
        for (Template beginning : beginnings) {
            html.text(word);
            beginning.write(html);
            word = " or ";
        }
        html.text(beginnings.isEmpty() ? " in any range" : ", or is in a range of those");
        html.close();
    }
}
