package dev.tempest.sdk2.internal.mapping;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.model.KeyType;
import dev.tempest.sdk2.HomeRegions;
import dev.tempest.sdk2.WrongRegionException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares the home Region of each written item of one type with the Region of the client. */
public final class HomeRule {
    /** For databases without home Regions. */
    private static final HomeRule NONE = new HomeRule(null, null, row -> null);

    private final DbSettings.@Nullable Homes homes;
    private final @Nullable ItemMapper<?> mapper;
    private final Function<Map<String, AttributeValue>, @Nullable Object> keyOf;

    private HomeRule(
            DbSettings.@Nullable Homes homes,
            @Nullable ItemMapper<?> mapper,
            Function<Map<String, AttributeValue>, @Nullable Object> keyOf) {
        this.homes = homes;
        this.mapper = mapper;
        this.keyOf = keyOf;
    }

    /**
     * The rule for the items of a view.
     *
     * @throws IllegalArgumentException if there is no home for the type, or one by keys of another type
     */
    public static HomeRule ofView(ItemMapper<?> mapper, KeyType<?, AttributeValue> key) {
        DbSettings.Homes homes = mapper.table().settings().homes();
        if (homes == null) {
            return NONE;
        }
        HomeRegions regions = homes.regions();
        if (!regions.covers(mapper.type())) {
            throw ModelError.of(
                    mapper.type(),
                    "has no home Region, but the database is created with HomeRegions",
                    "Call home(...), anywhere(...) or others(...) for it");
        }
        Class<?> keyType = regions.keyType(mapper.type());
        if (keyType != null && keyType != key.type()) {
            throw ModelError.of(
                    mapper.type(),
                    "has a home Region by " + ModelError.name(keyType) + ", but the keys of its view are of the type "
                            + ModelError.name(key.type()),
                    "Give home(...) the key type of the view");
        }
        return new HomeRule(
                homes,
                mapper,
                keyType == null ? row -> null : row -> key.codec().decode(row));
    }

    /** The rule for the raw items of a table, which need none unless they are written. */
    public static HomeRule ofRawItems(ItemMapper<?> mapper) {
        DbSettings.Homes homes = mapper.table().settings().homes();
        return homes == null ? NONE : new HomeRule(homes, mapper, row -> null);
    }

    /**
     * Checks a write before it is sent.
     *
     * @param row has the key at least
     * @throws WrongRegionException if the item is at home in another Region
     */
    public void check(Map<String, AttributeValue> row) {
        if (homes == null || mapper == null) {
            return;
        }
        HomeRegions regions = homes.regions();
        if (!regions.covers(mapper.type()) || (regions.keyType(mapper.type()) != null && keyOf.apply(row) == null)) {
            throw new IllegalArgumentException(
                    mapper.describe(row) + " is a raw item, whose home Region is not declared."
                            + " Write it through a view, or call anywhere(...) or others(...) of HomeRegions for "
                            + mapper.typeName() + ".");
        }
        String home = regions.homeOf(mapper.type(), keyOf.apply(row));
        if (home != null && !home.equals(homes.here())) {
            regions.report(new WrongRegionException(
                    mapper.table().name(),
                    mapper.table().schema().table().keyValues(row),
                    mapper.type(),
                    mapper.describe(row) + " is at home in " + home + ", but this database writes in " + homes.here()
                            + ". Write it through a database in " + home + ".",
                    homes.here(),
                    home));
        }
    }
}
