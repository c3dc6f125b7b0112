package dev.tempest.internal.value;

import dev.tempest.Fallback;
import dev.tempest.Subtype;
import dev.tempest.SubtypeAttribute;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Inherited;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.schema.DeepValues;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the subtypes of sealed types, and checks that they can be told apart. */
final class SubtypeCodecs<V> {
    private final DocumentCodecs<V> documents;
    private final DeepValues<V> values;

    SubtypeCodecs(DocumentCodecs<V> documents, DeepValues<V> values) {
        this.documents = documents;
        this.values = values;
    }

    static String attribute(Class<?> sealed) {
        SubtypeAttribute declared = Inherited.annotation(sealed, SubtypeAttribute.class);
        return declared == null ? "type" : declared.value();
    }

    void complete(SealedCodec<V> codec, Type type, Class<?> sealed, ValueCodecs.Place place) {
        Map<String, SealedCodec.Case<V>> cases = new LinkedHashMap<>();
        SealedCodec.Case<V> fallback = null;
        for (Class<?> subtype : subtypes(sealed)) {
            Subtype named = subtype.getAnnotation(Subtype.class);
            String name = named == null ? subtype.getSimpleName() : named.value();
            Type declared = TypeVariables.subtype(subtype, type);
            SealedCodec.Case<V> one = new SealedCodec.Case<>(
                    name, values.ofText(name), documents.document(declared, subtype, place, false));
            SealedCodec.Case<V> other = cases.put(name, one);
            if (other != null) {
                throw ModelError.of(
                        sealed,
                        "has two subtypes of the name " + name + ", "
                                + ModelError.name(other.codec().javaClass()) + " and " + ModelError.name(subtype),
                        "Give one of them another with @Subtype");
            }
            if (subtype.isAnnotationPresent(Fallback.class)) {
                if (fallback != null) {
                    throw ModelError.of(
                            subtype,
                            "is a @Fallback, and so is "
                                    + ModelError.name(fallback.codec().javaClass()),
                            "Keep one of them");
                }
                fallback = one;
            } else {
                requireFree(codec.attribute(), one.codec(), sealed);
            }
        }
        codec.complete(cases, fallback);
    }

    private void requireFree(String attribute, DocumentCodec<V> subtype, Class<?> sealed) {
        for (Binding<V> binding : subtype.bindings()) {
            if (binding.stores(attribute)) {
                throw ModelError.of(
                        subtype.javaClass(),
                        binding.property().name(),
                        "is stored in attribute " + attribute + ", and so is the name of the subtype of "
                                + ModelError.name(sealed),
                        "Put @SubtypeAttribute with another name on " + ModelError.name(sealed));
            }
        }
    }

    /** The classes of which there are objects. */
    private static List<Class<?>> subtypes(Class<?> sealed) {
        Set<Class<?>> found = new LinkedHashSet<>();
        collect(sealed, sealed, found);
        return new ArrayList<>(found);
    }

    private static void collect(Class<?> type, Class<?> sealed, Set<Class<?>> found) {
        boolean isAbstract = type.isInterface() || Modifier.isAbstract(type.getModifiers());
        if (type.isEnum()) {
            throw ModelError.of(
                    type,
                    "is an enum and a subtype of " + ModelError.name(sealed) + ", whose subtypes are stored as maps",
                    "Make each constant a record");
        }
        if (!isAbstract) {
            found.add(type);
        }
        if (type.isSealed()) {
            for (Class<?> each : type.getPermittedSubclasses()) {
                collect(each, sealed, found);
            }
        } else if (isAbstract || !(type.isRecord() || Modifier.isFinal(type.getModifiers()))) {
            throw ModelError.of(
                    type,
                    "is a subtype of " + ModelError.name(sealed) + " and may have subtypes that are not known",
                    "Make it final, sealed or a record");
        }
    }
}
