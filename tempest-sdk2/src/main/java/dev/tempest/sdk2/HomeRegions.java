package dev.tempest.sdk2;

import dev.tempest.internal.ModelError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The Region in which each item may be written: its home. In a global table with eventual consistency, conditions and versions
 * protect an item only if all of its writes are made in one Region.
 *
 * <pre>{@code
 * HomeRegions homes = HomeRegions.builder()
 *         .home(PlaylistInfo.class, PlaylistInfo.Key.class, key -> regionOf(key.playlist_token()))
 *         .others(() -> "us-east-1")
 *         .build();
 * MusicDb db = LogicalDb.builder(MusicDb.class).enhancedClient(client).homeRegions(homes).build();
 * }</pre>
 *
 * <p>The key decides, as every write has one and it never changes. A database compares the home with the Region of its client
 * before a request is sent. A write elsewhere fails with a {@link WrongRegionException}: send it to the home Region. Reads, and
 * the condition checks of transactions, are not compared.
 *
 * <p>Instances are thread-safe if their functions are.
 */
public final class HomeRegions {
    private record Home(Class<?> keyType, Function<Object, String> region) {}

    private final Map<Class<?>, Home> homes;
    private final List<Class<?>> anywhere;
    private final @Nullable Supplier<String> others;
    private final @Nullable Consumer<WrongRegionException> warning;

    private HomeRegions(Builder builder) {
        homes = Map.copyOf(builder.homes);
        anywhere = List.copyOf(builder.anywhere);
        others = builder.others;
        warning = builder.warning;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** All items are at home in one Region, which the supplier returns: the active one. It is asked for each write. */
    public static HomeRegions allIn(Supplier<String> activeRegion) {
        return builder().others(activeRegion).build();
    }

    /** The type of the keys that decide on the homes of an item type; null if another rule is for it, or none. */
    public @Nullable Class<?> keyType(Class<?> itemType) {
        Home home = homes.get(itemType);
        return home == null ? null : home.keyType();
    }

    /** Whether there is a rule for an item type. */
    public boolean covers(Class<?> itemType) {
        return homes.containsKey(itemType) || anywhere.contains(itemType) || others != null;
    }

    /**
     * The home of an item; null if it may be written anywhere.
     *
     * @param key of the {@linkplain #keyType type} that decides; any object where that is null
     * @throws IllegalArgumentException if the function for the type returns null
     */
    public @Nullable String homeOf(Class<?> itemType, @Nullable Object key) {
        Home home = homes.get(itemType);
        if (home == null && (anywhere.contains(itemType) || others == null)) {
            return null;
        }
        String region = home != null && key != null ? home.region().apply(key) : others == null ? null : others.get();
        if (region == null) {
            throw new IllegalArgumentException("The home Region of a " + ModelError.name(itemType) + " is null.");
        }
        return region;
    }

    /** Fails with the exception, or passes it on if the program only wants to be warned. */
    public void report(WrongRegionException wrong) {
        if (warning == null) {
            throw wrong;
        }
        warning.accept(wrong);
    }

    /** Says where items are at home. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<Class<?>, Home> homes = new HashMap<>();
        private final List<Class<?>> anywhere = new ArrayList<>();
        private @Nullable Supplier<String> others;
        private @Nullable Consumer<WrongRegionException> warning;

        private Builder() {}

        /**
         * The items of a type have the home that the function returns for their key.
         *
         * @param keyType of the view that writes the items
         * @param home returns a Region such as {@code eu-west-1}. It is called for each write, and should not block
         */
        public <K> Builder home(Class<?> itemType, Class<K> keyType, Function<? super K, String> home) {
            Objects.requireNonNull(home, "home");
            homes.put(itemType, new Home(keyType, key -> home.apply(keyType.cast(key))));
            return this;
        }

        /** The items of these types may be written in any Region, as those that are only created. */
        public Builder anywhere(Class<?>... itemTypes) {
            anywhere.addAll(List.of(itemTypes));
            return this;
        }

        /** All other items are at home in one Region, which the supplier returns. It is asked for each write. */
        public Builder others(Supplier<String> region) {
            others = Objects.requireNonNull(region, "region");
            return this;
        }

        /** Calls this in place of failing. The write goes on afterwards, unless it throws. */
        public Builder warn(Consumer<WrongRegionException> consumer) {
            warning = Objects.requireNonNull(consumer, "consumer");
            return this;
        }

        public HomeRegions build() {
            return new HomeRegions(this);
        }
    }
}
