package dev.tempest.sdk2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What supertypes say of a property counts, the nearest first; what they say against each other is refused. */
class InheritedAnnotationsTest {
    interface Table extends LogicalTable<SharedRow> {}

    private final LogicalDb db = Unconnected.db();
    private final Table table = db.logicalTable("rows", Table.class);

    record Key(String pk, String id) {}

    interface Owned {
        @Attribute(name = "owner_pk", prefix = "OWNER_")
        String owner();
    }

    record Thing(
            String pk,
            @Attribute(name = "sk", prefix = "THING_") String id,
            String owner) implements Owned {}

    @Test
    void anInterfaceSaysHowAPropertyIsStored() {
        SharedRow row = table.codec(Thing.class).toDb(new Thing("p", "1", "ada"));

        assertThat(row.getOwner_pk()).isEqualTo("OWNER_ada");
        assertThat(row.getOwner()).isNull();
        assertThat(table.codec(Thing.class).toApp(row)).isEqualTo(new Thing("p", "1", "ada"));
    }

    interface Kinded {
        @Attribute(name = "kind")
        String kind();
    }

    record Dog(
            String pk,
            @Attribute(name = "sk", prefix = "DOG_") String id) implements Kinded {
        @Override
        public String kind() {
            return "dog";
        }
    }

    @Test
    void anInterfaceSaysThatAPropertyIsComputed() {
        assertThat(table.codec(Dog.class).toDb(new Dog("p", "1")).getKind()).isEqualTo("dog");
    }

    interface SaysCat {
        @Attribute(name = "kind")
        default String kind() {
            return "cat";
        }
    }

    record Cat(
            String pk,
            @Attribute(name = "sk", prefix = "CAT_") String id) implements SaysCat {}

    record Lynx(
            String pk,
            @Attribute(name = "sk", prefix = "LYNX_") String id) implements SaysCat {
        @Override
        public String kind() {
            return "lynx";
        }
    }

    @Test
    void aDefaultMethodIsAComputedPropertyUntilItIsOverridden() {
        assertThat(table.codec(Cat.class).toDb(new Cat("p", "1")).getKind()).isEqualTo("cat");
        assertThat(table.codec(Lynx.class).toDb(new Lynx("p", "1")).getKind()).isEqualTo("lynx");
    }

    abstract static class WithId {
        @Attribute(name = "sk", prefix = "BIRD_")
        public abstract String id();

        @Attribute(name = "kind")
        protected abstract String sort();
    }

    static class Bird extends WithId {
        final String pk;
        private final String id;

        Bird(String pk, String id) {
            this.pk = pk;
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        protected String sort() {
            return "bird";
        }
    }

    @Test
    void anAbstractMethodOfABaseClassMayReadAField() {
        SharedRow row = table.codec(Bird.class).toDb(new Bird("p", "1"));

        assertThat(row.getSk()).isEqualTo("BIRD_1");
        assertThat(row.getKind()).isEqualTo("bird");
        assertThat(table.codec(Bird.class).toApp(row).id()).isEqualTo("1");
    }

    static class Base {
        @Attribute(name = "owner")
        public String name() {
            return "base";
        }
    }

    static class Overriding extends Base {
        final String pk;

        @Attribute(prefix = "OVER_")
        final String sk;

        Overriding(String pk, String sk) {
            this.pk = pk;
            this.sk = sk;
        }

        @Override
        @Attribute(name = "kind")
        public String name() {
            return "overriding";
        }
    }

    @Test
    void theNearestOfSeveralDeclarationsCounts() {
        SharedRow row = table.codec(Overriding.class).toDb(new Overriding("p", "1"));

        assertThat(row.getKind()).isEqualTo("overriding");
        assertThat(row.getOwner()).isNull();
    }

    interface Identified<T> {
        @Attribute(name = "sk", prefix = "TYPED_")
        T getId();
    }

    static class Typed implements Identified<String> {
        final String pk;
        private final String id;

        Typed(String pk, String id) {
            this.pk = pk;
            this.id = id;
        }

        @Override
        public String getId() {
            return id;
        }
    }

    @Test
    void aGenericInterfaceSaysHowAPropertyIsStored() {
        assertThat(table.codec(Typed.class).toDb(new Typed("p", "1")).getSk()).isEqualTo("TYPED_1");
    }

    interface Counted {
        @Attribute(name = "count")
        Long number();
    }

    static class Unboxed implements Counted {
        final String pk;

