package dev.tempest.internal.value;

import dev.tempest.Attribute;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Conversion;
import dev.tempest.internal.reflect.Property;
import dev.tempest.internal.reflect.TypeVariables;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.internal.schema.DeepValues;
import dev.tempest.internal.value.ValueClassCodec.Read;
import dev.tempest.internal.value.form.KotlinForms;
import dev.tempest.internal.value.form.NumberForm;
import dev.tempest.internal.value.form.Shapes;
import dev.tempest.internal.value.form.TextForm;
import dev.tempest.internal.value.form.ValueClass;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds the codecs of properties by their types: what decides how an attribute is stored, where no raw item type does.
 *
 * <p>Make one when the database is created, ask it for each property of an item type, and give what it returns to the
 * property's {@code Binding}, or to the {@code RawAttribute} of a table that has no raw item type:
 *
 * <pre>{@code
 * ValueCodecs<AttributeValue> codecs = new ValueCodecs<>(SdkValues.INSTANCE, sdk);
 * for (Property property : TypeModel.ofItem(type).properties()) {
 *     AttributeCodec<AttributeValue> codec = codecs.of(property);
 * }
 * }</pre>
 *
 * <p>The codecs are safe for use by several threads and for ever; they look at no declaration any more. Two properties may share
 * an attribute if one's codec {@linkplain AttributeCodec#storesAs stores as} the other's. What codecs cannot store or read they
 * say by {@code UnstorableException} and {@code UnreadableValue}; the bindings make messages of these, with the property and the
 * item's key. For one thread.
 *
 * @param <V> the SDK's attribute value
 */
public final class ValueCodecs<V> {
    /** What DynamoDB's sets have in them. */
    private static final Set<String> MEMBERS = Set.of("S", "N", "B");

    private final DeepValues<V> values;
    private final OwnCodecs<V> own;
    private final Map<Type, AttributeCodec<V>> known = new HashMap<>();
    private final Set<Type> converting = new HashSet<>();
    private final DocumentCodecs<V> documents;

    public ValueCodecs(DeepValues<V> values, OwnCodecs<V> own) {
        this.values = values;
        this.own = own;
        this.documents = new DocumentCodecs<>(this, values);
    }

    /**
     * The codec of a property.
     *
     * @throws IllegalArgumentException if its type has no stored form
     */
    public AttributeCodec<V> of(Property property) {
        AttributeCodec<V> annotated = own.annotated(property);
        if (property.converter() != null) {
            if (annotated != null) {
                throw ModelError.of(
                        property.owner(),
                        property.name(),
                        "has a @Converted, and a converter of the SDK, too",
                        "Keep one of them");
            }
            return converted(Objects.requireNonNull(property.conversion()), Place.of(property));
        }
        if (annotated != null) {
            return annotated;
        }
        Class<?> valueClass = property.valueClass();
        return valueClass == null
                ? of(property.type(), Place.of(property))
                : valueClass(valueClass, isPrefixed(property) ? Read.STORED : Read.WRAPPED, Place.of(property));
    }

    /**
     * The codec of a property that is not in an item type: of a raw item type's.
     *
     * @throws IllegalArgumentException if its type has no stored form
     */
    public AttributeCodec<V> of(Class<?> owner, String property, Type type) {
        return of(type, new Place(owner, property, type, false));
    }

    /** The property that a type is declared for. */
    record Place(Class<?> owner, String name, Type declared, boolean isRequired) {
        static Place of(Property property) {
            return new Place(property.owner(), property.name(), property.type(), property.isRequired());
        }

        /** Whether an object of the owner must have one of the type. */
        boolean needs(Type type) {
            return isRequired && Types.same(type, declared);
        }

        IllegalArgumentException refused(Type type, String problem, String remedy) {
            String is = "is " + Types.aName(declared);
            return ModelError.of(
                    owner,
                    name,
                    Types.same(type, declared)
                            ? is + ", which " + problem
                            : is + ", and " + Types.name(type) + " " + problem,
                    remedy);
        }

        IllegalArgumentException refused(IllegalArgumentException reason) {
            return ModelError.of(owner, name, reason);
        }
    }

    /** The codec of a property's type, or of a type in it. */
    AttributeCodec<V> of(Type declared, Place place) {
        Type type = Types.plain(declared);
        AttributeCodec<V> found = known.get(type);
        if (found == null) {
            Conversion conversion = type instanceof Class<?> c ? Conversion.ofClass(c) : null;
            found = conversion == null ? own.of(type) : ofClass(conversion, place);
            found = found == null ? Scalars.of(type, values) : found;
            found = found == null ? find(type, place) : found;
            known.put(type, found);
        }
        return found;
    }

    private AttributeCodec<V> ofClass(Conversion conversion, Place place) {
        if (!converting.add(conversion.from())) {
            throw place.refused(
                    conversion.from(),
                    "is converted to a type that has it inside",
                    "Convert it to a type that does not have it inside");
        }
        if (ValueClass.of(conversion.declaring()) != null) {
            throw ModelError.of(
                    conversion.declaring(),
                    "says how it is stored, but is a value class, which is stored as what it wraps",
                    "Remove the annotation, or make it an ordinary class");
        }
        AttributeCodec<V> codec = converted(conversion, place);
        converting.remove(conversion.from());
        return codec;
    }

    private AttributeCodec<V> converted(Conversion conversion, Place place) {
        return new ConvertedCodec<>(conversion, of(conversion.to(), place), values);
    }

