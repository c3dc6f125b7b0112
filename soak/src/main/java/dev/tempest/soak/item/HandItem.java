package dev.tempest.soak.item;

import dev.tempest.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item whose version its writers look after. */
public record HandItem(
        @Attribute(name = "partition_key") String name,
        @Nullable List<String> operations,
        @Nullable Long total,
        @Nullable Long second,
        @Nullable String note,
        @Nullable Long version)
        implements Entry<HandItem> {
    static final Type<Key, HandItem> TYPE = new Type<>(Key.class, HandItem.class, Key::new, HandItem::fresh);

    private static HandItem fresh(String name, int operation) {
        return new HandItem(name, Entry.list(operation), null, null, Entry.note(operation), 1L);
    }

    /** Its sort key. */
    @Attribute(prefix = "HAND_")
    public String sort_key() {
        return "";
    }

    @Override
    public HandItem with(int operation) {
        return new HandItem(
                name, Entry.append(operations, operation), total, second, Entry.note(operation), Entry.next(version));
    }

    /** Its key. */
    public record Key(String name) {
        /** Its sort key. */
        public String sort_key() {
            return "";
        }
    }
}
