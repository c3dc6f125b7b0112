package dev.tempest.sdk2.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is read of a bean is what the SDK reads of it. */
class BeanReadingTest {
    static Stream<Class<?>> plainBeans() {
        return Stream.of(
                PlainBeans.Kinds.class,
                PlainBeans.Indexed.class,
                PlainBeans.Tagged.class,
                PlainBeans.Named.class,
                PlainBeans.Converted.class,
                PlainBeans.Provided.class,
                PlainBeans.Child.class,
                PlainBeans.OnlyPaired.class);
    }

    @ParameterizedTest
    @MethodSource("plainBeans")
    <RI> void thePlainBeanHasTheAttributesKeysAndTagsThatTheSdkReads(Class<RI> bean) {
        BeanSchema<RI> read = BeanReading.of(bean);

        TableSchema<RI> sdks = TableSchema.fromBean(bean);
        assertThat(read).isNotNull();
        assertThat(read.attributeNames()).isEqualTo(sdks.attributeNames());
        assertThat(read.tableMetadata()).isEqualTo(sdks.tableMetadata());
        assertThat(read.itemType()).isEqualTo(sdks.itemType());
        assertThat(read.types()).containsOnlyKeys(sdks.attributeNames());
    }

    @ParameterizedTest
    @MethodSource("plainBeans")
    <RI> void eachAttributeHasTheConverterThatTheSdkGivesIt(Class<RI> bean) {
        BeanSchema<RI> read = BeanReading.of(bean);

        TableSchema<RI> sdks = TableSchema.fromBean(bean);
        assertThat(read).isNotNull();
        for (String name : sdks.attributeNames()) {
            assertThat(read.converterForAttribute(name))
                    .as(name)
                    .hasSameClassAs(sdks.converterForAttribute(name))
                    .extracting(converter -> converter.type())
                    .isEqualTo(sdks.converterForAttribute(name).type());
            assertThat(read.converters().get(name).attributeValueType())
                    .as(name)
                    .isEqualTo(sdks.converterForAttribute(name).attributeValueType());
        }
        assertThat(read.converterForAttribute("none")).isNull();
    }

    @Test
    void theTypesAreTheDeclaredOnes() {
        BeanSchema<PlainBeans.Kinds> read = BeanReading.of(PlainBeans.Kinds.class);

        assertThat(read).isNotNull();
        assertThat(read.types()).containsEntry("big", long.class).containsEntry("boxedLong", Long.class);
        assertThat(read.types().get("counts")).hasToString("java.util.Map<java.lang.String, java.lang.Integer>");
    }

    @Test
    void aRawItemIsReadAndWrittenByTheSdk() {
        PlainBeans.Named item = new PlainBeans.Named();
        item.setId("a");
        item.setThird("c");
        item.setFourth("not stored");

        BeanSchema<PlainBeans.Named> read = BeanReading.of(PlainBeans.Named.class);

        assertThat(read).isNotNull();
        Map<String, AttributeValue> row = read.itemToMap(item, true);
        assertThat(row)
                .containsOnly(
                        Map.entry("id", AttributeValue.fromS("a")), Map.entry("three", AttributeValue.fromS("c")));
        assertThat(read.itemToMap(item, Set.of("id"))).containsOnlyKeys("id");
        assertThat(read.attributeValue(item, "three")).isEqualTo(AttributeValue.fromS("c"));
        assertThat(read.mapToItem(row).getThird()).isEqualTo("c");
        assertThat(read.mapToItem(Map.of(), true)).isNotNull();
    }

    static Stream<Class<?>> unusualBeans() {
        return Stream.of(
                UnusualBeans.Fluent.class,
                UnusualBeans.Overloaded.class,
                UnusualBeans.TwoGetters.class,
                UnusualBeans.OtherSetter.class,
                UnusualBeans.Abstract.class,
                UnusualBeans.WithBean.class,
                UnusualBeans.WithBeans.class,
                UnusualBeans.Flattened.class,
                UnusualBeans.Repeated.class,
                UnusualBeans.HasTransient.class,
                UnusualBeans.Described.class,
                UnusualBeans.WithDefault.class,
                UnusualBeans.IndexedGetter.class,
                UnusualBeans.Immutable.class);
    }

    @ParameterizedTest
    @MethodSource("unusualBeans")
    void theSdkReadsTheBeanThatLeavesSomethingToDecide(Class<?> bean) {
        assertThat(BeanReading.of(bean)).isNull();
        assertThat(RawSchema.of(bean).schema()).isSameAs(TableSchema.fromClass(bean));
    }

    static Stream<Class<?>> beansThatTheSdkRefuses() {
        return Stream.of(
                UnusualBeans.OfGeneric.class,
                UnusualBeans.Hidden.class,
                UnusualBeans.NoConstructor.class,
                UnusualBeans.Unannotated.class,
                UnusualBeans.SameName.class,
                UnusualBeans.Unconvertible.class,
                UnusualBeans.BadKey.class);
    }

    @ParameterizedTest
    @MethodSource("beansThatTheSdkRefuses")
    void theSdkSaysWhyItRefusesABean(Class<?> bean) {
        Throwable sdks = catchThrowable(() -> TableSchema.fromClass(bean));

        assertThat(BeanReading.of(bean)).isNull();
        assertThatThrownBy(() -> RawSchema.of(bean)).hasMessageContaining(sdks.getMessage());
    }
}
