package dev.tempest.soak.item;

import dev.tempest.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item without a version. */
public record PlainItem(
        @Attribute(name = "partition_key") String name,
        @Nullable List<String> operations,
        @Nullable Long total,
        @Nullable Long second,
        @Nullable String note)
        implements Entry<PlainItem> {
    static final Type<Key, PlainItem> TYPE = new Type<>(Key.class, PlainItem.class, Key::new, PlainItem::fresh);

    private static PlainItem fresh(String name, int operation) {
        return new PlainItem(name, Entry.list(operation), null, null, Entry.note(operation));
    }

    /** Its sort key. */
    @Attribute(prefix = "PLAIN_")
    public String sort_key() {
        return "";
    }

    @Override
    public PlainItem with(int operation) {
        return new PlainItem(name, Entry.append(operations, operation), total, second, Entry.note(operation));
    }

    /** Its key. */
    public record Key(String name) {
        /** Its sort key. */
        public String sort_key() {
            return "";
        }
    }
}
