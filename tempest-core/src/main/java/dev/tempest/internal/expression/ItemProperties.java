package dev.tempest.internal.expression;

import dev.tempest.Attr;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.attr.PropertyAttr;
import dev.tempest.internal.attr.PropertyPath;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.Document;
import dev.tempest.internal.schema.Parts;
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
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private final SubtypeProperties<V> subtypes;
    private final Map<PropertyPath, ResolvedAttribute<V>> found = new ConcurrentHashMap<>();

    private ItemProperties(
            Class<?> type, RawTable<V> table, Map<String, ResolvedAttribute<V>> byMember, Iterable<String> names) {
        this(type, table, byMember, names, new SubtypeProperties<>(List.of()));
    }

    private ItemProperties(
            Class<?> type,
            RawTable<V> table,
            Map<String, ResolvedAttribute<V>> byMember,
            Iterable<String> names,
            SubtypeProperties<V> subtypes) {
        this.type = type;
        this.table = table;
        this.byMember = byMember;
        this.names = names;
        this.subtypes = subtypes;
    }

    /** The same of a sealed type, of whose subtypes the items are, and which has the properties that all of them share. */
    public ItemProperties<V> with(SubtypeProperties<V> own) {
        return new ItemProperties<>(type, table, byMember, names, own);
    }

    /** That an item is of a subtype that has the property; null if all items of the type are. */
    public @Nullable Clause<V> condition(PropertyPath path) {
        return isShared(path) ? null : subtypes.condition(path, type);
    }

    /** Whether the property is one of the type itself, and not of some of its subtypes. */
    private boolean isShared(PropertyPath path) {
        return subtypes.isEmpty() || (path.owner().isAssignableFrom(type) && has(path));
    }

    boolean has(PropertyPath path) {
        List<Object> steps = path.steps();
        return byMember.containsKey(name(steps, 0, names(steps, 0, byMember.keySet())));
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
                property.isRequired(),
                List.of());
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
                            false,
                            List.of()));
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
        PropertyPath shape = path.shape();
        ResolvedAttribute<V> known = found.get(shape);
        if (known == null) {
            known = find(shape);
            found.put(shape, known);
        }
        return path.hasParts() ? known.at(path.parts(), ModelError.name(type)) : known;
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
        if (!isShared(path)) {
            ResolvedAttribute<V> ofSubtype = subtypes.resolve(path, type);
            if (ofSubtype != null) {
                return ofSubtype;
            }
        }
        if (!path.owner().isAssignableFrom(type)) {
            throw new IllegalArgumentException(path + " is not an attribute of " + ModelError.name(type) + ".");
        }
        List<Object> steps = path.steps();
        int read = names(steps, 0, byMember.keySet());
        String member = name(steps, 0, read);
        ResolvedAttribute<V> attribute = byMember.get(member);
        if (attribute == null) {
            throw notFound(ModelError.name(type), member, names);
        }
        Binding<V> binding = attribute.binding();
        if (binding != null && binding.isPart()) {
            throw attribute.refused(
                    "is stored only as a part of the attribute, so that an expression cannot name it. Remove it"
                            + " from keyOnly of the @KeyTemplate to store it on its own, too");
        }
        while (read < steps.size()) {
            Object step = steps.get(read);
            if (step instanceof String) {
                Document<V> document = document(path, attribute);
                int next = names(steps, read, document.attributes().keySet());
                attribute = nested(attribute, document, name(steps, read, next));
                read = next;
            } else {
                attribute = part(attribute, step);
                read++;
            }
        }
        return attribute;
    }

    /**
     * Where the name of a property ends that begins at a step. The properties of a flattened value are attributes of what it is
     * flattened into, and have two names, one after the other.
     */
    private static int names(List<Object> steps, int from, Set<String> members) {
        for (int to = from + 1; to <= steps.size() && steps.get(to - 1) instanceof String; to++) {
            if (members.contains(name(steps, from, to))) {
                return to;
            }
        }
        return from + 1;
    }

    private static String name(List<Object> steps, int from, int to) {
        return steps.subList(from, to).stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private Document<V> document(PropertyPath path, ResolvedAttribute<V> outer) {
        Document<V> document = outer.codec().document();
        if (document == null) {
            throw outer.refused("is " + Types.aName(outer.type())
                    + ", whose properties cannot be named in an expression as " + path
                    + ", because its converter does not store them as attributes of a map");
        }
        return document;
    }

    private ResolvedAttribute<V> nested(ResolvedAttribute<V> outer, Document<V> document, String member) {
        RawAttribute<V> attribute = document.attributes().get(member);
        if (attribute == null) {
            throw notFound(ModelError.name(document.type()), member, document.properties());
        }
        return within(
                outer,
                path -> path.then(attribute.name()),
                typeOf(attribute),
                attribute.codec(),
                attribute.isRequired(),
                outer.keys());
    }

    /** An element of a list, or a value of a map; which one is said later. */
    private ResolvedAttribute<V> part(ResolvedAttribute<V> outer, Object step) {
        Parts<V> parts = outer.codec().parts();
        Function<Object, String> writer = parts == null ? null : parts.key();
        if (step instanceof Integer index) {
            Parts<V> elements = parts == null || writer != null ? ListElement.parts(outer) : parts;
            return within(outer, path -> path.then(index), elements.type(), elements.codec(), false, outer.keys());
        }
        if (parts == null || writer == null) {
            throw outer.refused("is " + Types.aName(outer.type())
                    + " that is not stored as a map under the keys as strings, so that a value in it cannot be named by its"
                    + " key. Name the whole map");
        }
        List<Function<Object, String>> keys = new ArrayList<>(outer.keys());
        keys.add(writer);
        return within(outer, path -> path.then(new AttributePath.Key("")), parts.type(), parts.codec(), false, keys);
    }

    private ResolvedAttribute<V> within(
            ResolvedAttribute<V> outer,
            UnaryOperator<AttributePath> step,
            Type declared,
            AttributeCodec<V> codec,
            boolean required,
            List<Function<Object, String>> keys) {
        List<AttributePath> paths = outer.paths().stream().map(step).toList();
        return new ResolvedAttribute<>(
                ModelError.name(type) + "." + paths.get(0),
                paths,
                declared,
                codec,
                table,
                outer.binding(),
                outer.isTableKey(),
                required,
                keys);
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