        @Attribute(prefix = "BOX_")
        final String sk;

        private final long number;

        Unboxed(String pk, String sk, long number) {
            this.pk = pk;
            this.sk = sk;
            this.number = number;
        }

        @Override
        public Long number() {
            return number;
        }
    }

    @Test
    void anAccessorMayReturnTheBoxOfItsField() {
        assertThat(table.codec(Unboxed.class).toDb(new Unboxed("p", "1", 7)).getCount())
                .isEqualTo(7);
    }

    static class Measured implements Kinded {
        final String pk;

        @Attribute(prefix = "MEASURE_")
        final String sk;

        private final Long kind;

        Measured(String pk, String sk, Long kind) {
            this.pk = pk;
            this.sk = sk;
            this.kind = kind;
        }

        @Override
        public String kind() {
            return String.valueOf(kind);
        }
    }

    @Test
    void anAccessorOfAnotherTypeIsRefused() {
        assertRefused(
                Measured.class,
                "InheritedAnnotationsTest.Measured.kind() has an annotation, here or where it is declared first, but is a"
                        + " String, and the field kind is a Long. Make both the same type, or annotate the field.");
    }

    interface OtherOwned {
        @Attribute(name = "owner")
        String owner();
    }

    record Torn(
            String pk,
            @Attribute(name = "sk", prefix = "TORN_") String id,
            String owner) implements Owned, OtherOwned {}

    record Mended(
            String pk,
            @Attribute(name = "sk", prefix = "MENDED_") String id,
            @Attribute(name = "owner") String owner) implements Owned, OtherOwned {}

    @Test
    void interfacesThatContradictEachOtherAreNamed() {
        assertRefused(
                Torn.class,
                "InheritedAnnotationsTest.Torn.owner gets one @Attribute from InheritedAnnotationsTest.Owned.owner() and"
                        + " another from InheritedAnnotationsTest.OtherOwned.owner(). Put the one that applies on"
                        + " InheritedAnnotationsTest.Torn.owner.");
        assertThat(table.codec(Mended.class).toDb(new Mended("p", "1", "ada")).getOwner())
                .isEqualTo("ada");
    }

    interface SameOwned {
        @Attribute(name = "owner_pk", prefix = "OWNER_")
        String owner();
    }

    record Agreed(
            String pk,
            @Attribute(name = "sk", prefix = "AGREED_") String id,
            String owner) implements Owned, SameOwned {}

    @Test
    void interfacesMaySayTheSame() {
        assertThat(table.codec(Agreed.class).toDb(new Agreed("p", "1", "ada")).getOwner_pk())
                .isEqualTo("OWNER_ada");
    }

    interface Wrong {
        @Attribute(name = "kind")
        static String kind() {
            return "";
        }
    }

    record OfWrong(
            String pk,
            @Attribute(name = "sk", prefix = "WRONG_") String id) implements Wrong {}

    @Test
    void anAnnotationOnAnInterfacesStaticMethodIsRefused() {
        assertRefused(
                OfWrong.class,
                "InheritedAnnotationsTest.Wrong.kind() has an @Attribute, but reads no field and computes no value of an"
                        + " item. Make it a method without arguments that returns the value, or annotate the field.");
    }

    interface Versioned {
        @Version
        Long version();
    }

    record Text(
            String pk,
            @Attribute(name = "sk", prefix = "TEXT_") String id,
            String kind,
            Long version) implements Versioned {}

    record Computed(
            String pk,
            @Attribute(name = "sk", prefix = "COMPUTED_") String id) implements Versioned {
        @Override
        public Long version() {
            return 1L;
        }
    }

    @Test
    void anInheritedVersionIsCheckedAsOneOfTheTypesOwn() {
        assertRefused(
                Computed.class,
                "InheritedAnnotationsTest.Computed.version is the @Version, but is computed, so a stored version cannot be"
                        + " read into it. Let the constructor take it.");
    }

    interface ThingId {
        @Attribute(name = "sk", prefix = "SHARED_")
        String id();
    }

    record Shared(String pk, String id) implements ThingId {
        record Key(String pk, String id) implements ThingId {}
    }

    interface OtherId {
        @Attribute(name = "sk", prefix = "OTHER_")
        String id();
    }

    record OtherKey(String pk, String id) implements OtherId {}

    record VersionedKey(String pk, String id, Long version) implements Versioned {}

