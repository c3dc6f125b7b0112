package dev.tempest.tests.patches;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Change;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import dev.tempest.tests.patches.Songs.Label;
import dev.tempest.tests.patches.Songs.Placed;
import dev.tempest.tests.patches.Songs.PlacedKey;
import dev.tempest.tests.patches.Songs.Ranked;
import dev.tempest.tests.patches.Songs.SongKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Through SDK 1.x, too, whatever is changed, an item is stored afterwards as it would be if it had been saved whole. */
class Sdk1PatchedAsSavedTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("songs", Songs.Row.class));

    @Test
    void whatIsComputedIsNeverStale() {
        Songs.Sdk1Table songs =
                Songs.sdk1(db.connection(), db.connection().endpoint()).songs();
        Random random = new Random(11);
        Ranked expected = songs.ranked().save(new Ranked("1", "patched", "t", 0, null));
        for (int i = 0; i < 150; i++) {
            List<Change<Ranked>> changes = new ArrayList<>();
            String title = expected.title();
            long plays = expected.plays();
            if (random.nextBoolean()) {
                title = random.nextInt(4) == 0 ? null : "t" + random.nextInt(50);
                changes.add(attr(Ranked::title).set(title));
            }
            if (changes.isEmpty() || random.nextBoolean()) {
                long delta = random.nextInt(20) - 5L;
                if (plays + delta < 0) {
                    plays = 7;
                    changes.add(attr(Ranked::plays).set(7L));
                } else {
                    plays += delta;
                    changes.add(number(Ranked::plays).add(delta));
                }
            }
            Change<Ranked> change =
                    changes.size() == 1 ? changes.get(0) : changes.get(0).and(changes.get(1));
            Ranked before = expected;
            expected = new Ranked("1", "patched", title, plays, before.version() + 1);

            Ranked after = random.nextBoolean()
                    ? songs.ranked().patch(new SongKey("1", "patched"), change)
                    : songs.ranked().patchItem(before, changes(change));

            assertThat(after).isEqualTo(expected);
            songs.ranked().deleteKey(new SongKey("1", "saved"));
            songs.ranked().save(new Ranked("1", "saved", title, plays, expected.version() - 1), true);
            assertThat(stored("RANKED_patched")).isEqualTo(stored("RANKED_saved"));
        }
    }

    @Test
    void whatIsComputedFromAPartOfAValueIsNeverStale() {
        Songs.Sdk1Table songs =
                Songs.sdk1(db.connection(), db.connection().endpoint()).songs();
        PlacedKey key = new PlacedKey("1", "patched");
        Random random = new Random(12);
        Placed expected = songs.placed().save(new Placed("1", "patched", 0L, new Label("Rome", 1900), null));
        for (int i = 0; i < 150; i++) {
            String city = expected.label().getCity();
            int founded = expected.label().getFounded();
            long plays = expected.plays();
            List<Change<? super Placed>> changes = new ArrayList<>();
            switch (random.nextInt(4)) {
                case 0 -> {
                    city = "c" + random.nextInt(9);
                    changes.add(attr((Placed it) -> it.label().getCity()).set(city));
                }
                case 1 -> {
                    founded += 3;
                    changes.add(number((Placed it) -> it.label().getFounded()).add(3));
                }
                case 2 -> {
                    city = "w" + random.nextInt(9);
                    changes.add(attr(Placed::label).set(new Label(city, founded)));
                }
                default -> {
                    plays += 2;
                    changes.add(number(Placed::plays).add(2));
                }
            }
            if (random.nextBoolean() && plays == expected.plays()) {
                plays += 1;
                changes.add(number(Placed::plays).add(1));
            }
            Change<Placed> change = all(changes);
            Placed before = expected;
            expected = new Placed("1", "patched", plays, new Label(city, founded), before.version() + 1);

            Placed after = random.nextBoolean()
                    ? songs.placed().patch(key, change)
                    : songs.placed().patchItem(before, change);

            assertThat(after).isEqualTo(expected);
            songs.placed().deleteKey(new PlacedKey("1", "saved"));
            songs.placed().save(new Placed("1", "saved", plays, expected.label(), expected.version() - 1), true);
            assertThat(stored("PLACED_patched")).isEqualTo(stored("PLACED_saved"));
        }
    }

    private static Change<Placed> all(List<Change<? super Placed>> changes) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Change<? super Placed>[] array = changes.toArray(new Change[0]);
        return changes(array);
    }

    private Map<String, AttributeValue> stored(String sk) {
        Map<String, AttributeValue> row = new HashMap<>(db.client()
                .getItem(get -> get.tableName("songs")
                        .consistentRead(true)
                        .key(Map.of("pk", AttributeValue.fromS("1"), "sk", AttributeValue.fromS(sk))))
                .item());
        row.remove("sk");
        return row;
    }
}
