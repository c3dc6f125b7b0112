package dev.tempest.tests.migrations;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.BeginsWith;
import dev.tempest.Change;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.sdk2.migration.MigrationConfig;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.migrations.Shows.Plain;
import dev.tempest.tests.migrations.Shows.PlainTable;
import dev.tempest.tests.migrations.Shows.Show;
import dev.tempest.tests.migrations.Shows.ShowTable;
import dev.tempest.tests.migrations.Shows.TokenTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A database that migrates on read does what a database does whose table was migrated before. */
class RandomOlderItemsTest {
    private static final int ROUNDS = 15;
    private static final int OPERATIONS = 40;
    private static final int IDS = 6;

    @RegisterExtension
    final TestDb db =
            TestDb.of(TestTable.create("shows", ShowTable.class), TestTable.create("migrated", ShowTable.class));

    /** One operation with the numbers that it takes; the result is compared. */
    private record Operation<T>(String name, BiFunction<T, Draw, @Nullable Object> run) {}

    private record Draw(String id, String text, long number) {}

    private static final List<Operation<ShowTable>> WITH_VERSIONS = List.of(
            new Operation<>("load", (table, draw) -> table.shows().load(new Show.Key(draw.id()))),
            new Operation<>(
                    "query",
                    (table, draw) -> table.shows()
                            .query(new BeginsWith<>(new Show.Key(draw.id())))
                            .contents()),
            new Operation<>(
                    "saveNew",
                    (table, draw) -> table.shows().save(new Show(draw.id(), draw.text(), draw.number(), draw.text()))),
            new Operation<>("saveRead", (table, draw) -> {
                Show read = table.shows().load(new Show.Key(draw.id()));
                return read == null ? null : table.shows().save(read.titled(draw.text()));
            }),
            new Operation<>("mergeRead", (table, draw) -> {
                Show read = table.shows().load(new Show.Key(draw.id()));
                return read == null ? null : table.shows().merge(read.priced(draw.number()));
            }),
            new Operation<>(
                    "mergeNew",
                    (table, draw) -> table.shows().merge(new Show(draw.id(), draw.text(), draw.number(), null))),
            new Operation<>("patchRead", (table, draw) -> {
                Show read = table.shows().load(new Show.Key(draw.id()));
                return read == null
                        ? null
                        : table.shows().patchItem(read, attr(Show::genre).set(draw.text()));
            }),
            new Operation<>("deleteRead", (table, draw) -> {
                Show read = table.shows().load(new Show.Key(draw.id()));
                return read == null ? null : table.shows().delete(read);
            }),
            new Operation<>(
                    "update",
                    (table, draw) ->
                            table.shows().update(new Show.Key(draw.id()), show -> show.priced(show.cents() + 1))),
            new Operation<>(
                    "updateOrCreate",
                    (table, draw) -> table.shows()
                            .updateOrCreate(
                                    new Show.Key(draw.id()),
                                    show -> show == null
                                            ? new Show(draw.id(), draw.text(), 1, null)
                                            : show.titled(draw.text()))),
            new Operation<>(
                    "patch",
                    (table, draw) -> table.shows()
                            .patch(new Show.Key(draw.id()), attr(Show::genre).set(draw.text()))),
            new Operation<>(
                    "patchNumber",
                    (table, draw) -> table.shows()
                            .patch(new Show.Key(draw.id()), number(Show::cents).add(draw.number()))),
            new Operation<>(
                    "patchIf",
                    (table, draw) -> table.shows()
                            .patch(
                                    new Show.Key(draw.id()),
                                    attr(Show::genre)
                                            .set(draw.text())
                                            .onlyIf(attr(Show::title).eq(draw.text())))),
            new Operation<>(
                    "patchOrCreate",
                    (table, draw) -> table.shows()
                            .patch(
                                    new Show.Key(draw.id()),
                                    attr(Show::title)
                                            .set(draw.text())
                                            .and(attr(Show::cents).set(draw.number()))
                                            .orCreate())),
            new Operation<>(
                    "increment",
                    (table, draw) -> table.shows().increment(new Show.Key(draw.id()), "sold", draw.number())),
            new Operation<>("delete", (table, draw) -> table.shows().deleteKey(new Show.Key(draw.id()))),
            new Operation<>(
                    "deleteIf",
                    (table, draw) -> table.shows()
                            .deleteKey(
                                    new Show.Key(draw.id()), attr(Show::title).eq(draw.text()))));

