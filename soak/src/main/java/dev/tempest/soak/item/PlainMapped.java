package dev.tempest.soak.item;

import dev.tempest.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item without a version that carries the table's token. */
public record PlainMapped(
        @Attribute(name = "partition_key") String name,
        @Nullable List<String> operations,
        @Nullable Long total,
        @Nullable Long second,
        @Nullable String note,
        @Nullable String write_token)
        implements Entry<PlainMapped> {
    static final Type<Key, PlainMapped> TYPE = new Type<>(Key.class, PlainMapped.class, Key::new, PlainMapped::fresh);

    private static PlainMapped fresh(String name, int operation) {
        return new PlainMapped(name, Entry.list(operation), null, null, Entry.note(operation), null);
    }

    /** Its sort key. */
    @Attribute(prefix = "PLAIN_")
    public String sort_key() {
        return "";
    }

    @Override
    public PlainMapped with(int operation) {
        return new PlainMapped(
                name, Entry.append(operations, operation), total, second, Entry.note(operation), write_token);
    }

    /** Its key. */
    public record Key(String name) {
        /** Its sort key. */
        public String sort_key() {
            return "";
        }
    }
}
