package dev.tempest.internal.expression;

import dev.tempest.Attr;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.Document;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawTable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The properties of one item type in its table, by the names that conditions and changes give them. Safe for use by several
 * threads; remembers what it has found.
 *
 * @param <V> the SDK's attribute value
 */
public final class ItemProperties<V> {
    private final Class<?> type;
    private final RawTable<V> table;
    private final Map<String, ResolvedAttribute<V>> byMember;
    private final Iterable<String> names;
    private final Map<PropertyPath, ResolvedAttribute<V>> found = new ConcurrentHashMap<>();

    private ItemProperties(
            Class<?> type, RawTable<V> table, Map<String, ResolvedAttribute<V>> byMember, Iterable<String> names) {
        this.type = type;
        this.table = table;
        this.byMember = byMember;
        this.names = names;
    }

    /**
     * The properties of an item type.
     *
     * @param keyParts the names of those of which a key attribute of the table is made
     */
    public static <V> ItemProperties<V> of(
            Class<?> type, RawTable<V> table, Collection<Binding<V>> bindings, Set<String> keyParts) {
        Map<String, ResolvedAttribute<V>> byMember = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Binding<V> binding : bindings) {
            Property property = binding.property();
            names.add(property.name());
            byMember.put(property.accessor().member().getName(), resolved(binding, table, keyParts));
        }
        // What reads a property is called like it; another member of that name comes second.
        for (Binding<V> binding : bindings) {
            byMember.putIfAbsent(binding.property().name(), resolved(binding, table, keyParts));
        }
        for (Binding<V> binding : bindings) {
            for (String getter : binding.property().getterNames()) {
                byMember.putIfAbsent(getter, resolved(binding, table, keyParts));
            }
        }
        return new ItemProperties<>(type, table, byMember, names);
    }

    private static <V> ResolvedAttribute<V> resolved(Binding<V> binding, RawTable<V> table, Set<String> keyParts) {
        List<AttributePath> paths = new ArrayList<>();
        for (String attribute : binding.attributes()) {
            paths.add(AttributePath.of(attribute));
        }
        Property property = binding.property();
        return new ResolvedAttribute<>(
                property.toString(),
                List.copyOf(paths),
                property.type(),
                binding.codec(),
                table,
                binding,
                keyParts.contains(property.name()),
                property.isRequired());
    }

    /** The properties of a raw item type. */
    public static <V> ItemProperties<V> of(Document<V> rawType, RawTable<V> table) {
        Map<String, ResolvedAttribute<V>> byMember = new HashMap<>();
        String owner = ModelError.name(rawType.type());
        rawType.attributes().forEach((member, attribute) -> {
            byMember.put(
                    member,
                    new ResolvedAttribute<>(
                            owner + "." + member,
                            List.of(AttributePath.of(attribute.name())),
                            typeOf(attribute),
                            attribute.codec(),
                            table,
                            null,
                            false,
                            false));
        });
        return new ItemProperties<>(rawType.type(), table, byMember, rawType.properties());
    }

    private static Type typeOf(RawAttribute<?> attribute) {
        Type declared = attribute.type();
        return declared == null ? Object.class : declared;
    }

    /** The item type. */
    public Class<?> type() {
        return type;
    }

    RawTable<V> table() {
        return table;
    }

    /**
     * Where a property is stored.
     *
     * @throws IllegalArgumentException if the item type does not have it
     */
    public ResolvedAttribute<V> resolve(PropertyPath path) {
        ResolvedAttribute<V> known = found.get(path);
        if (known == null) {
            known = find(path);
            found.put(path, known);
        }
        return known;
    }

    /**
     * A property by its name.
     *
     * @throws IllegalArgumentException if the item type has no such property, or it is of another type
     */
    public <T, P> Attr<T, P> named(String property, Class<P> declared) {
        PropertyPath path = PropertyPath.of(type, property);
        Type found = resolve(path).type();
        if (found != Object.class && Types.plain(TypeVariables.erasure(found)) != Types.plain(declared)) {
            throw new IllegalArgumentException(
                    path + " is " + Types.aName(found) + ", not " + Types.aName(declared) + ".");
        }
        return PropertyAttr.of(path);
    }

    private ResolvedAttribute<V> find(PropertyPath path) {
        if (!path.owner().isAssignableFrom(type)) {
            throw new IllegalArgumentException(path + " is not an attribute of " + ModelError.name(type) + ".");
        }
        List<String> steps = path.steps();
        ResolvedAttribute<V> attribute = byMember.get(steps.get(0));
        if (attribute == null) {
            throw notFound(ModelError.name(type), steps.get(0), names);
        }
        Binding<V> binding = attribute.binding();
        if (binding != null && binding.isPart()) {
            throw attribute.refused(
                    "is stored only as a part of the attribute, so that an expression cannot name it. Remove it"
                            + " from keyOnly of the @KeyTemplate to store it on its own, too");
        }
        for (String step : steps.subList(1, steps.size())) {
            attribute = nested(path, attribute, step);
        }
        return attribute;
    }

    private ResolvedAttribute<V> nested(PropertyPath path, ResolvedAttribute<V> outer, String step) {
        Document<V> document = outer.codec().document();
        if (document == null) {
            throw outer.refused("is " + Types.aName(outer.type())
                    + ", whose properties cannot be named in an expression as " + path
                    + ", because its converter does not store them as attributes of a map");
        }
        RawAttribute<V> attribute = document.attributes().get(step);
        if (attribute == null) {
            throw notFound(ModelError.name(document.type()), step, document.properties());
        }
        List<AttributePath> paths = new ArrayList<>();
        for (AttributePath place : outer.paths()) {
            paths.add(place.then(attribute.name()));
        }
        return new ResolvedAttribute<>(
                ModelError.name(type) + "." + paths.get(0),
                List.copyOf(paths),
                typeOf(attribute),
                attribute.codec(),
                table,
                outer.binding(),
                outer.isTableKey(),
                attribute.isRequired());
    }

    private static IllegalArgumentException notFound(String type, String member, Iterable<String> names) {
        return new IllegalArgumentException(
                type + " has no stored property " + member + ". It has " + String.join(", ", names) + ".");
    }

    @Override
    public String toString() {
        return ModelError.name(type) + byMember.keySet();
    }
}
