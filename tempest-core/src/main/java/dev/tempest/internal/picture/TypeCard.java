package dev.tempest.internal.picture;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.definition.TableShape.IndexShape;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.unique.UniqueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An item type: its properties with a sample, and the attributes in which DynamoDB stores them. */
final class TypeCard<V> {
    private final Html html;
    private final PictureTable<V> table;
    private final PictureType<V> type;
    private final Function<V, String> show;

    TypeCard(Html html, PictureTable<V> table, PictureType<V> type, Function<V, String> show) {
        this.html = html;
        this.table = table;
        this.type = type;
        this.show = show;
    }

    void write() {
        html.open("article", "style", type.style());
        html.open("h4").element("span", "type", type.name()).close();
        html.open("div", "class", "box", "tabindex", "0").open("table", "class", "typed");
        html.open("thead").open("tr");
        html.element("th", "", "property").element("th", "", "value");
        html.element("th", "", "attribute").element("th", "", "stored");
        html.close().close().open("tbody").line();
        PictureItem<V> sample = type.items().isEmpty() ? null : type.items().get(0);
        for (Binding<V> binding : type.type().codec().bindings()) {
            row(binding, sample);
        }
        html.close().close().close();
        if (sample == null) {
            html.element("p", "", "No sample could be made up. Pass one to samples().");
        }
        html.close().line();
    }

    private void row(Binding<V> binding, @Nullable PictureItem<V> sample) {
        Property property = binding.property();
        html.open("tr").open("th", "scope", "row");
        if (binding.composition() == null) {
            html.element("code", "", property.name()).text(" ");
            html.element("span", "kind", typeName(property));
            if (property.isVersion()) {
                html.text(" ").element("span", "role", "version");
            }
            for (UniqueRule<V> rule : type.type().unique().rules()) {
                if (rule.properties().contains(property.name())) {
                    boolean isOne = rule.properties().size() == 1;
                    html.text(" ").element("span", "role", isOne ? "unique" : "unique " + rule.name());
                }
            }
            html.close();
            html.open("td")
                    .element("span", "data", sample == null ? "" : value(property, sample))
                    .close();
        } else {
            html.element("span", "kind", "made of").close().open("td");
            Template.of(binding, null).write(html);
            html.close();
        }
        html.open("td");
        if (binding.isPart()) {
            html.element("span", "kind", "only in ");
        }
        for (String attribute : binding.attributes()) {
            html.open("div").element("code", "", attribute);
            roles(attribute).forEach(role -> html.text(" ").element("span", "role", role));
            html.close();
        }
        html.close().open("td");
        V stored = sample == null || binding.isPart() ? null : sample.row().get(binding.attributes()[0]);
        if (stored != null) {
            html.element("span", "kind", type.type().table().values().kind(stored))
                    .text(" ");
            html.element("span", "data", ShownValue.shortened(show.apply(stored)));
        } else if (sample != null && !binding.isPart()) {
            html.element("span", "none", "nothing");
        }
        html.close().close().line();
    }

    /** A type that is nested beside the item type is known to readers by its own name. */
    private String typeName(Property property) {
        String name = Types.name(property.type());
        Class<?> outer = type.type().type().getEnclosingClass();
        return outer == null ? name : name.replace(ModelError.name(outer) + ".", "");
    }

    private static String value(Property property, PictureItem<?> sample) {
        try {
            return ShownValue.of(property.get(sample.item()));
        } catch (RuntimeException e) {
            return ModelError.name(sample.item().getClass());
        }
    }

    private List<String> roles(String attribute) {
        List<String> roles = new ArrayList<>();
        addRole(roles, "", table.shape().key(), attribute);
        for (IndexShape index : table.shape().indexes()) {
            addRole(roles, index.name() + " ", index.key(), attribute);
        }
        if (attribute.equals(table.shape().timeToLive())) {
            roles.add("time to live");
        }
        return roles;
    }

    private static void addRole(List<String> roles, String place, KeySchema key, String attribute) {
        if (key.partitionKeys().contains(attribute)) {
            roles.add(place + "PK");
        }
        if (key.sortKeys().contains(attribute)) {
            roles.add(place + "SK");
        }
    }
}
