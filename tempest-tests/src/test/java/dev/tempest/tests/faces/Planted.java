package dev.tempest.tests.faces;

import dev.tempest.Attribute;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncItemCollection;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A model whose attributes hold values that are recognized wherever they turn up. The keys do not hold them. */
final class Planted {
    static final String TABLE = "planted";

    /** Is part of every planted text. */
    static final String TEXT = "7Q4X";

    static final int NUMBER = 918_273_645;

    private Planted() {}

    static String planted(String about) {
        return about + " " + TEXT;
    }

    /** All attributes, in the types that they have. */
    record Secret(
            String pk,
            @Attribute(name = "sk", prefix = "S_") String id,
            String text,
            Integer number,
            Long count,
            List<String> list,
            Map<String, String> map,
            Set<String> texts,
            PlantedRow.Colour colour) {
        record Key(String pk, String id) {}

        static Secret of(String pk, String id) {
            return new Secret(
                    pk,
                    id,
                    planted("text"),
                    NUMBER,
                    (long) NUMBER,
                    List.of(planted("element")),
                    Map.of(planted("name"), planted("value")),
                    Set.of(planted("member")),
                    PlantedRow.Colour.RED);
        }
    }

    /** A key that says more of itself than a key should. */
    static final class Talkative {
        final String pk;
        final String id;
        transient String remark = planted("remark");

        Talkative(String pk, String id) {
            this.pk = pk;
            this.id = id;
        }

        @Override
        public String toString() {
            return pk + " " + id + " " + remark;
        }
    }

    record Versioned(
            String pk,
            @Attribute(name = "sk", prefix = "V_") String id,
            String text,
            @Version Long version) {
        record Key(String pk, String id) {}
    }

    /** The same stored items as {@link Secret}, but the text has a prefix. */
    record Prefixed(
            String pk,
            @Attribute(name = "sk", prefix = "S_") String id,
            @Attribute(prefix = "P_") String text) {
        record Key(String pk, String id) {}
    }

    /** The same, but the text is computed. */
    record Computed(
            String pk,
            @Attribute(name = "sk", prefix = "S_") String id) {
        @Attribute
        public String text() {
            return "computed from " + id;
        }

        record Key(String pk, String id) {}
    }

    /** The same, but no item can be made. */
    record Picky(
            String pk,
            @Attribute(name = "sk", prefix = "S_") String id,
            String text) {
        Picky {
            throw new IllegalStateException("never");
        }

        record Key(String pk, String id) {}
    }

    record All(Secret secret, List<Versioned> versions) {
        All {
            if (!versions.isEmpty()) {
                throw new IllegalStateException("too many");
            }
        }

        record Key(String pk) {}
    }

    @WriteToken("write_token")
    interface Table extends LogicalTable<PlantedRow> {
        InlineView<Secret.Key, Secret> secrets();

        InlineView<Talkative, Secret> talkative();

        InlineView<Versioned.Key, Versioned> versions();

        InlineView<Prefixed.Key, Prefixed> prefixed();

        InlineView<Computed.Key, Computed> computed();

        InlineView<Picky.Key, Picky> picky();

        ItemCollection<All.Key, All> all();
    }

    @WriteToken("write_token")
    interface AsyncTable extends AsyncLogicalTable<PlantedRow> {
        AsyncInlineView<Secret.Key, Secret> secrets();

        AsyncInlineView<Talkative, Secret> talkative();

        AsyncInlineView<Versioned.Key, Versioned> versions();

        AsyncInlineView<Prefixed.Key, Prefixed> prefixed();

        AsyncInlineView<Computed.Key, Computed> computed();

        AsyncInlineView<Picky.Key, Picky> picky();

        AsyncItemCollection<All.Key, All> all();
    }

    interface Sdk1Table extends dev.tempest.sdk1.LogicalTable<PlantedRow> {
        dev.tempest.sdk1.InlineView<Secret.Key, Secret> secrets();

        dev.tempest.sdk1.InlineView<Talkative, Secret> talkative();

        dev.tempest.sdk1.InlineView<Versioned.Key, Versioned> versions();

        dev.tempest.sdk1.InlineView<Prefixed.Key, Prefixed> prefixed();

        dev.tempest.sdk1.InlineView<Computed.Key, Computed> computed();

        dev.tempest.sdk1.InlineView<Picky.Key, Picky> picky();
    }

    interface Db extends LogicalDb {
        @TableName(TABLE)
        Table planted();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName(TABLE)
        AsyncTable planted();
    }

    interface Sdk1Db extends dev.tempest.sdk1.LogicalDb {
        Sdk1Table planted();
    }
}