    private static <T extends PlainTable> List<Operation<T>> withoutVersions() {
        List<Operation<T>> operations = new ArrayList<>(List.of(
                new Operation<T>("load", (table, draw) -> table.shows().load(new Plain.Key(draw.id()))),
                new Operation<T>(
                        "save", (table, draw) -> table.shows().save(new Plain(draw.id(), draw.text(), draw.number()))),
                new Operation<T>(
                        "saveIf",
                        (table, draw) -> table.shows()
                                .save(
                                        new Plain(draw.id(), draw.text(), draw.number()),
                                        attr(Plain::cents).eq(draw.number()))),
                new Operation<T>(
                        "merge",
                        (table, draw) -> table.shows().merge(new Plain(draw.id(), draw.text(), draw.number()))),
                new Operation<T>(
                        "mergeIf",
                        (table, draw) -> table.shows()
                                .merge(
                                        new Plain(draw.id(), draw.text(), draw.number()),
                                        attr(Plain::title).eq(draw.text()))),
                new Operation<T>(
                        "patch",
                        (table, draw) -> table.shows()
                                .patch(
                                        new Plain.Key(draw.id()),
                                        attr(Plain::genre).set(draw.text()))),
                new Operation<T>("patchOrCreate", (table, draw) -> {
                    Change<Plain> change = attr(Plain::title)
                            .set(draw.text())
                            .and(attr(Plain::cents).set(draw.number()))
                            .orCreate();
                    return table.shows().patch(new Plain.Key(draw.id()), change);
                }),
                new Operation<T>(
                        "increment",
                        (table, draw) -> table.shows().increment(new Plain.Key(draw.id()), "sold", draw.number())),
                new Operation<T>(
                        "incrementIf",
                        (table, draw) -> table.shows()
                                .increment(
                                        new Plain.Key(draw.id()),
                                        Increment.of(number(Plain::sold), draw.number())
                                                .withCondition(
                                                        attr(Plain::title).eq(draw.text())))),
                new Operation<T>("delete", (table, draw) -> table.shows().deleteKey(new Plain.Key(draw.id())))));
        return operations;
    }

    private static List<Operation<TokenTable>> withTokens() {
        return List.of(
                new Operation<>("load", (table, draw) -> table.shows().load(new Plain.Key(draw.id()))),
                new Operation<>(
                        "update",
                        (table, draw) ->
                                table.shows().update(new Plain.Key(draw.id()), show -> show.titled(draw.text()))),
                new Operation<>(
                        "merge",
                        (table, draw) -> table.shows().merge(new Plain(draw.id(), draw.text(), draw.number()))),
                new Operation<>(
                        "patch",
                        (table, draw) -> table.shows()
                                .patch(
                                        new Plain.Key(draw.id()),
                                        attr(Plain::genre).set(draw.text()))),
                new Operation<>(
                        "increment",
                        (table, draw) -> table.shows().increment(new Plain.Key(draw.id()), "sold", draw.number())));
    }

    @Test
    void itemsWithVersions() {
        run(ShowTable.class, Show.class, WITH_VERSIONS, 1);
    }

    @Test
    void itemsWithoutVersions() {
        run(PlainTable.class, Plain.class, withoutVersions(), 2);
    }

    @Test
    void itemsWithTokens() {
        run(TokenTable.class, Plain.class, withTokens(), 3);
    }

