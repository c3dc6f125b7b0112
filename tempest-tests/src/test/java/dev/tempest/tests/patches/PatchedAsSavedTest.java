package dev.tempest.tests.patches;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.changes;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Change;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
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

/** Whatever is changed, an item is stored afterwards as it would be if it had been saved whole. */
class PatchedAsSavedTest {
    @RegisterExtension
    final TestDb db = TestDb.of(TestTable.create("songs", Songs.Row.class));

    @Test
    void whatIsComputedIsNeverStale() {
        Songs.Table songs = db.logicalDb(Songs.Db.class).songs();
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
            songs.ranked().create(new Ranked("1", "saved", title, plays, expected.version()));
            assertThat(stored("RANKED_patched")).isEqualTo(stored("RANKED_saved"));
        }
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
