package dev.tempest.internal.value;

import dev.tempest.Attribute;
import dev.tempest.KeyTemplate;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.codec.ObjectReader;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.Subtypes;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.bytecode.KotlinClass;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the codecs of classes and sealed types, which may have properties of their own type. For one thread. */
final class DocumentCodecs<V> {
    /** Where a generic class is in itself with other arguments each time, there is no end. */
    private static final int MOST_OF_ONE_CLASS = 16;

    private final ValueCodecs<V> codecs;
    private final DeepValues<V> values;
    private final SubtypeCodecs<V> subtypes;
    private final Map<Type, ValueCodec<V>> found = new HashMap<>();
    private final Deque<Frame<V>> around = new ArrayDeque<>();

    /**
     * A type whose properties are being looked at, the innermost first.
     *
     * @param needed whether an object of the type around it must have one of this type
     */
    private record Frame<V>(Type type, ValueCodec<V> codec, boolean needed) {}

    DocumentCodecs(ValueCodecs<V> codecs, DeepValues<V> values) {
        this.codecs = codecs;
        this.values = values;
        this.subtypes = new SubtypeCodecs<>(this, values);
    }

    ValueCodec<V> of(Type type, Class<?> erasure, ValueCodecs.Place place) {
        ValueCodec<V> known = found.get(type);
        if (known != null) {
            if (around.stream().anyMatch(frame -> frame.codec() == known)) {
                requireEnd(type, place);
                markRecursive();
            }
            return known;
        }
        requireForm(type, erasure, place);
        long same = around.stream()
                .filter(frame -> TypeVariables.erasure(frame.type()) == erasure)
                .count();
        if (same >= MOST_OF_ONE_CLASS) {
            throw place.refused(
                    type,
                    "is in itself with other type arguments each time, without end",
                    "Declare what is in it with the same type arguments");
        }
        if (erasure.isSealed()) {
            return sealed(type, erasure, place);
        }
        return document(type, erasure, place, place.needs(type));
    }

    private SealedCodec<V> sealed(Type type, Class<?> erasure, ValueCodecs.Place place) {
        SealedCodec<V> codec = new SealedCodec<>(type, erasure, Subtypes.attribute(erasure), values);
        found.put(type, codec);
        around.push(new Frame<>(type, codec, false));
        try {
            subtypes.complete(codec, type, erasure, place);
        } finally {
            around.pop();
        }
        return codec;
    }

    /** The codec of a class that is not abstract. */
    DocumentCodec<V> document(Type type, Class<?> erasure, ValueCodecs.Place place, boolean needed) {
        if (found.get(type) instanceof DocumentCodec<V> known) {
            return known;
        }
        Object single = single(erasure);
        DocumentCodec<V> codec = new DocumentCodec<>(type, erasure, single, values);
        found.put(type, codec);
        if (single != null) {
            return codec;
        }
        around.push(new Frame<>(type, codec, needed));
        try {
            complete(codec, type, place);
        } finally {
            around.pop();
        }
        return codec;
    }

    private void complete(DocumentCodec<V> codec, Type type, ValueCodecs.Place place) {
        TypeModel<?> model;
        try {
            model = TypeModel.ofValue(type);
        } catch (IllegalArgumentException e) {
            throw place.refused(e);
        }
        requireNoTemplate(model.type());
        List<Binding<V>> bindings = new ArrayList<>();
        Set<String> attributes = new HashSet<>();
        for (Property property : model.properties()) {
            Binding<V> binding = bind(property);
            for (String attribute : binding.attributes()) {
                if (!attributes.add(attribute)) {
                    throw ModelError.of(
                            property.owner(),
                            property.name(),
                            "is stored in attribute " + attribute + ", and so is another property",
                            "Give each its own attribute");
                }
            }
            bindings.add(binding);
        }
        codec.complete(bindings, new ObjectReader<>(model, values, bindings));
    }

    private static void requireNoTemplate(Class<?> type) {
        for (Class<?> each : Inherited.hierarchy(type)) {
            if (each.getDeclaredAnnotationsByType(KeyTemplate.class).length > 0) {
                throw ModelError.of(
                        type,
                        "has a @KeyTemplate, but is stored inside of items",
                        "Remove it, or store a class without one inside: only items themselves have keys");
            }
        }
    }

    private Binding<V> bind(Property property) {
        Attribute attribute = property.attribute();
        String mark = property.role();
        if (mark != null || (attribute != null && (!attribute.prefix().isEmpty() || attribute.allowEmpty()))) {
            throw ModelError.of(
                    property.owner(),
                    property.name(),
                    (mark == null ? "has a prefix" : "is a " + mark) + ", but its class is stored inside of items",
                    "Remove it; only properties of items themselves can have one");
        }
        AttributeCodec<V> codec = codecs.of(property);
        return new Binding<>(property, attributes(property, attribute), codec, values, null, false, false, null);
    }

    private static String[] attributes(Property property, @Nullable Attribute attribute) {
        if (attribute != null && attribute.names().length > 0) {
            return attribute.names();
        }
        return new String[] {attribute == null || attribute.name().isEmpty() ? property.name() : attribute.name()};
    }

    /** What is the end of it, where a type is in itself: an object may have none of the type, or none in a list. */
    private void requireEnd(Type type, ValueCodecs.Place place) {
        if (!place.needs(type)) {
            return;
        }
        for (Frame<V> frame : around) {
            if (frame.type().equals(type)) {
                throw place.refused(
                        type,
                        "is in itself and must not be null, so that no object of it has an end",
                        "Let it be null, or make it a list");
            }
            if (!frame.needed()) {
                return;
            }
        }
    }

    private void markRecursive() {
        for (Frame<V> frame : around) {
            if (frame.codec() instanceof DocumentCodec<V> document) {
                document.setRecursive();
                return;
            }
        }
    }

    private static void requireForm(Type type, Class<?> erasure, ValueCodecs.Place place) {
        if (erasure == Object.class) {
            throw place.refused(type, "says nothing of what is in it", "Declare the type of its values");
        }
        boolean isAbstract = erasure.isInterface() || Modifier.isAbstract(erasure.getModifiers());
        if (isOfPlatform(erasure) || (isAbstract && !erasure.isSealed())) {
            throw place.refused(
                    type,
                    "has no stored form",
                    isAbstract && !isOfPlatform(erasure)
                            ? "Make it sealed, or give the property a converter"
                            : "Use another type, or give the property a converter");
        }
    }

    /** Classes of the JDK and of Kotlin's library have a form that we know, or none: their fields are nobody's business. */
    private static boolean isOfPlatform(Class<?> type) {
        String name = type.getName();
        return name.startsWith("java.")
                || name.startsWith("javax.")
                || (name.startsWith("kotlin.") && !name.equals("kotlin.Pair") && !name.equals("kotlin.Triple"));
    }

    /** The object of Kotlin's {@code object}. */
    private static @Nullable Object single(Class<?> type) {
        if (!KotlinClass.isKotlin(type)) {
            return null;
        }
        try {
            Field field = type.getField("INSTANCE");
            return field.getType() == type && Modifier.isStatic(field.getModifiers()) ? field.get(null) : null;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
