package dev.tempest;

import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.schema.KeySchema;
import dev.tempest.internal.schema.PlainCodec;
import dev.tempest.internal.schema.PlainValues;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.internal.schema.RawTable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Item types of one table, stored as they are. */
final class Clips {
    interface Titled {
        @Nullable String title();
    }

    record Clip(
            @Attribute(name = "pk", prefix = "CLIP_") String token,
            @Attribute(name = "sk", prefix = "INFO_") String part,
            @Nullable String title,

            @Attribute(
                    names = {"genre", "g1"},
                    prefix = "ROCK_")
            @Nullable String genre,

            long plays,
            int likes,
            @Nullable Long seconds,
            double rating,
            boolean open,
            @Nullable Set<String> tags,
            @Nullable List<String> notes,
            @Nullable Instant released,
            @Nullable UUID id,
            @Version long version)
            implements Titled {}

    /** The same by getters. */
    static class Bean {
        @Attribute(name = "pk", prefix = "BEAN_")
        private String token = "";

        @Attribute(name = "sk", prefix = "INFO_")
        private String part = "";

        public final @Nullable String title;
        private boolean open;
        private @Nullable Long seconds;

        Bean(@Nullable String title) {
            this.title = title;
        }

        public String getToken() {
            return token;
        }

        public void setToken(String token) {
            this.token = token;
        }

        public String getPart() {
            return part;
        }

        public void setPart(String part) {
            this.part = part;
        }

        public boolean isOpen() {
            return open;
        }

        public void setOpen(boolean open) {
            this.open = open;
        }

        public @Nullable Long getSeconds() {
            return seconds;
        }

        public void setSeconds(@Nullable Long seconds) {
            this.seconds = seconds;
        }

        public String shown() {
            return title + " " + seconds;
        }
    }

    static final RawTable<Object> TABLE = table();

    static final ItemProperties<Object> CLIPS = ItemType.of(Clip.class, TABLE).properties();
    static final ItemProperties<Object> BEANS = ItemType.of(Bean.class, TABLE).properties();

    private Clips() {}

    private static RawTable<Object> table() {
        Map<String, RawAttribute<Object>> attributes = new LinkedHashMap<>();
        put(attributes, String.class, "pk", "sk", "title", "genre", "g1");
        put(attributes, long.class, "plays", "version");
        put(attributes, int.class, "likes");
        put(attributes, Long.class, "seconds");
        put(attributes, double.class, "rating");
        put(attributes, boolean.class, "open");
        put(attributes, Instant.class, "released");
        put(attributes, UUID.class, "id");
        attributes.put("tags", new RawAttribute<>("tags", null, PlainCodec.of(Set.class)));
        attributes.put("notes", new RawAttribute<>("notes", null, PlainCodec.of(List.class)));
        return new RawTable<>(Object.class, attributes, new KeySchema("pk", "sk"), Map.of(), new PlainValues());
    }

    private static void put(Map<String, RawAttribute<Object>> attributes, Class<?> type, String... names) {
        for (String name : names) {
            attributes.put(name, new RawAttribute<>(name, type, PlainCodec.of(type)));
        }
    }
}
