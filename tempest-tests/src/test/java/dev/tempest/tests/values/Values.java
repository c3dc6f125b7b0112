package dev.tempest.tests.values;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The item types of the tests in this package, and their tables on both lines of the SDK. */
final class Values {
    static final String TABLE = "values";

    private Values() {}

    record ItemKey(String pk, String id) {}

    /** All that is computed here is another text than DynamoDB's for the same number. */
    record Price(
            String pk,
            @Attribute(name = "sk", prefix = "P_") String id,
            BigDecimal net) {
        @Attribute(name = "gross")
        BigDecimal gross() {
            return net.multiply(new BigDecimal("1.2")).setScale(2, RoundingMode.HALF_UP);
        }

        @Attribute(name = "ratio")
        double ratio() {
            return -0.0;
        }

        @Attribute(name = "steps")
        Set<BigDecimal> steps() {
            return Set.of(new BigDecimal("1.50"), new BigDecimal("1E+3"));
        }

        @Attribute(name = "amounts")
        List<BigDecimal> amounts() {
            return List.of(new BigDecimal("1E+3"), new BigDecimal("2.0"));
        }

        @Attribute(name = "shares")
        Map<String, BigDecimal> shares() {
            return Map.of("all", new BigDecimal("100.00"), "none", new BigDecimal("0.00"));
        }
    }

    /** With a constant. */
    static final class Rated {
        final String pk;

        @Attribute(name = "sk", prefix = "R_")
        final String id;

        final BigDecimal gross = new BigDecimal("0.10");

        Rated(String pk, String id) {
            this.pk = pk;
            this.id = id;
        }
    }

    /** What it computes needs what a stored item may lack. */
    record Fragile(
            String pk,
            @Attribute(name = "sk", prefix = "F_") String id,
            String note) {
        @Attribute(name = "rank")
        String rank() {
            return note.strip();
        }
    }

    /** All of its keys have prefixes. */
    record Order(
            @Attribute(name = "pk", prefix = "ORDER_") String order,
            @Attribute(name = "sk", prefix = "LINE_") String line,
            @Attribute(name = "owner", prefix = "OWNER_") String owner,
            @Attribute(name = "rank", prefix = "RANK_") String rank,
            @Attribute(prefix = "NOTE_") String note) {
        record Key(String order, String line) {}

        @ForIndex(name = "by_owner")
        record ByOwner(String owner, String rank, String order, String line) {}
    }

    record Memo(
            String pk,
            @Attribute(name = "sk", prefix = "M_") String id,
            String note,
            Long hits,
            @Version Long version) {
        Memo with(String newNote) {
            return new Memo(pk, id, newNote, hits, version);
        }
    }

    /** A type without a version of its own. */
    record Plain(
            String pk,
            @Attribute(name = "sk", prefix = "M_") String id,
            String note) {}

    record Text(
            String pk,
            @Attribute(name = "sk", prefix = "T_") String id,
            String note) {}

    record Texts(
            String pk,
            @Attribute(name = "sk", prefix = "T_") String id,
            List<String> names,
            Map<String, String> texts) {}

    /** What may hold a value that DynamoDB cannot. */
    record Post(
            String pk,
            @Attribute(name = "sk", prefix = "O_") String id,
            Double ratio,
            BigDecimal net,
            Set<BigDecimal> steps,
            Set<String> tags,
            List<BigDecimal> amounts,
            Odd odd,
            @Version Long version) {
        static Post fine(String id) {
            return new Post(
                    "p", id, 1.0, BigDecimal.ONE, Set.of(BigDecimal.TEN), Set.of("a"), List.of(), Odd.FINE, null);
        }

        Post ratio(Double other) {
            return new Post(pk, id, other, net, steps, tags, amounts, odd, version);
        }

        Post net(String other) {
            return new Post(pk, id, ratio, new BigDecimal(other), steps, tags, amounts, odd, version);
        }

        Post steps(Set<BigDecimal> other) {
            return new Post(pk, id, ratio, net, other, tags, amounts, odd, version);
        }

        Post tags(Set<String> other) {
            return new Post(pk, id, ratio, net, steps, other, amounts, odd, version);
        }

        Post amounts(List<BigDecimal> other) {
            return new Post(pk, id, ratio, net, steps, tags, other, odd, version);
        }

        Post odd(Odd other) {
            return new Post(pk, id, ratio, net, steps, tags, amounts, other, version);
        }
    }

    interface Table extends dev.tempest.sdk2.LogicalTable<ValueRow> {
        dev.tempest.sdk2.InlineView<ItemKey, Price> prices();

        dev.tempest.sdk2.InlineView<ItemKey, Rated> rated();

        dev.tempest.sdk2.InlineView<ItemKey, Fragile> fragile();

        dev.tempest.sdk2.InlineView<Order.Key, Order> orders();

        dev.tempest.sdk2.SecondaryIndex<Order.ByOwner, Order> ordersByOwner();

        dev.tempest.sdk2.InlineView<ItemKey, Memo> memos();

        dev.tempest.sdk2.InlineView<ItemKey, Text> text();

        dev.tempest.sdk2.InlineView<ItemKey, Texts> texts();

        dev.tempest.sdk2.InlineView<ItemKey, Post> posts();
    }

    @WriteToken("token")
    interface TokenTable extends dev.tempest.sdk2.LogicalTable<ValueRow> {
        dev.tempest.sdk2.InlineView<ItemKey, Memo> memos();

        dev.tempest.sdk2.InlineView<ItemKey, Plain> plain();

        dev.tempest.sdk2.InlineView<Order.Key, Order> orders();
    }

    interface Db extends dev.tempest.sdk2.LogicalDb {
        @TableName(TABLE)
        Table table();
    }

    interface TokenDb extends dev.tempest.sdk2.LogicalDb {
        @TableName(TABLE)
        TokenTable table();
    }

    interface AsyncTable extends dev.tempest.sdk2.AsyncLogicalTable<ValueRow> {
        dev.tempest.sdk2.AsyncInlineView<Order.Key, Order> orders();

        dev.tempest.sdk2.AsyncInlineView<ItemKey, Post> posts();

        dev.tempest.sdk2.AsyncInlineView<ItemKey, Memo> memos();
    }

    interface AsyncDb extends dev.tempest.sdk2.AsyncLogicalDb {
        @TableName(TABLE)
        AsyncTable table();
    }

    interface Table1 extends dev.tempest.sdk1.LogicalTable<ValueRow1> {
        dev.tempest.sdk1.InlineView<ItemKey, Price> prices();

        dev.tempest.sdk1.InlineView<ItemKey, Rated> rated();

        dev.tempest.sdk1.InlineView<Order.Key, Order> orders();

        dev.tempest.sdk1.SecondaryIndex<Order.ByOwner, Order> ordersByOwner();

        dev.tempest.sdk1.InlineView<ItemKey, Memo> memos();

        dev.tempest.sdk1.InlineView<ItemKey, Text> text();

        dev.tempest.sdk1.InlineView<ItemKey, Texts> texts();

        dev.tempest.sdk1.InlineView<ItemKey, Post> posts();
    }

    interface Db1 extends dev.tempest.sdk1.LogicalDb {
        Table1 table();
    }
}
