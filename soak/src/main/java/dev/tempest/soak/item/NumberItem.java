package dev.tempest.soak.item;

import dev.tempest.Attribute;
import dev.tempest.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item with a number as version. */
public record NumberItem(
        @Attribute(name = "partition_key") String name,
        @Nullable List<String> operations,
        @Nullable Long total,
        @Nullable Long second,
        @Nullable String note,
        @Version @Nullable Long version)
        implements Entry<NumberItem> {
    static final Type<Key, NumberItem> TYPE = new Type<>(Key.class, NumberItem.class, Key::new, NumberItem::fresh);

    private static NumberItem fresh(String name, int operation) {
        return new NumberItem(name, Entry.list(operation), null, null, Entry.note(operation), null);
    }

    /** Its sort key. */
    @Attribute(prefix = "NUMBER_")
    public String sort_key() {
        return "";
    }

    @Override
    public NumberItem with(int operation) {
        return new NumberItem(name, Entry.append(operations, operation), total, second, Entry.note(operation), version);
    }

    /** Its key. */
    public record Key(String name) {
        /** Its sort key. */
        public String sort_key() {
            return "";
        }
    }
}
