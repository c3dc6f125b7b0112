package dev.tempest.tests.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Fallback;
import dev.tempest.Subtype;
import dev.tempest.Version;
import dev.tempest.internal.reflect.TypeModel;
import dev.tempest.sdk2.internal.schema.value.SdkCodecs;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A type that has no stored form is refused when the database is created, with the class, the property and what to do. */
class WrongTypesTest {
    private static AbstractThrowableAssert<?, ?> refused(Class<?> item) {
        return assertThatThrownBy(() -> {
                    var codecs = SdkCodecs.values();
                    TypeModel.ofItem(item).properties().forEach(codecs::of);
                })
                .isInstanceOf(IllegalArgumentException.class);
    }

    record HoldsAnything(Object value) {}

    record HoldsAnythingInAList(List<Object> values) {}

    record HoldsThread(List<Thread> threads) {}

    interface Open {}

    record HoldsOpen(Open open) {}

    @SuppressWarnings("rawtypes")
    record HoldsRaw(List list) {}

    @Test
    void typesWithoutAForm() {
        refused(HoldsAnything.class)
                .hasMessage(
                        "WrongTypesTest.HoldsAnything.value is an Object, which says nothing of what is in it. Declare the"
                                + " type of its values.");
        refused(HoldsAnythingInAList.class)
                .hasMessage(
                        "WrongTypesTest.HoldsAnythingInAList.values is a List<Object>, and Object says nothing of what is in"
                                + " it. Declare the type of its values.");
        refused(HoldsThread.class)
                .hasMessage(
                        "WrongTypesTest.HoldsThread.threads is a List<Thread>, and Thread has no stored form. Use another"
                                + " type, or give the property a converter.");
        refused(HoldsOpen.class)
                .hasMessage(
                        "WrongTypesTest.HoldsOpen.open is a WrongTypesTest.Open, which has no stored form. Make it sealed, or"
                                + " give the property a converter.");
        refused(HoldsRaw.class)
                .hasMessage(
                        "WrongTypesTest.HoldsRaw.list is a List, which says nothing of what is in it. Declare it with its"
                                + " type arguments.");
    }

    record HoldsOddMap(Map<byte[], String> map) {}

    record HoldsOddCollection(CopyOnWriteArrayList<String> list) {}

    record HoldsOddMapType(IdentityHashMap<String, String> map) {}

    @Test
    void collections() {
        refused(HoldsOddMap.class)
                .hasMessage(
                        "WrongTypesTest.HoldsOddMap.map is a Map<byte[], String>, and byte[] cannot be a key of a map, because"
                                + " it has no form as a string. Use String, an enum, UUID, a number or a time for the keys.");
        refused(HoldsOddCollection.class)
                .hasMessageContaining(
                        "is a collection that this library cannot make. Declare a List, a Set or a SortedSet.");
        refused(HoldsOddMapType.class)
                .hasMessageContaining("is a map that this library cannot make. Declare a Map or a SortedMap.");
    }

    record Growing<T>(T value, Growing<List<T>> more) {}

    record HoldsGrowing(Growing<String> growing) {}

    @Test
    void typesWithoutAnEnd() {
        refused(HoldsGrowing.class)
                .hasMessageContaining(
                        "is in itself with other type arguments each time, without end. Declare what is in it with"
                                + " the same type arguments.");
    }

    sealed interface Twins {
        @Subtype("twin")
        record One() implements Twins {}

        @Subtype("twin")
        record Two() implements Twins {}
    }

    record HoldsTwins(Twins twins) {}

    sealed interface Typed {
        record One(String type) implements Typed {}
    }

    record HoldsTyped(Typed typed) {}

    sealed interface Half {
        non-sealed class One implements Half {}
    }

    record HoldsHalf(Half half) {}

    sealed interface Mixed {
        enum One implements Mixed {
            A
        }
    }

    record HoldsMixed(Mixed mixed) {}

    sealed interface Lost {
        @Fallback
        record One() implements Lost {}

        @Fallback
        record Two() implements Lost {}
    }

    record HoldsLost(Lost lost) {}

    @Test
    void subtypesThatCannotBeToldApart() {
        refused(HoldsTwins.class)
                .hasMessage("WrongTypesTest.Twins has two subtypes of the name twin, WrongTypesTest.Twins.One and"
                        + " WrongTypesTest.Twins.Two. Give one of them another with @Subtype.");
        refused(HoldsTyped.class)
                .hasMessage(
                        "WrongTypesTest.Typed.One.type is stored in attribute type, and so is the name of the subtype of"
                                + " WrongTypesTest.Typed. Put @SubtypeAttribute with another name on WrongTypesTest.Typed.");
        refused(HoldsHalf.class)
                .hasMessage(
                        "WrongTypesTest.Half.One is a subtype of WrongTypesTest.Half and may have subtypes that are not known."
                                + " Make it final, sealed or a record.");
        refused(HoldsMixed.class)
                .hasMessage(
                        "WrongTypesTest.Mixed.One is an enum and a subtype of WrongTypesTest.Mixed, whose subtypes are stored"
                                + " as maps. Make each constant a record.");
        refused(HoldsLost.class)
                .hasMessage(
                        "WrongTypesTest.Lost.Two is a @Fallback, and so is WrongTypesTest.Lost.One. Keep one of them.");
    }

