package dev.tempest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the key and the secondary indexes of a table on its interface, so that the table needs no raw item type. All other
 * attributes come from the item types of the table:
 *
 * <pre>{@code
 * @Table(partitionKey = "partition_key", sortKey = "sort_key",
 *         indexes = @Index(name = "artist_index", partitionKey = "artist_name", sortKey = "release_date"))
 * public interface MusicTable extends LogicalTable<Map<String, AttributeValue>> {
 *   InlineView<AlbumInfo.Key, AlbumInfo> albumInfo();
 *   InlineView<AlbumTrack.Key, AlbumTrack> albumTracks();
 * }
 * }</pre>
 *
 * <p>The table as a view of its raw items then reads and writes maps of attribute values.
 *
 * <p>The properties that hold a key attribute decide whether it is a string, a number or binary. One that no item type has is
 * a string.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Table {
    /** The name of the attribute that is the table's partition key. */
    String partitionKey();

    /** The name of the attribute that is the table's sort key; empty for a table without one. */
    String sortKey() default "";

    /** The secondary indexes of the table. */
    Index[] indexes() default {};
}
