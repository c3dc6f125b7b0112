package dev.tempest.soak.item;

import dev.tempest.Attribute;
import dev.tempest.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item with a number as version that carries the table's token. */
public record NumberMapped(
        @Attribute(name = "partition_key") String name,
        @Nullable List<String> operations,
        @Nullable Long total,
        @Nullable Long second,
        @Nullable String note,
        @Version @Nullable Long version,
        @Nullable String write_token)
        implements Entry<NumberMapped> {
    static final Type<Key, NumberMapped> TYPE =
            new Type<>(Key.class, NumberMapped.class, Key::new, NumberMapped::fresh);

    private static NumberMapped fresh(String name, int operation) {
        return new NumberMapped(name, Entry.list(operation), null, null, Entry.note(operation), null, null);
    }

    /** Its sort key. */
    @Attribute(prefix = "NUMBER_")
    public String sort_key() {
        return "";
    }

    @Override
    public NumberMapped with(int operation) {
        return new NumberMapped(
                name, Entry.append(operations, operation), total, second, Entry.note(operation), version, write_token);
    }

    /** Its key. */
    public record Key(String name) {
        /** Its sort key. */
        public String sort_key() {
            return "";
        }
    }
}
