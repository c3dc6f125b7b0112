package dev.tempest.tests.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.UnreadableItemException;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A computed property is an {@code Optional}, and another program has stored something else, or nothing. */
class ComputedOptionalsTest {
    record Person(@Attribute(name = "pk") String id, String nickname) {
        @Attribute(name = "initial")
        Optional<String> initial() {
            return nickname == null ? Optional.empty() : Optional.of(nickname.substring(0, 1));
        }

        record Key(String id) {}
    }

    @Table(partitionKey = "pk")
    interface People extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Person.Key, Person> people();
    }

    interface Db extends LogicalDb {
        @TableName("people")
        People people();
    }

    private static final Person.Key KEY = new Person.Key("a");

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("people", People.class));

    private InlineView<Person.Key, Person> people;

    @BeforeEach
    void connect() {
        people = db.logicalDb(Db.class).people().people();
    }

    private void store(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> row = new HashMap<>(attributes);
        row.put("pk", AttributeValue.fromS("a"));
        db.client().putItem(put -> put.tableName("people").item(row));
    }

    @Test
    void nullIsReadAsAbsent() {
        store(Map.of("nickname", AttributeValue.fromS("Bo"), "initial", AttributeValue.fromNul(true)));
        assertThat(people.load(KEY)).isEqualTo(new Person("a", "Bo"));

        store(Map.of("initial", AttributeValue.fromNul(true)));
        assertThat(people.load(KEY)).isEqualTo(new Person("a", null));

        store(Map.of("nickname", AttributeValue.fromS("Bo")));
        assertThat(people.load(KEY)).isEqualTo(new Person("a", "Bo"));
    }

    @Test
    void anotherValueIsUnreadable() {
        store(Map.of("nickname", AttributeValue.fromS("Bo"), "initial", AttributeValue.fromS("C")));

        assertThatThrownBy(() -> people.load(KEY))
                .isInstanceOf(UnreadableItemException.class)
                .hasMessageContaining("its attribute initial differs from ComputedOptionalsTest.Person.initial");
    }
}
