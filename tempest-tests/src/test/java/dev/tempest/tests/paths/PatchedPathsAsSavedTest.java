package dev.tempest.tests.paths;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.list;
import static dev.tempest.Attributes.map;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Attribute;
import dev.tempest.Change;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.paths.Concerts.Row;
import dev.tempest.tests.paths.Concerts.Song;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Whatever part of a value is changed, what is computed from it is stored as if the item had been saved whole. */
class PatchedPathsAsSavedTest {
    private static final int PATCHES = 200;

    record Bill(
            @Attribute(name = "pk") String town,
            @Attribute(name = "sk", prefix = "BILL_") String name,
            List<Song> songs,
            Map<String, Long> tickets,
            Song opener,
            @Version Long version) {
        record Key(String town, String name) {}

        @Attribute(name = "headline")
        String headline() {
            return songs.isEmpty() ? null : songs.get(0).title() + " of " + songs.size();
        }

        @Attribute(name = "length")
        long length() {
            return songs.stream().mapToLong(Song::seconds).sum() + opener.seconds();
        }

        @Attribute(name = "sold")
        String sold() {
            return "SOLD#"
                    + tickets.values().stream().mapToLong(Long::longValue).sum();
        }

        Bill with(List<Song> newSongs, Map<String, Long> newTickets, Song newOpener) {
            return new Bill(town, name, newSongs, newTickets, newOpener, version + 1);
        }
    }

    @Table(partitionKey = "pk", sortKey = "sk")
    interface BillTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Bill.Key, Bill> bills();
    }

    interface Db extends LogicalDb {
        @TableName("concerts")
        BillTable concerts();
    }

    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("concerts", Row.class));

    private final Random random = new Random(18);

    /** A change, and what it makes of an item. */
    private record Step(Change<Bill> change, Bill expected) {}

    @Test
    void whatIsComputedFromAPartOfAValueIsNeverStale() {
        InlineView<Bill.Key, Bill> bills = db.logicalDb(Db.class).concerts().bills();
        Bill.Key key = new Bill.Key("Rome", "patched");
        Bill expected = bills.save(new Bill(
                "Rome", "patched", List.of(new Song("Air", 90L)), Map.of("ada", 2L), new Song("Sea", 30L), null));
        for (int i = 0; i < PATCHES; i++) {
            Bill before = expected;
            Step step = step(before);
            expected = step.expected();

            Bill after =
                    random.nextBoolean() ? bills.patch(key, step.change()) : bills.patchItem(before, step.change());

            assertThat(after).isEqualTo(expected);
            bills.deleteKey(new Bill.Key("Rome", "saved"));
            bills.create(new Bill(
                    "Rome", "saved", expected.songs(), expected.tickets(), expected.opener(), expected.version()));
            assertThat(stored("BILL_patched")).isEqualTo(stored("BILL_saved"));
        }
    }

    private Step step(Bill bill) {
        List<Song> songs = new ArrayList<>(bill.songs());
        Map<String, Long> tickets = new HashMap<>(bill.tickets());
        Song opener = bill.opener();
        List<Change<Bill>> changes = new ArrayList<>();
        int index = songs.isEmpty() ? 0 : random.nextInt(songs.size());
        switch (songs.isEmpty() ? 0 : random.nextInt(5)) {
            case 0 -> {
                Song song = song();
                songs.add(song);
                changes.add(list(Bill::songs).append(song));
            }
            case 1 -> {
                songs.set(index, song());
                changes.add(list(Bill::songs).at(index).set(songs.get(index)));
            }
            case 2 -> {
                songs.remove(index);
                changes.add(list(Bill::songs).at(index).remove());
            }
            case 3 -> {
                songs.set(
                        index,
                        new Song("t" + random.nextInt(9), songs.get(index).seconds()));
                changes.add(list(Bill::songs)
                        .at(index)
                        .then(Song::title)
                        .set(songs.get(index).title()));
            }
            default -> {
                songs.set(0, new Song(songs.get(0).title(), songs.get(0).seconds() + 3));
                changes.add(number((Bill it) -> it.songs().get(0).seconds()).add(3));
            }
        }
        String name = "n" + random.nextInt(4);
        switch (random.nextInt(4)) {
            case 0 -> {
                tickets.merge(name, 2L, Long::sum);
                changes.add(number(map(Bill::tickets).at(name)).add(2));
            }
            case 1 -> {
                tickets.remove(name);
                changes.add(map(Bill::tickets).at(name).remove());
            }
            case 2 -> {
                opener = new Song(opener.title(), opener.seconds() + 7);
                changes.add(number((Bill it) -> it.opener().seconds()).add(7));
            }
            default -> {}
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Change<Bill>[] all = changes.toArray(new Change[0]);
        return new Step(changes(all), bill.with(songs, tickets, opener));
    }

    private Song song() {
        return new Song("s" + random.nextInt(9), (long) random.nextInt(300));
    }

    private Map<String, AttributeValue> stored(String sk) {
        Map<String, AttributeValue> row = new HashMap<>(db.client()
                .getItem(get -> get.tableName("concerts")
                        .consistentRead(true)
                        .key(Map.of("pk", AttributeValue.fromS("Rome"), "sk", AttributeValue.fromS(sk))))
                .item());
        row.remove("sk");
        return row;
    }

    @Test
    void aValueOfWhichSomethingIsComputedCanBeSetWhole() {
        InlineView<Bill.Key, Bill> bills = db.logicalDb(Db.class).concerts().bills();
        bills.save(new Bill("Rome", "x", List.of(), Map.of(), new Song("Sea", 30L), null));

        bills.patch(new Bill.Key("Rome", "x"), attr(Bill::opener).set(new Song("Air", 31L)));

        assertThat(stored("BILL_x")).containsEntry("length", AttributeValue.fromN("31"));
    }
}