    @Test
    void aKeyMayInheritWhatItsItemSays() {
        table.inlineView(Shared.Key.class, Shared.class);
        assertThat(table.codec(Shared.Key.class).toDb(new Shared.Key("p", "1")).getSk())
                .isEqualTo("SHARED_1");

        assertThatThrownBy(() -> table.inlineView(OtherKey.class, Shared.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("InheritedAnnotationsTest.OtherKey.id gets an @Attribute from"
                        + " InheritedAnnotationsTest.OtherId.id() that differs from that of"
                        + " InheritedAnnotationsTest.Shared.id. Give both the same, or do not let"
                        + " InheritedAnnotationsTest.OtherKey inherit it.");
        assertThatThrownBy(() -> table.inlineView(VersionedKey.class, Text.class))
                .hasMessageStartingWith(
                        "InheritedAnnotationsTest.VersionedKey.version is the @Version, but a key has none.");
    }

    @ForIndex(name = "by_owner")
    interface OwnersKey {}

    record ByOwner(String owner, String kind, String pk, String id) implements OwnersKey {}

    record Owner(
            String pk,
            @Attribute(name = "sk", prefix = "OWNER_") String id,
            String owner,
            String kind) implements Owned {}

    @ForIndex(name = "by_kind")
    interface KindsKey {}

    record ByBoth(String owner, String kind, String pk, String id) implements OwnersKey, KindsKey {}

    @Test
    void aKeyInheritsItsIndex() {
        assertThat(table.secondaryIndex(ByOwner.class, Owner.class).toString()).contains("by_owner");
        assertThatThrownBy(() -> table.inlineView(ByOwner.class, Owner.class))
                .hasMessageContaining("is the offset type of an index, but is used as the key of an InlineView");
        assertThatThrownBy(() -> table.secondaryIndex(ByBoth.class, Owner.class))
                .hasMessage(
                        "InheritedAnnotationsTest.ByBoth inherits one @ForIndex from InheritedAnnotationsTest.OwnersKey"
                                + " and another from InheritedAnnotationsTest.KindsKey. Put the one that applies on"
                                + " InheritedAnnotationsTest.ByBoth.");
    }

    record Gathered(@Version List<Dog> dogs) {
        record Key(String pk) {}
    }

    @Test
    void aCollectionHasNoVersion() {
        assertThatThrownBy(() -> table.itemCollection(Gathered.Key.class, Gathered.class))
                .hasMessage(
                        "InheritedAnnotationsTest.Gathered.dogs is the @Version, but InheritedAnnotationsTest.Gathered"
                                + " gathers items and is not an item type. Remove the annotation: it belongs on the item types.");
    }

    interface Named extends LogicalDb {
        @TableName("named")
        Table table();
    }

    interface Redeclared extends Named {
        @Override
        Table table();
    }

    interface OtherNamed extends LogicalDb {
        @TableName("other")
        Table table();
    }

    interface Both extends Named, OtherNamed {}

    interface Settled extends Named, OtherNamed {
        @Override
        @TableName("settled")
        Table table();
    }

    @Test
    void aTableInheritsItsName() {
        assertThat(create(Redeclared.class).table().tableName()).isEqualTo("named");
        assertThat(create(Settled.class).table().tableName()).isEqualTo("settled");
        assertThatThrownBy(() -> create(Both.class))
                .hasMessage("InheritedAnnotationsTest.Both.table() gets the table name named from"
                        + " InheritedAnnotationsTest.Named and other from InheritedAnnotationsTest.OtherNamed. Declare the"
                        + " method in InheritedAnnotationsTest.Both, with the @TableName that applies.");
    }

    private static <D extends LogicalDb> D create(Class<D> dbType) {
        return LogicalDb.create(dbType, Unconnected.enhancedClient());
    }

    @WriteToken("owner")
    interface WithOwner extends LogicalTable<SharedRow> {}

    @WriteToken("kind")
    interface WithKind extends LogicalTable<SharedRow> {}

    interface WithBoth extends WithOwner, WithKind {}

    @Test
    void aTableInheritsOneWriteToken() {
        assertThatThrownBy(() -> db.logicalTable("others", WithBoth.class))
                .hasMessage("InheritedAnnotationsTest.WithBoth inherits one @WriteToken from"
                        + " InheritedAnnotationsTest.WithOwner and another from InheritedAnnotationsTest.WithKind. Put the"
                        + " one that applies on InheritedAnnotationsTest.WithBoth.");
    }

    private void assertRefused(Class<?> itemType, String message) {
        assertThatThrownBy(() -> table.codec(itemType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