    private <T extends LogicalTable<?>> void run(
            Class<T> tableType, Class<?> itemType, List<Operation<T>> operations, long seed) {
        LogicalDb onRead = LogicalDb.builder(LogicalDb.class)
                .enhancedClient(db.connection().enhancedClient())
                .migrateOnRead(Shows.migration(itemType))
                .build();
        T lazy = onRead.logicalTable("shows", tableType);
        T eager = onRead.logicalTable("migrated", tableType);
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(seed * 1_000 + round);
            fill(random, tableType == ShowTable.class);
            migrate(onRead, itemType, "migrated");
            List<String> log = new ArrayList<>();
            for (int i = 0; i < OPERATIONS; i++) {
                Operation<T> operation = operations.get(random.nextInt(operations.size()));
                Draw draw = new Draw(
                        "" + random.nextInt(IDS), "Title " + random.nextInt(IDS), 100L * (1 + random.nextInt(9)));
                log.add(operation.name() + " " + draw);
                assertThat(outcome(operation, lazy, draw))
                        .as("round %s: %s", round, log)
                        .isEqualTo(outcome(operation, eager, draw));
            }
            migrate(onRead, itemType, "shows");
            assertThat(rows("shows")).as("round %s: %s", round, log).isEqualTo(rows("migrated"));
        }
    }

    private static void migrate(LogicalDb onRead, Class<?> itemType, String table) {
        onRead.migrate(
                Shows.migration(itemType),
                MigrationConfig.builder().tableName(table).segments(1).build());
    }

    /** The same items in both tables, of three models. */
    private void fill(Random random, boolean hasVersion) {
        for (String table : List.of("shows", "migrated")) {
            rows(table)
                    .keySet()
                    .forEach(id -> db.connection()
                            .client()
                            .deleteItem(delete -> delete.tableName(table).key(Shows.key(id))));
        }
        for (int id = 0; id < IDS; id++) {
            int model = random.nextInt(4) - 1;
            Map<String, AttributeValue> row = Shows.oldRow(
                    "" + id, random.nextBoolean() ? "jazz" : null, hasVersion ? (long) random.nextInt(5) : null);
            if (model > 0) {
                row.put("title", row.remove("name"));
                row.put("model", AttributeValue.fromN("" + model));
            }
            if (model == 2) {
                row.put("cents", AttributeValue.fromN(row.remove("price").n() + "00"));
            }
            if (model >= 0) {
                for (String table : List.of("shows", "migrated")) {
                    db.connection().client().putItem(put -> put.tableName(table).item(row));
                }
            }
        }
    }

    private static <T> String outcome(Operation<T> operation, T table, Draw draw) {
        try {
            // Versions and times differ: a migrated item was written once more.
            return String.valueOf(operation.run().apply(table, draw))
                    .replaceAll("(version|updated|created)=[^,\\]]*", "");
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }

    private Map<String, Map<String, AttributeValue>> rows(String table) {
        Map<String, Map<String, AttributeValue>> rows = new HashMap<>();
        for (Map<String, AttributeValue> item :
                db.connection().client().scan(scan -> scan.tableName(table)).items()) {
            Map<String, AttributeValue> row = new HashMap<>(item);
            row.keySet().removeAll(List.of("version", "updated", "created", "token"));
            rows.put(item.get("id").s(), row);
        }
        return rows;
    }

    @Test
    void transactions() {
        LogicalDb onRead = LogicalDb.builder(LogicalDb.class)
                .enhancedClient(db.connection().enhancedClient())
                .migrateOnRead(Shows.migration(Plain.class))
                .build();
        PlainTable lazy = onRead.logicalTable("shows", PlainTable.class);
        PlainTable eager = onRead.logicalTable("migrated", PlainTable.class);
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(4_000 + round);
            fill(random, false);
            migrate(onRead, Plain.class, "migrated");
            for (int i = 0; i < 10; i++) {
                long drawn = random.nextLong();
                assertThat(transaction(onRead, lazy, new Random(drawn)))
                        .as("round %s, %s", round, i)
                        .isEqualTo(transaction(onRead, eager, new Random(drawn)));
            }
            migrate(onRead, Plain.class, "shows");
            assertThat(rows("shows")).as("round %s", round).isEqualTo(rows("migrated"));
        }
    }

    private static String transaction(LogicalDb db, PlainTable table, Random random) {
        TransactionWriteSet.Builder writes = TransactionWriteSet.builder();
        for (int id = random.nextInt(2); id < IDS; id += 1 + random.nextInt(3)) {
            Plain item = new Plain("" + id, "Title " + random.nextInt(3), 100L * random.nextInt(9));
            Object key = table.scoped(new Plain.Key("" + id));
            switch (random.nextInt(7)) {
                case 0 -> writes.save(table.scoped(item));
                case 1 -> writes.merge(table.scoped(item));
                case 2 -> writes.patch(key, attr(Plain::genre).set(item.title()));
                case 3 ->
                    writes.patch(
                            key,
                            attr(Plain::title)
                                    .set(item.title())
                                    .and(attr(Plain::cents).set(item.cents()))
                                    .orCreate());
                case 4 -> writes.increment(key, Increment.of("sold", 1));
                case 5 -> writes.checkCondition(key, attr(Plain::title).exists());
                default -> writes.delete(key, attr(Plain::cents).ge(0L));
            }
        }
        try {
            db.transactionWrite(writes.build());
            return "done";
        } catch (RuntimeException e) {
            return e.getClass().getName();
        }
    }
}