    enum Alike {
        A,
        B;

        @Override
        public String toString() {
            return "same";
        }
    }

    record HoldsAlike(Alike alike) {}

    enum Broken {
        A;

        @Override
        public String toString() {
            return "\uD800";
        }
    }

    record HoldsBroken(Set<Broken> broken) {}

    enum TwoFallbacks {
        @Fallback
        A,
        @Fallback
        B
    }

    record HoldsTwoFallbacks(Map<TwoFallbacks, String> map) {}

    @Test
    void enums() {
        refused(HoldsAlike.class)
                .hasMessage(
                        "WrongTypesTest.Alike.B is stored as its toString(), which is that of A too. Let toString() return"
                                + " another text for each constant.");
        refused(HoldsBroken.class)
                .hasMessage(
                        "WrongTypesTest.Broken.A is stored as its toString(), which has half of a surrogate pair, which has no"
                                + " form in UTF-8. Let toString() return another text.");
        refused(HoldsTwoFallbacks.class)
                .hasMessage("WrongTypesTest.TwoFallbacks.B is a @Fallback, and so is A. Keep one of them.");
    }

    record Prefixed(@Attribute(prefix = "P_") String text) {}

    record HoldsPrefixed(Prefixed prefixed) {}

    record Versioned(@Version long version) {}

    record HoldsVersioned(List<Versioned> versioned) {}

    record Doubled(
            @Attribute(name = "a") String one,
            @Attribute(name = "a") String two) {}

    record HoldsDoubled(Doubled doubled) {}

    @SuppressWarnings("ClassCanBeStatic")
    final class Inner {
        final String name = "";
    }

    record HoldsInner(Inner inner) {}

    @Test
    void classesInsideOfItems() {
        refused(HoldsPrefixed.class)
                .hasMessage(
                        "WrongTypesTest.Prefixed.text has a prefix, but its class is stored inside of items. Remove it; only"
                                + " properties of items themselves can have one.");
        refused(HoldsVersioned.class)
                .hasMessage(
                        "WrongTypesTest.Versioned.version is a @Version, but its class is stored inside of items. Remove it;"
                                + " only properties of items themselves can have one.");
        refused(HoldsDoubled.class)
                .hasMessage(
                        "WrongTypesTest.Doubled.two is stored in attribute a, and so is another property. Give each its own"
                                + " attribute.");
        refused(HoldsInner.class)
                .hasMessage(
                        "WrongTypesTest.HoldsInner.inner: WrongTypesTest.Inner belongs to an object of its enclosing class."
                                + " Make it a static class.");
    }

    public static class YesNo implements AttributeConverter<Boolean> {
        @Override
        public AttributeValue transformFrom(Boolean yes) {
            return AttributeValue.fromS(yes ? "yes" : "no");
        }

        @Override
        public Boolean transformTo(AttributeValue value) {
            return value.s().equals("yes");
        }

        @Override
        public EnhancedType<Boolean> type() {
            return EnhancedType.of(Boolean.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.S;
        }
    }

    public static final class Closed extends YesNo {
        private Closed() {}
    }

    record HoldsOtherConverter(
            @DynamoDbConvertedBy(YesNo.class) String text) {}

    record HoldsClosedConverter(
            @DynamoDbConvertedBy(Closed.class) Boolean yes) {}

    @Test
    void converters() {
        refused(HoldsOtherConverter.class)
                .hasMessage(
                        "WrongTypesTest.HoldsOtherConverter.text is a String, but its converter WrongTypesTest.YesNo converts a"
                                + " Boolean. Make both the same type.");
        refused(HoldsClosedConverter.class)
                .hasMessage(
                        "WrongTypesTest.HoldsClosedConverter.yes has the converter WrongTypesTest.Closed, which cannot be made"
                                + " (java.lang.NoSuchMethodException). Give it a public constructor without parameters, and make it"
                                + " public.");
    }

    record Yes(@DynamoDbConvertedBy(YesNo.class) boolean yes) {}

    @Test
    void aConverterOnAPropertyReplacesTheCodecOfItsType() {
        var property = TypeModel.ofItem(Yes.class).properties().get(0);

        assertThat(SdkCodecs.values().of(property).toValue(true)).isEqualTo(AttributeValue.fromS("yes"));
    }
}
