package dev.tempest.tests.sdk1;

import static dev.tempest.Attributes.attr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.model.AttributeAction;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.AttributeValueUpdate;
import dev.tempest.Attribute;
import dev.tempest.KeyTemplate;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.UpdateConflictException;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalDbBuilder;
import dev.tempest.sdk1.LogicalTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How long a patch of SDK 1.x that reads first goes on, where another writer is always faster. */
class Sdk1UpdateTimeTest {
    @KeyTemplate(attribute = "place", value = "{city}#{street}")
    record Shop(@Attribute(name = "id") String id, String city, String street, Integer visits) {
        record Key(String id) {}
    }

    @Table(partitionKey = "id")
    interface Shops extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Shop.Key, Shop> shops();
    }

    interface Db extends LogicalDb {
        @TableName("shops")
        Shops shops();
    }

    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table("shops", Shops.class);

    private static LogicalDbBuilder<Db> builder(AmazonDynamoDB client) {
        return LogicalDb.builder(Db.class).client(client);
    }

    @Test
    void aPatchGivesUpAfterTheTimeThatTheBuilderSays() {
        AmazonDynamoDB client = db.client();
        AtomicInteger visits = new AtomicInteger(1);
        AmazonDynamoDB slower = Intercepted.client(client, "transactWriteItems", (request, proceed) -> {
            AttributeValue next = new AttributeValue().withN("" + visits.incrementAndGet());
            client.updateItem(
                    "shops",
                    Map.of("id", new AttributeValue("1")),
                    Map.of(
                            "visits",
                            new AttributeValueUpdate()
                                    .withAction(AttributeAction.PUT)
                                    .withValue(next)));
            return proceed.apply(request);
        });
        InlineView<Shop.Key, Shop> shops = builder(slower)
                .updateTimeout(Duration.ofMillis(40))
                .build()
                .shops()
                .shops();
        shops.save(new Shop("1", "Bath", "High Street", 1));

        assertThatThrownBy(() -> shops.patch(new Shop.Key("1"), attr(Shop::city).set("Bern")))
                .isInstanceOf(UpdateConflictException.class)
                .hasMessageContaining("within 40 ms");
        assertThat(shops.load(new Shop.Key("1")).city()).isEqualTo("Bath");
    }

    @Test
    void theTimeHasLimits() {
        for (Duration time : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMinutes(10))) {
            assertThatThrownBy(() -> builder(db.client()).updateTimeout(time))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The time of an update must be more than nothing and at most 9 minutes, not " + time + ".");
        }
    }
}
