package dev.tempest.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.ItemSet;
import dev.tempest.internal.schema.RowKey;
import dev.tempest.internal.schema.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A load's rows, here with strings for attribute values. */
class AskedRowsTest {
    record Song(String id) {}

    record Title(String id) {}

    private final AskedRows<String> asked = new AskedRows<>();
    private final List<Object> read = new ArrayList<>();

    private boolean ask(String key, String id, Class<?> type) {
        return asked.add(key, Map.of("id", id), new RowReader<>() {
            @Override
            @SuppressWarnings("unchecked")
            public Class<Object> type() {
                return (Class<Object>) type;
            }

            @Override
            public RowKey rowKey(Map<String, String> row) {
                return new RowKey("songs", row.getOrDefault("id", ""), null);
            }

            @Override
            public Object read(Map<String, String> row) {
                String found = row.getOrDefault("id", "");
                Object item = type == Song.class ? new Song(found) : new Title(found);
                read.add(item);
                return item;
            }
        });
    }

    private AskedRows.Row<String> row(String id) {
        return asked.row("songs", Map.of("id", id));
    }

    private void find(String id) {
        row(id).found(Map.of("id", id));
    }

    @Test
    void itemsComeInTheCallersOrderWhateverOrderTheirRowsComeIn() {
        ask("first", "1", Song.class);
        ask("second", "2", Song.class);
        ask("third", "3", Song.class);

        find("3");
        find("1");

        ItemSet items = asked.items();
        assertThat(items).containsExactly(new Song("1"), new Song("3"));
        assertThat(items.get("first")).isEqualTo(new Song("1"));
        assertThat(items.get("second")).isNull();
        assertThat(items.get("third", Song.class)).isEqualTo(new Song("3"));
    }

    @Test
    void aRowThatIsAskedForTwiceIsOneRequestAndOneItem() {
        assertThat(ask("one", "1", Song.class)).isTrue();
        assertThat(ask("other", "1", Song.class)).isFalse();

        find("1");

        ItemSet items = asked.items();
        assertThat(asked.rows()).hasSize(1);
        assertThat(items).containsExactly(new Song("1"));
        assertThat(items.get("other")).isSameAs(items.get("one"));
        assertThat(read).hasSize(1);
    }

    @Test
    void aRowThatIsAskedForAsTwoTypesIsAnItemOfEach() {
        ask("song", "1", Song.class);
        ask("title", "1", Title.class);
        ask("song again", "1", Song.class);

        find("1");

        ItemSet items = asked.items();
        assertThat(asked.rows()).hasSize(1);
        assertThat(items).containsExactly(new Song("1"), new Title("1"));
        assertThat(items.get("song again")).isSameAs(items.get("song"));
    }

    @Test
    void whatIsLeftIsToldByAllTheKeysThatAskedForIt() {
        ask("one", "1", Song.class);
        ask("two", "2", Song.class);
        ask("other one", "1", Title.class);

        assertThat(asked.keysOf(Set.of(row("1")))).containsExactly("one", "other one");
    }

    @Test
    void responsesInTheOrderOfTheRowsAreTheirs() {
        ask("first", "1", Song.class);
        ask("second", "2", Song.class);
        ask("first again", "1", Song.class);
        ask("third", "3", Song.class);

        ItemSet items = asked.items(List.of("1", "", "3"), found -> found.isEmpty() ? null : Map.of("id", found));

        assertThat(items).containsExactly(new Song("1"), new Song("3"));
        assertThat(items.get("third")).isEqualTo(new Song("3"));
    }

    @Test
    void aRowThatNobodyAskedForIsRefused() {
        ask("one", "1", Song.class);

        assertThatThrownBy(() -> row("2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was not asked for")
                .hasMessageContaining("songs");
    }
}
