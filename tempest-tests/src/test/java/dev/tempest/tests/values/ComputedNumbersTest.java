package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.BeginsWith;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.tests.sdk1.Sdk1Db;
import dev.tempest.tests.values.Values.Db;
import dev.tempest.tests.values.Values.Db1;
import dev.tempest.tests.values.Values.Fragile;
import dev.tempest.tests.values.Values.ItemKey;
import dev.tempest.tests.values.Values.Price;
import dev.tempest.tests.values.Values.Rated;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Computed and constant numbers are compared with the stored ones by value, at every depth. */
class ComputedNumbersTest {
    @RegisterExtension
    final Sdk1Db db = new Sdk1Db().table(Values.TABLE, ValueRow1.class);

    private static final List<Price> PRICES = List.of(
            new Price("p", "1", new BigDecimal("10.00")),
            new Price("p", "2", new BigDecimal("10.01")),
            new Price("p", "3", BigDecimal.ZERO));

    private Values.Table table;
    private Values.Table1 table1;

    @BeforeEach
    void connect() {
        table = db.sdk2().logicalDb(Db.class).table();
        table1 = LogicalDb.create(Db1.class, db.mapper()).table();
    }

    @Test
    void anItemWithComputedNumbersIsReadAgain() {
        PRICES.forEach(table.prices()::save);

        assertThat(table.prices().load(new ItemKey("p", "1")).gross()).isEqualByComparingTo("12");
        assertThat(table.prices().query(new BeginsWith<>(new ItemKey("p", ""))).contents())
                .hasSize(3);
        assertThat(table1.prices()
                        .query(new BeginsWith<>(new ItemKey("p", null)))
                        .contents())
                .hasSize(3);
    }

    @Test
    void anItemThatSdk1WroteIsReadAgain() {
        PRICES.forEach(table1.prices()::save);

        assertThat(table1.prices().scanAllContents()).hasSize(3);
        assertThat(table.prices().scanAllContents()).hasSize(3);
    }

    @Test
    void anItemWithAConstantNumberIsReadAgain() {
        table.rated().save(new Rated("p", "1"));

        assertThat(table.rated().load(new ItemKey("p", "1")).id).isEqualTo("1");
        assertThat(table1.rated().load(new ItemKey("p", "1")).id).isEqualTo("1");
    }

    @Test
    void anItemWhoseComputedPropertyThrowsIsUnreadable() {
        table.fragile().save(new Fragile("p", "1", "a"));
        db.sdk2()
                .client()
                .putItem(put -> put.tableName(Values.TABLE)
                        .item(Map.of(
                                "pk", AttributeValue.fromS("p"),
                                "sk", AttributeValue.fromS("F_2"),
                                "rank", AttributeValue.fromS("a"))));

        assertThatThrownBy(() -> table.fragile().load(new ItemKey("p", "2")))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("the computed Values.Fragile.rank threw java.lang.NullPointerException");
        assertThat(table.fragile()
                        .query(
                                new BeginsWith<>(new ItemKey("p", "")),
                                QueryConfig.builder().skipUnreadableItems().build())
                        .contents())
                .hasSize(1);
    }

    @Test
    void anotherNumberIsStillRefused() {
        table.prices().save(PRICES.get(0));
        for (String attribute : List.of("gross", "ratio")) {
            change(attribute, AttributeValue.fromN("12.001"));
        }
        change("steps", AttributeValue.fromNs(List.of("1.5", "1001")));
        change("amounts", AttributeValue.fromL(List.of(AttributeValue.fromN("2"), AttributeValue.fromN("1000"))));
        change("shares", AttributeValue.fromM(Map.of("all", AttributeValue.fromN("100"))));
        change("gross", AttributeValue.fromNul(true));

        assertThat(table.prices().load(new ItemKey("p", "1"))).isNotNull();
    }

    /** For a moment. */
    private void change(String attribute, AttributeValue value) {
        Map<String, AttributeValue> key = Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS("P_1"));
        Map<String, AttributeValue> row = db.sdk2()
                .client()
                .getItem(get -> get.tableName(Values.TABLE).key(key))
                .item();
        Map<String, AttributeValue> changed = new java.util.HashMap<>(row);
        changed.put(attribute, value);
        db.sdk2().client().putItem(put -> put.tableName(Values.TABLE).item(changed));
        if (value.nul() == null) {
            assertThatThrownBy(() -> table.prices().load(new ItemKey("p", "1")))
                    .as(attribute)
                    .isInstanceOf(UnreadableItemException.class)
                    .hasMessageContaining("Price." + attribute);
            assertThatThrownBy(() -> table1.prices().load(new ItemKey("p", "1")))
                    .as(attribute)
                    .isInstanceOf(UnreadableItemException.class);
        }
        db.sdk2().client().putItem(put -> put.tableName(Values.TABLE).item(row));
    }
}
