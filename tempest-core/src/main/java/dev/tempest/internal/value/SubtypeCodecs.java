package dev.tempest.internal.value;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.codec.Binding;
import dev.tempest.internal.reflect.Subtypes;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.schema.DeepValues;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the subtypes of sealed types, and checks that they can be told apart. */
final class SubtypeCodecs<V> {
    private final DocumentCodecs<V> documents;
    private final DeepValues<V> values;

    SubtypeCodecs(DocumentCodecs<V> documents, DeepValues<V> values) {
        this.documents = documents;
        this.values = values;
    }

    void complete(SealedCodec<V> codec, Type type, Class<?> sealed, ValueCodecs.Place place) {
        Map<String, SealedCodec.Case<V>> cases = new LinkedHashMap<>();
        Map<String, Class<?>> subtypes = Subtypes.byName(sealed);
        Class<?> unknown = Subtypes.fallback(subtypes.values());
        SealedCodec.Case<V> fallback = null;
        for (Map.Entry<String, Class<?>> named : subtypes.entrySet()) {
            String name = named.getKey();
            Class<?> subtype = named.getValue();
            Type declared = TypeVariables.subtype(subtype, type);
            SealedCodec.Case<V> one = new SealedCodec.Case<>(
                    name, values.ofText(name), documents.document(declared, subtype, place, false));
            cases.put(name, one);
            if (subtype == unknown) {
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
}
