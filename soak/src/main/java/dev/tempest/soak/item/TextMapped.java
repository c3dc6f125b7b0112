package dev.tempest.soak.item;

import dev.tempest.Attribute;
import dev.tempest.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item with a text as version that carries the table's token. */
public record TextMapped(
        @Attribute(name = "partition_key") String name,
        @Nullable List<String> operations,
        @Nullable Long total,
        @Nullable Long second,
        @Nullable String note,
        @Version @Nullable String stamp,
        @Nullable String write_token)
        implements Entry<TextMapped> {
    static final Type<Key, TextMapped> TYPE = new Type<>(Key.class, TextMapped.class, Key::new, TextMapped::fresh);

    private static TextMapped fresh(String name, int operation) {
        return new TextMapped(name, Entry.list(operation), null, null, Entry.note(operation), null, null);
    }

    /** Its sort key. */
    @Attribute(prefix = "TEXT_")
    public String sort_key() {
        return "";
    }

    @Override
    public TextMapped with(int operation) {
        return new TextMapped(
                name, Entry.append(operations, operation), total, second, Entry.note(operation), stamp, write_token);
    }

    /** Its key. */
    public record Key(String name) {
        /** Its sort key. */
        public String sort_key() {
            return "";
        }
    }
}
