package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.AbstractAmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import dev.tempest.Codec;
import dev.tempest.Table;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import net.jqwik.time.api.Dates;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Without raw item types, both lines of the SDK store the same item in the same way. */
class StoredAlikeTest {
    enum Color {
        RED,
        GREEN
    }

    sealed interface Shape {}

    record Circle(int radius) implements Shape {}

    record Named(String name, Optional<Color> color) implements Shape {}

    @SuppressWarnings("ArrayRecordComponent") // Compared by its elements.
    record Scalars(String text, Long number, BigDecimal amount, Boolean yes, byte[] bytes, UUID uuid, Color color) {}

    record Times(Instant instant, LocalDate day, Duration duration) {}

    record Compounds(
            Set<String> texts, Set<Long> numbers, List<String> list, Map<Color, Integer> map, List<Shape> shapes) {}

    record Item(String id, Scalars scalars, Times times, Compounds compounds, String text, Long number, Boolean yes) {
        record Key(String id) {}
    }

    @Table(partitionKey = "id")
    interface Items1 extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "id")
    interface Items2
            extends dev.tempest.sdk2.LogicalTable<
                    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> {}

    interface Db1 extends LogicalDb {}

    interface Db2 extends dev.tempest.sdk2.LogicalDb {}

    private final Codec<Item, Map<String, AttributeValue>> sdk1 = LogicalDb.builder(Db1.class)
            .client(new AbstractAmazonDynamoDB() {})
            .build()
            .logicalTable("items", Items1.class)
            .codec(Item.class);
    private final Codec<Item, Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> sdk2 =
            dev.tempest.sdk2.LogicalDb.create(
                            Db2.class,
                            DynamoDbEnhancedClient.builder()
                                    .dynamoDbClient(new DynamoDbClient() {
                                        @Override
                                        public String serviceName() {
                                            return SERVICE_NAME;
                                        }

                                        @Override
                                        public void close() {}
                                    })
                                    .build())
                    .logicalTable("items", Items2.class)
                    .codec(Item.class);

    @Provide
    Arbitrary<Item> items() {
        Arbitrary<String> texts = Arbitraries.strings().ascii().ofMaxLength(20).injectNull(0.1);
        Arbitrary<Long> numbers = Arbitraries.longs().injectNull(0.1);
        Arbitrary<Boolean> booleans = Arbitraries.of(true, false).injectNull(0.1);
        Arbitrary<Color> colors = Arbitraries.of(Color.class);
        Arbitrary<Scalars> scalars = Combinators.combine(
                        texts,
                        numbers,
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.valueOf(-1_000_000), BigDecimal.valueOf(1_000_000))
                                .injectNull(0.1),
                        booleans,
                        Arbitraries.bytes()
                                .array(byte[].class)
                                .ofMinSize(1)
                                .ofMaxSize(10)
                                .injectNull(0.1),
                        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
                                .as(UUID::new)
                                .injectNull(0.1),
                        colors.injectNull(0.1))
                .as(Scalars::new);
        Arbitrary<Times> times = Combinators.combine(
                        DateTimes.instants().injectNull(0.1),
                        Dates.dates().injectNull(0.1),
                        Arbitraries.integers().map(Duration::ofMillis).injectNull(0.1))
                .as(Times::new);
        Arbitrary<Shape> shapes = Arbitraries.oneOf(
                Arbitraries.integers().map(Circle::new),
                Combinators.combine(texts, colors.optional()).as(Named::new));
        Arbitrary<Compounds> compounds = Combinators.combine(
                        Arbitraries.strings()
                                .alpha()
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(4)
                                .injectNull(0.1),
                        Arbitraries.longs().set().ofMinSize(1).ofMaxSize(4).injectNull(0.1),
                        Arbitraries.strings().alpha().list().ofMaxSize(4).injectNull(0.1),
                        Arbitraries.maps(colors, Arbitraries.integers()).injectNull(0.1),
                        shapes.list().ofMaxSize(3).injectNull(0.1))
                .as(Compounds::new);
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(10),
                        scalars,
                        times,
                        compounds,
                        texts,
                        numbers,
                        booleans)
                .as(Item::new);
    }

    @Property(tries = 500)
    void anItemIsStoredAsBySdk2(@ForAll("items") Item item) {
        Map<String, AttributeValue> row = sdk1.toDb(item);

        assertThat(ofSdk2(row)).isEqualTo(sdk2.toDb(item));
        assertThat(sdk1.toApp(row)).usingRecursiveComparison().isEqualTo(item);
    }

    private static Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> ofSdk2(
            Map<String, AttributeValue> values) {
        Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> converted = new HashMap<>();
        values.forEach((name, value) -> converted.put(name, ofSdk2(value)));
        return converted;
    }

    private static software.amazon.awssdk.services.dynamodb.model.AttributeValue ofSdk2(AttributeValue value) {
        var converted = software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder()
                .s(value.getS())
                .n(value.getN())
                .bool(value.getBOOL())
                .nul(value.getNULL())
                .ss(value.getSS())
                .ns(value.getNS());
        if (value.getB() != null) {
            converted.b(SdkBytes.fromByteBuffer(value.getB()));
        }
        if (value.getL() != null) {
            converted.l(value.getL().stream().map(StoredAlikeTest::ofSdk2).toList());
        }
        if (value.getM() != null) {
            converted.m(ofSdk2(value.getM()));
        }
        return converted.build();
    }
}
