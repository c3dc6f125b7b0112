package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The type variables of generic supertypes stand for what the item type gives for them. */
class GenericTypesTest {
    interface Table extends LogicalTable<SharedRow> {}

    private final LogicalDb db = Unconnected.db();
    private final Table table = db.logicalTable("rows", Table.class);

    abstract static class Event<P, Q> {
        final String pk;

        @Attribute(name = "sk", prefix = "EVENT_")
        final String id;

        @Attribute(name = "kind")
        final P payload;

        final List<Q> tags;

        Event(String pk, String id, P payload, List<Q> tags) {
            this.pk = pk;
            this.id = id;
            this.payload = payload;
            this.tags = tags;
        }

        P payload() {
            return payload;
        }
    }

    abstract static class Middle<Q> extends Event<String, Q> {
        Middle(String pk, String id, String payload, List<Q> tags) {
            super(pk, id, payload, tags);
        }
    }

    static class TextEvent extends Middle<String> {
        TextEvent(String pk, String id, String payload, List<String> tags) {
            super(pk, id, payload, tags);
        }

        record Key(String pk, String id) {}
    }

    @Test
    void fieldsOfAGenericBaseClassHaveTheTypesThatTheSubclassGives() {
        table.inlineView(TextEvent.Key.class, TextEvent.class);

        SharedRow row = table.codec(TextEvent.class).toDb(new TextEvent("p", "1", "x", List.of("y")));
        assertThat(row.getKind()).isEqualTo("x");
        TextEvent read = table.codec(TextEvent.class).toApp(row);
        assertThat(read.payload).isEqualTo("x");
        assertThat(read.tags).containsExactly("y");
    }

    static class NumberEvent extends Middle<Integer> {
        NumberEvent(String pk, String id, String payload, List<Integer> tags) {
            super(pk, id, payload, tags);
        }
    }

    @Test
    void anotherTypeThanTheAttributesIsNamedAsTheSubclassGivesIt() {
        assertThatThrownBy(() -> table.codec(NumberEvent.class))
                .hasMessage("GenericTypesTest.NumberEvent.tags is a List<Integer>, but attribute tags of SharedRow is a"
                        + " List<String>. Make both the same type.");
    }

    static class Box<T> {
        private T kind;

        @Attribute(prefix = "BOX_")
        private T sk;

        private String pk;

        String describe() {
            return pk + "/" + sk;
        }

        public T getKind() {
            return kind;
        }

        public void setKind(T kind) {
            this.kind = kind;
        }
    }

    static class TextBox extends Box<String> {}

    @Test
    void propertiesWithSettersMayBeGeneric() {
        TextBox box = new TextBox();
        box.setKind("x");
        ((Box<String>) box).sk = "1";
        ((Box<String>) box).pk = "p";

        SharedRow row = table.codec(TextBox.class).toDb(box);
        assertThat(row.getSk()).isEqualTo("BOX_1");
        TextBox read = table.codec(TextBox.class).toApp(row);
        assertThat(read.getKind()).isEqualTo("x");
        assertThat(read.describe()).isEqualTo("p/1");
    }

    record Wrapped<T>(
            String pk, @Attribute(prefix = "WRAPPED_") String sk, T kind) {}

    @Test
    void aVariableThatNothingIsGivenForIsNoType() {
        assertThatThrownBy(() -> table.codec(Wrapped.class))
                .hasMessage(
                        "GenericTypesTest.Wrapped.kind is a T, but attribute kind of SharedRow is a String. Make both the"
                                + " same type.");
    }

    interface HasOne<K, I> extends LogicalTable<SharedRow> {
        InlineView<K, I> items();
    }

    interface TextEvents extends HasOne<TextEvent.Key, TextEvent> {}

    interface OfTable<T extends LogicalTable<SharedRow>> extends LogicalDb {
        @TableName("events")
        T table();
    }

    interface EventDb extends OfTable<TextEvents> {}

    @Test
    void viewsAndTablesOfGenericInterfacesHaveTheTypesThatTheSubinterfaceGives() {
        EventDb events = LogicalDb.create(EventDb.class, Unconnected.enhancedClient());

        TextEvents declared = events.table();
        assertThat(declared.items().toString())
                .contains("GenericTypesTest.TextEvent.Key", "GenericTypesTest.TextEvent>");
        assertThat(declared.tableName()).isEqualTo("events");
    }

    static final class Built {
        private final String pk;
        private final String sk;

        private Built(Builder builder) {
            this.pk = builder.pk;
            this.sk = builder.sk;
        }

        @Attribute(name = "owner")
        String both() {
            return pk + sk;
        }

        static final class Builder {
            private String pk;
            private String sk;

            Built build() {
                return new Built(this);
            }
        }
    }

    @Test
    void aClassThatOnlyABuilderMakesIsRefusedWithAWayOut() {
        assertThatThrownBy(() -> table.codec(Built.class))
                .hasMessage(
                        "GenericTypesTest.Built is made by GenericTypesTest.Built.Builder only, and a builder does not say"
                                + " which value goes to which field. Give it a constructor with a parameter for each field, which"
                                + " the builder may call too; it may be private.");
    }
}