    private AttributeCodec<V> find(Type type, Place place) {
        if (type instanceof TypeVariable<?>) {
            throw place.refused(type, "is a type variable", "Declare the property with a type in its place");
        }
        Class<?> erasure = TypeVariables.erasure(type);
        if (erasure.isArray()) {
            return array(type, erasure, place);
        } else if (erasure.isEnum()) {
            return EnumCodec.of(erasure, values);
        }
        TextForm kotlin = KotlinForms.text(erasure);
        if (kotlin != null) {
            return new Scalars.Text<>(type, values, kotlin);
        } else if (ValueClass.of(erasure) != null) {
            return valueClass(erasure, Read.OBJECT, place);
        }
        OptionalCodec<V> optionalNumber = OptionalCodec.ofNumber(erasure, values);
        if (optionalNumber != null) {
            return optionalNumber;
        } else if (erasure == Optional.class) {
            return OptionalCodec.of(type, values, of(argument(type, 0, place), place));
        } else if (Iterable.class.isAssignableFrom(erasure)) {
            return collection(type, erasure, place);
        } else if (Map.class.isAssignableFrom(erasure)) {
            return map(type, erasure, place);
        }
        return documents.of(type, erasure, place);
    }

    private static boolean isPrefixed(Property property) {
        Attribute attribute = property.attribute();
        return attribute != null && !attribute.prefix().isEmpty();
    }

    private AttributeCodec<V> valueClass(Class<?> type, Read read, Place place) {
        ValueClass valueClass = ValueClass.of(type);
        if (valueClass == null) {
            throw Property.ofValueClass(place.owner(), place.name());
        }
        NumberForm number = KotlinForms.number(type);
        AttributeCodec<V> wrapped = number == null
                ? of(valueClass.wrapped(), place)
                : new Scalars.Numeric<>(valueClass.wrapped(), values, number);
        return new ValueClassCodec<>(type, values, valueClass, wrapped, read);
    }

    private AttributeCodec<V> array(Type type, Class<?> erasure, Place place) {
        Type element = type instanceof GenericArrayType generic
                ? generic.getGenericComponentType()
                : erasure.getComponentType();
        return new ArrayCodec<>(type, values, element, of(element, place), erasure.getComponentType());
    }

    private AttributeCodec<V> collection(Type type, Class<?> erasure, Place place) {
        IntFunction<Collection<Object>> list = Shapes.list(erasure);
        IntFunction<Collection<Object>> set = erasure == EnumSet.class ? enumSet(type, place) : Shapes.set(erasure);
        IntFunction<Collection<Object>> maker = list != null ? list : set;
        if (maker == null) {
            throw place.refused(
                    type, "is a collection that this library cannot make", "Declare a List, a Set or a SortedSet");
        }
        Type element = argument(type, 0, place);
        AttributeCodec<V> codec = of(element, place);
        if (set != null && MEMBERS.contains(String.valueOf(codec.kind())) && codec.ofNothing() == null) {
            return new SetCodec<>(type, values, element, codec, set);
        }
        return new ListCodec<>(type, values, element, codec, maker);
    }

    private AttributeCodec<V> map(Type type, Class<?> erasure, Place place) {
        IntFunction<Map<Object, Object>> maker = erasure == EnumMap.class ? enumMap(type, place) : Shapes.map(erasure);
        if (maker == null) {
            throw place.refused(type, "is a map that this library cannot make", "Declare a Map or a SortedMap");
        }
        Type key = Types.plain(argument(type, 0, place));
        Type entry = argument(type, 1, place);
        return new MapCodec<>(type, values, key(key, place), entry, of(entry, place), maker);
    }

    private static TextForm key(Type key, Place place) {
        if (key instanceof Class<?> c) {
            Conversion conversion = Conversion.ofClass(c);
            if (conversion != null) {
                TextForm stored = key(Types.plain(conversion.to()), place);
                return new TextForm(
                        value -> stored.writer()
                                .apply(Objects.requireNonNull(
                                        conversion.toStored().apply(value))),
                        text -> Objects.requireNonNull(
                                conversion.fromStored().apply(stored.reader().apply(text))));
            }
            TextForm form = c.isEnum() ? EnumCodec.form(c) : TextForm.ofKey(c);
            form = form == null ? KotlinForms.text(c) : form;
            if (form != null) {
                return form;
            }
            ValueClass valueClass = ValueClass.of(c);
            if (valueClass != null) {
                return key(c, valueClass, place);
            }
        }
        throw place.refused(
                key,
                "cannot be a key of a map, because it has no form as a string",
                "Use String, an enum, UUID, a number or a time for the keys");
    }

    private static TextForm key(Class<?> type, ValueClass valueClass, Place place) {
        NumberForm number = KotlinForms.number(type);
        TextForm wrapped = number == null
                ? key(Types.plain(valueClass.wrapped()), place)
                : new TextForm(number.writer(), number.reader());
        return new TextForm(
                key -> wrapped.writer().apply(valueClass.unbox(key)),
                text -> valueClass.box(valueClass.construct(wrapped.reader().apply(text))));
    }

    private static Type argument(Type type, int index, Place place) {
        if (!(type instanceof ParameterizedType parameterized)) {
            throw place.refused(type, "says nothing of what is in it", "Declare it with its type arguments");
        }
        return parameterized.getActualTypeArguments()[index];
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static IntFunction<Collection<Object>> enumSet(Type type, Place place) {
        Class constants = TypeVariables.erasure(argument(type, 0, place));
        return size -> EnumSet.noneOf(constants);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static IntFunction<Map<Object, Object>> enumMap(Type type, Place place) {
        Class constants = TypeVariables.erasure(argument(type, 0, place));
        return size -> new EnumMap(constants);
    }
}
