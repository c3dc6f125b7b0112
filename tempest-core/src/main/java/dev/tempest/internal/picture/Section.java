package dev.tempest.internal.picture;

import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One table on the page. */
final class Section<V> {
    private final Html html;
    private final PictureTable<V> table;
    private final String id;
    private final List<PictureType<V>> types = new ArrayList<>();
    private final StoredItems<V> stored;
    private final Patterns<V> patterns;
    private final Function<V, String> show;

    /** @param samples of any types; others than this table's do not matter */
    Section(Html html, PictureTable<V> table, String id, List<?> samples, Values<V> values, Function<V, String> show) {
        this.html = html;
        this.table = table;
        this.id = id;
        this.show = show;
        for (ItemType<?, V> type : table.itemTypes()) {
            types.add(PictureType.of(type, samples));
        }
        types.sort(Comparator.comparing(this::place));
        for (int i = 0; i < types.size(); i++) {
            types.get(i).setPlace(i);
        }
        this.stored = new StoredItems<>(html, types, table.shape().key(), values, show);
        this.patterns = new Patterns<>(html, table, types);
    }

    /** The order of the table: by partition key, then by sort key. */
    private String place(PictureType<V> type) {
        return table.shape().key().attributes().stream()
                        .map(attribute -> shown(type, attribute))
                        .collect(Collectors.joining("\0"))
                + "\0" + type.name();
    }

    private String shown(PictureType<V> type, String attribute) {
        Template template = type.template(attribute);
        return template == null
                ? ""
                : template.tokens().stream().map(Template.Token::shown).collect(Collectors.joining());
    }

    int typeCount() {
        return types.size();
    }

    int indexCount() {
        return table.shape().indexes().size();
    }

    int patternCount() {
        return patterns.count();
    }

    void writeLinks() {
        html.open("li").open("a", "href", "#" + id).text(table.name()).close();
        html.open("ul");
        link("keys", "Keys and indexes");
        link("types", "Item types");
        link("items", "Items as stored");
        link("typed", "Stored and typed");
        link("patterns", "Access patterns");
        html.close().close();
    }

    private void link(String part, String text) {
        html.open("li")
                .open("a", "href", "#" + id + "-" + part)
                .text(text)
                .close()
                .close();
    }

    private void heading(String part, String text) {
        html.line().open("h3", "id", id + "-" + part).text(text).close().line();
    }

    void write() {
        html.open("section", "id", id).line();
        html.element("h2", "", table.name()).line();
        html.element(
                "p",
                "declared",
                table.tableTypes().stream().map(Class::getSimpleName).collect(Collectors.joining(", ")));
        settings();
        heading("keys", "Keys and indexes");
        keys();
        heading("types", "Item types");
        grid();
        heading("items", "Items as stored");
        html.element("p", "", "Each line is an item, in the order of the table.")
                .line();
        stored.write("The table " + table.name(), table.shape().key(), null);
        for (IndexShape index : table.shape().indexes()) {
            stored.write((index.isLocal() ? "Local index " : "Index ") + index.name(), index.key(), index.projected());
        }
        heading("typed", "Items as stored and as typed");
        html.open("div", "class", "cards").line();
        types.forEach(type -> new TypeCard<>(html, table, type, show).write());
        html.close();
        heading("patterns", "Access patterns");
        patterns.write();
        html.close().line();
    }

    private void settings() {
        html.open("p", "class", "chips");
        chip(table.shape().capacity() == null ? "billed on demand" : "provisioned capacity");
        String timeToLive = table.shape().timeToLive();
        if (timeToLive != null) {
            chip("time to live: " + timeToLive);
        }
        String stream = table.shape().stream();
        if (stream != null) {
            chip("stream: " + stream);
        }
        String writeToken = table.writeToken();
        if (writeToken != null) {
            chip("write token: " + writeToken);
        }
        html.close().line();
    }

    private void chip(String text) {
        html.element("span", "chip", text).text(" ");
    }

    private void keys() {
        html.open("div", "class", "box", "tabindex", "0").open("table");
        head("", "Partition key", "Sort key", "Holds", "Item types");
        html.open("tbody");
        keyRow("table", table.shape().key(), null, null);
        for (IndexShape index : table.shape().indexes()) {
            keyRow(index.isLocal() ? "local index" : "global index", index.key(), index.name(), index);
        }
        html.close().close().close();
    }

    private void keyRow(String kind, KeySchema key, @Nullable String name, @Nullable IndexShape index) {
        html.open("tr").open("th", "scope", "row");
        html.element("span", "kind", kind);
        html.text(" ").element("code", "", name == null ? table.name() : name).close();
        attributes(key.partitionKeys());
        attributes(key.sortKeys());
        html.open("td").text(index == null ? "all attributes" : held(index)).close();
        html.open("td");
        for (PictureType<V> type : types) {
            if (key.attributes().stream().allMatch(type.type()::stores)) {
                label(type);
            }
        }
        html.close().close().line();
    }

    private static String held(IndexShape index) {
        List<String> projected = index.projected();
        if (projected == null) {
            return "all attributes";
        }
        return projected.isEmpty() ? "keys only" : "keys, " + String.join(", ", projected);
    }

    private void attributes(List<String> names) {
        html.open("td");
        for (String name : names) {
            html.open("div").element("code", "", name).text(" ");
            html.element("span", "kind", table.shape().types().getOrDefault(name, ""))
                    .close();
        }
        html.text(names.isEmpty() ? "none" : "").close();
    }

    private void label(PictureType<V> type) {
        html.open("span", "class", "type", "style", type.style())
                .text(type.name())
                .close()
                .text(" ");
    }

    /** How each type makes each key attribute. */
    private void grid() {
        html.open("div", "class", "box", "tabindex", "0").open("table", "class", "grid");
        List<String> columns = new ArrayList<>(table.shape().key().attributes());
        html.open("thead").open("tr").open("th").text("Item type").close();
        for (String attribute : columns) {
            column(table.name(), attribute);
        }
        for (IndexShape index : table.shape().indexes()) {
            for (String attribute : index.key().attributes()) {
                if (!index.isLocal() || !columns.contains(attribute)) {
                    column(index.name(), attribute);
                    columns.add(attribute);
                }
            }
        }
        html.close().close().open("tbody");
        for (PictureType<V> type : types) {
            html.open("tr").open("th", "scope", "row");
            label(type);
            html.close();
            columns.forEach(attribute -> cell(type, attribute));
            html.close().line();
        }
        html.close().close().close();
    }

    private void column(String place, String attribute) {
        html.open("th")
                .element("span", "kind", place)
                .text(" ")
                .element("code", "", attribute)
                .close();
    }

    private void cell(PictureType<V> type, String attribute) {
        html.open("td");
        Template template = type.template(attribute);
        if (template == null) {
            html.element("span", "none", "not in it");
        } else {
            template.write(html);
        }
        html.close();
    }

    private void head(String... titles) {
        html.open("thead").open("tr");
        for (String title : titles) {
            html.element("th", "", title);
        }
        html.close().close().line();
    }
}
