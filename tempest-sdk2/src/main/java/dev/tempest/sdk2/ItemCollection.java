package dev.tempest.sdk2;

import dev.tempest.KeyCondition;
import org.jspecify.annotations.Nullable;

/**
 * Items of several types that share a partition, read at once and gathered in an object of their own. Declare what
 * gathers them, and a method for it in the table's interface:
 *
 * <pre>{@code
 * record Album(AlbumInfo info, List<AlbumTrack> tracks) {
 *   record Key(String album_token) {}
 * }
 *
 * public interface MusicTable extends LogicalTable<MusicItem> {
 *   ItemCollection<Album.Key, Album> albums();
 * }
 * }</pre>
 *
 * <p>Each component of {@code A} is an item type of the table, or a {@link java.util.List} of one. A list gets all items of
 * its type, in the order of the query, and is unmodifiable; it is empty if there are none. A single component gets the one
 * item of its type, or null; two such items are an error. The prefix of the table's sort key says which type an item has. Items
 * of no type among the components are left out, unless {@code A} has a component that is a list of the raw item type: that
 * one gets them.
 *
 * <p>{@code K} is a class with one property: that of the item types which is stored in the partition key, under its name
 * and without an annotation. A whole key type of one of the item types will do too; of its objects the partition alone
 * counts. With {@link dev.tempest.ForIndex} on {@code K}, the collection is read through that secondary index.
 *
 * <p>A load sends one Query, and a further one for each further page: half a read unit for each 4 KB of items in the range
 * that is read, those that are left out included, and twice that if the read is consistent. A page ends at 1 MB, or at the
 * configuration's {@code pageSize}. Between two pages others may write: a load of several pages is not a snapshot, and neither
 * is a query.
 *
 * <p>Every method throws {@link IllegalArgumentException}, before anything is sent, for a key that lacks its partition or is
 * of a foreign class, and for a consistent read of a global secondary index;
 * {@link dev.tempest.UnreadableItemException} if an item cannot be read as its item type, if there are two items for a
 * component that takes one, or if the constructor of {@code A} throws; and the SDK's own exceptions for what DynamoDB
 * rejects. Safe for use by several threads.
 *
 * @param <K> the key type
 * @param <A> the type that gathers the items
 */
public interface ItemCollection<K, A> {
    /**
     * Loads all of a partition, by eventually consistent reads.
     *
     * @return the items, or null if the partition has no item for any component
     */
    default @Nullable A load(K key) {
        return load(key, false);
    }

    /**
     * Loads all of a partition.
     *
     * @param consistentReads whether to see all writes that were acknowledged before
     * @return the items, or null if the partition has no item for any component
     */
    default @Nullable A load(K key, boolean consistentReads) {
        return load(key, QueryConfig.whole(consistentReads));
    }

    /**
     * Loads all of a partition.
     *
     * @param config the order of the items, the size of the pages, a filter; capacity is not reported
     * @return the items, or null if no item is left for any component
     */
    @Nullable A load(K key, QueryConfig config);

    /**
     * Loads the items of a partition that meet a condition on the stored sort key, by eventually consistent reads.
     *
     * @see #load(KeyCondition, QueryConfig)
     * @return the items, or null if the condition leaves no item for any component
     */
    default @Nullable A load(KeyCondition<?> condition) {
        return load(condition, false);
    }

    /**
     * Loads the items of a partition that meet a condition on the stored sort key.
     *
     * @param consistentReads whether to see all writes that were acknowledged before
     * @see #load(KeyCondition, QueryConfig)
     * @return the items, or null if the condition leaves no item for any component
     */
    default @Nullable A load(KeyCondition<?> condition, boolean consistentReads) {
        return load(condition, QueryConfig.whole(consistentReads));
    }

    /**
     * Loads the items of a partition that meet a condition on the stored sort key.
     *
     * <p>The keys of the condition may be of any of the item types, and of two types in
     * {@link dev.tempest.Between}. Each is compared as it is stored, with its own type's prefix, and so with the items of
     * all types: below the track {@code TRACK_0005} lies {@code INFO_} too.
     *
     * @param condition its keys are keys of the item types (for an index, offsets in it), or, in
     *     {@link dev.tempest.BeginsWith} for the whole partition, a {@code K}
     * @param config the order of the items, the size of the pages, a filter; capacity is not reported
     * @return the items, or null if no item is left for any component
     */
    @Nullable A load(KeyCondition<?> condition, QueryConfig config);
}
