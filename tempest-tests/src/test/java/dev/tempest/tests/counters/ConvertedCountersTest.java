package dev.tempest.tests.counters;

import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.EnhancedType;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbConvertedBy;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What DynamoDB adds must be what the property gets: increments of numbers that a converter stores as others. */
class ConvertedCountersTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("meters", Meters.class));

    record Meter(
            @Attribute(name = "pk", prefix = "METER_") String id, long cents, long level, float rate, double exact) {
        record Key(String id) {}

        @Override
        @DynamoDbConvertedBy(Hundredfold.class)
        public long cents() {
            return cents;
        }

        @Override
        @DynamoDbConvertedBy(OneMore.class)
        public long level() {
            return level;
        }
    }

    @Table(partitionKey = "pk")
    interface Meters extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Meter.Key, Meter> meters();
    }

    interface Db extends LogicalDb {
        @TableName("meters")
        Meters meters();
    }

    abstract static class Scaled implements AttributeConverter<Long> {
        private final long factor;
        private final long first;

        Scaled(long factor, long first) {
            this.factor = factor;
            this.first = first;
        }

        @Override
        public AttributeValue transformFrom(Long input) {
            return AttributeValue.fromN(Long.toString(Math.addExact(Math.multiplyExact(input, factor), first)));
        }

        @Override
        public Long transformTo(AttributeValue input) {
            return (Long.parseLong(input.n()) - first) / factor;
        }

        @Override
        public EnhancedType<Long> type() {
            return EnhancedType.of(Long.class);
        }

        @Override
        public AttributeValueType attributeValueType() {
            return AttributeValueType.N;
        }
    }

    public static final class Hundredfold extends Scaled {
        public Hundredfold() {
            super(100, 0);
        }
    }

    public static final class OneMore extends Scaled {
        public OneMore() {
            super(1, 1);
        }
    }

    private InlineView<Meter.Key, Meter> meters;
    private final Meter.Key key = new Meter.Key("1");

    @BeforeEach
    void open() {
        meters = db.logicalDb(Db.class).meters().meters();
        meters.save(new Meter("1", 5, 5, 1, 1));
    }

    @Test
    void whatIsProportionalIsAdded() {
        assertThat(meters.increment(key, "cents", 2)).isEqualTo(7);
        assertThat(meters.load(key)).isEqualTo(new Meter("1", 7, 5, 1, 1));
    }

    @Test
    void whatIsNotIsRefused() {
        String message =
                "ConvertedCountersTest.Meter.level is stored as a number that is not proportional to its own, so"
                        + " DynamoDB would add another one. Name another property, or change its converter.";

        assertThatThrownBy(() -> meters.increment(key, "level", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> meters.patch(key, number(Meter::level).add(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThat(meters.load(key)).isEqualTo(new Meter("1", 5, 5, 1, 1));
    }

    @Test
    void whatTheTypeOrDynamoDbCannotHoldIsRefused() {
        for (double huge : new double[] {1e200, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> meters.increment(key, Increment.of("rate", huge)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "ConvertedCountersTest.Meter.rate is a Float, and cannot hold the number that it is given.");
            assertThatThrownBy(() -> meters.increment(key, Increment.of("exact", huge)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "ConvertedCountersTest.Meter.exact is a Double, and cannot hold the number that it is given.");
        }
        assertThat(meters.load(key)).isEqualTo(new Meter("1", 5, 5, 1, 1));
    }
}
