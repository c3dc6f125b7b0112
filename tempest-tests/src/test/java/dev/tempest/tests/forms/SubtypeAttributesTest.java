package dev.tempest.tests.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.SubtypeAttribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where the name of a subtype stands, if it is a sealed type in a sealed type. */
class SubtypeAttributesTest {
    @SubtypeAttribute("shape")
    sealed interface Shape {}

    /** Inherits the attribute of its names. */
    sealed interface Round extends Shape {}

    record Circle(int radius) implements Round {}

    record Ring(int inner, int outer) implements Round {}

    /** Has one of its own, which counts where a property is declared as it. */
    @SubtypeAttribute("form")
    sealed interface Flat extends Shape {}

    record Square(int side) implements Flat {}

    record Drawing(@Attribute(name = "pk") String id, Shape any, Round round, Flat flat) {
        record Key(String id) {}
    }

    @Table(partitionKey = "pk")
    interface Drawings extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Drawing.Key, Drawing> drawings();
    }

    interface Db extends LogicalDb {
        @TableName("drawings")
        Drawings drawings();
    }

    @SubtypeAttribute("one")
    sealed interface One {}

    @SubtypeAttribute("other")
    sealed interface Other {}

    sealed interface Both extends One, Other {}

    record End() implements Both {}

    record Torn(@Attribute(name = "pk") String id, Both both) {
        record Key(String id) {}
    }

    @Table(partitionKey = "pk")
    interface Torns extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Torn.Key, Torn> torns();
    }

    interface TornDb extends LogicalDb {
        @TableName("drawings")
        Torns torns();
    }

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("drawings", Drawings.class));

    @Test
    void anAttributeIsInheritedUnlessTheSealedTypeHasOneOfItsOwn() {
        InlineView<Drawing.Key, Drawing> drawings =
                db.logicalDb(Db.class).drawings().drawings();
        Drawing drawing = new Drawing("a", new Circle(1), new Ring(1, 2), new Square(3));

        drawings.save(drawing);

        Map<String, AttributeValue> row = db.client()
                .getItem(get -> get.tableName("drawings").key(Map.of("pk", AttributeValue.fromS("a"))))
                .item();
        assertThat(row.get("any").m()).containsEntry("shape", AttributeValue.fromS("Circle"));
        assertThat(row.get("round").m()).containsEntry("shape", AttributeValue.fromS("Ring"));
        assertThat(row.get("flat").m()).containsEntry("form", AttributeValue.fromS("Square"));
        assertThat(drawings.load(new Drawing.Key("a"))).isEqualTo(drawing);
    }

    @Test
    void twoInheritedAttributesAreRefused() {
        assertThatThrownBy(() -> db.logicalDb(TornDb.class))
                .hasMessageContaining("SubtypeAttributesTest.Both inherits one @SubtypeAttribute from"
                        + " SubtypeAttributesTest.One and another from SubtypeAttributesTest.Other. Put the one that"
                        + " applies on SubtypeAttributesTest.Both.");
    }
}
