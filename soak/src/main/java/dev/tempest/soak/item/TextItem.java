package dev.tempest.soak.item;

import dev.tempest.Attribute;
import dev.tempest.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item with a text as version. */
public record TextItem(
        @Attribute(name = "partition_key") String name,
        @Nullable List<String> operations,
        @Nullable Long total,
        @Nullable Long second,
        @Nullable String note,
        @Version @Nullable String stamp)
        implements Entry<TextItem> {
    static final Type<Key, TextItem> TYPE = new Type<>(Key.class, TextItem.class, Key::new, TextItem::fresh);

    private static TextItem fresh(String name, int operation) {
        return new TextItem(name, Entry.list(operation), null, null, Entry.note(operation), null);
    }

    /** Its sort key. */
    @Attribute(prefix = "TEXT_")
    public String sort_key() {
        return "";
    }

    @Override
    public TextItem with(int operation) {
        return new TextItem(name, Entry.append(operations, operation), total, second, Entry.note(operation), stamp);
    }

    /** Its key. */
    public record Key(String name) {
        /** Its sort key. */
        public String sort_key() {
            return "";
        }
    }
}
