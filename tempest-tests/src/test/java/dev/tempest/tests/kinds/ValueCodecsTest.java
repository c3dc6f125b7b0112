package dev.tempest.tests.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.schema.AttributeCodec;
import dev.tempest.sdk2.internal.schema.value.SdkCodecs;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverterProvider;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is stored for a value by its type alone is what the SDK's enhanced client stores, and either reads what the other stored. */
class ValueCodecsTest {
    private static final int TRIES = 1000;

    /** A bean's properties have more to say of how they are stored than their types. */
    private static final Set<String> OF_BEANS =
            Set.of("sparseBean", "emptyBean", "converted", "flatText", "flatNumber");

    static Stream<Kind> scalars() {
        return Kind.scalars();
    }

    static Stream<Kind> compounds() {
        return Kind.compounds()
                .filter(kind -> !OF_BEANS.contains(kind.property()))
                .filter(kind -> !kind.property().matches("(?i).*(bean|immutable).*"));
    }

    @ParameterizedTest
    @MethodSource
    void scalars(Kind kind) {
        tryValues(kind, Scalars.class);
    }

    @ParameterizedTest
    @MethodSource
    void compounds(Kind kind) {
        tryValues(kind, Compounds.class);
    }

    private static void tryValues(Kind kind, Class<? extends Record> type) {
        Type property = typeOf(kind.property(), type);
        AttributeCodec<AttributeValue> ours = SdkCodecs.values().of(type, kind.property(), property);
        AttributeConverter<Object> theirs = converter(property);
        kind.tryValues(TRIES, (description, value) -> {
            if (value == null) {
                return;
            }
            AttributeValue stored = ours.toValue(value);
            AttributeValue expected = theirs.transformFrom(value);

            assertThat(SdkValues.INSTANCE.same(stored, expected))
                    .as("%s: %s is %s", description, stored, expected)
                    .isTrue();
            assertThat(SdkValues.INSTANCE.kind(stored)).isEqualTo(ours.kind());
            assertThat(comparable(ours.toProperty(expected)))
                    .as(description)
                    .usingRecursiveComparison()
                    .isEqualTo(comparable(theirs.transformTo(stored)));
        });
    }

    private static Object comparable(Object value) {
        return value instanceof CharSequence text ? text.toString() : value;
    }

    private static Type typeOf(String property, Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getName().equals(property))
                .map(RecordComponent::getGenericType)
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static AttributeConverter<Object> converter(Type type) {
        return (AttributeConverter<Object>)
                AttributeConverterProvider.defaultProvider().converterFor(EnhancedType.of(type));
    }
}
