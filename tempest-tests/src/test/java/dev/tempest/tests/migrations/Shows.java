package dev.tempest.tests.migrations;

import dev.tempest.Attribute;
import dev.tempest.CreatedAt;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.ItemCollection;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.migration.Migration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Shows whose model has changed twice: the name has another attribute, and the price is a number of cents. */
final class Shows {
    private Shows() {}

    /** The current model, with a version. */
    record Show(
            String id,
            @Attribute(prefix = "SHOW#") String kind,
            String title,
            long cents,
            @Nullable String genre,
            @Nullable Long sold,
            @CreatedAt @Nullable Long created,
            @UpdatedAt @Nullable Long updated,
            @Version @Nullable Long version) {
        record Key(String id, String kind) {
            Key(String id) {
                this(id, "");
            }
        }

        @ForIndex(name = "genres")
        record ByGenre(
                String genre, @Nullable String id, @Nullable String kind) {
            ByGenre(String genre) {
                this(genre, null, null);
            }
        }

        Show(String id, String title, long cents, @Nullable String genre) {
            this(id, "", title, cents, genre, null, null, null, null);
        }

        Show titled(String other) {
            return new Show(id, kind, other, cents, genre, sold, created, updated, version);
        }

        Show priced(long other) {
            return new Show(id, kind, title, other, genre, sold, created, updated, version);
        }
    }

    /** The current model, without a version. */
    record Plain(
            String id,
            @Attribute(prefix = "SHOW#") String kind,
            String title,
            long cents,
            @Nullable String genre,
            @Nullable Long sold) {
        record Key(String id, String kind) {
            Key(String id) {
                this(id, "");
            }
        }

        Plain(String id, String title, long cents) {
            this(id, "", title, cents, null, null);
        }

        Plain titled(String other) {
            return new Plain(id, kind, other, cents, genre, sold);
        }
    }

    /** An item that is a number. */
    record Count(
            String id,
            @Attribute(prefix = "SHOW#") String kind,
            @Nullable Long sold) {
        record Key(String id, String kind) {
            Key(String id) {
                this(id, "");
            }
        }
    }

    @Table(partitionKey = "id", sortKey = "kind")
    interface CountTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Count.Key, Count> counts();
    }

    interface CountDb extends LogicalDb {
        @TableName("shows")
        CountTable counts();
    }

    /** Some of the properties. */
    record Titled(String id, String title) {}

    /** Another type of the same partitions. */
    record Seat(
            String id,
            @Attribute(name = "kind", prefix = "SEAT#") String number,
            String name) {
        record Key(String id, String number) {}
    }

    /** A show with its seats. */
    record Whole(@Nullable Show show, List<Seat> seats) {}

    @Table(
            partitionKey = "id",
            sortKey = "kind",
            indexes = @Index(name = "genres", partitionKey = "genre", sortKey = "id"))
    interface ShowTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Show.Key, Show> shows();

        SecondaryIndex<Show.ByGenre, Show> genres();

        InlineView<Seat.Key, Seat> seats();

        ItemCollection<Seat.Key, Whole> whole();
    }

    @Table(partitionKey = "id", sortKey = "kind")
    interface AsyncShowTable extends AsyncLogicalTable<Map<String, AttributeValue>> {
        AsyncInlineView<Show.Key, Show> shows();
    }

    @Table(partitionKey = "id", sortKey = "kind")
    interface PlainTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Plain.Key, Plain> shows();
    }

    @Table(partitionKey = "id", sortKey = "kind")
    @WriteToken("token")
    interface TokenTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Plain.Key, Plain> shows();
    }

    interface Db extends LogicalDb {
        @TableName("shows")
        ShowTable shows();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("shows")
        AsyncShowTable shows();
    }

    interface PlainDb extends LogicalDb {
        @TableName("shows")
        PlainTable shows();
    }

    interface TokenDb extends LogicalDb {
        @TableName("shows")
        TokenTable shows();
    }

    /** Drops {@code legacy}, an attribute of no type, and adds {@code source}, another. */
    static <T> Migration<T> migration(Class<T> type) {
        return Migration.of(type, "model")
                .step(1, Migration.rename("name", "title"))
                .step(2, item -> {
                    item.put("cents", AttributeValue.fromN(item.remove("price").n() + "00"));
                    item.remove("legacy");
                    item.put("source", AttributeValue.fromS("migrated"));
                    return item;
                });
    }

    static Db open(DynamoDbEnhancedClient client) {
        return LogicalDb.builder(Db.class)
                .enhancedClient(client)
                .migrateOnRead(migration(Show.class))
                .build();
    }

    /** A row of the first model. */
    static Map<String, AttributeValue> oldRow(String id, @Nullable String genre, @Nullable Long version) {
        Map<String, AttributeValue> row = new HashMap<>();
        row.put("id", AttributeValue.fromS(id));
        row.put("kind", AttributeValue.fromS("SHOW#"));
        row.put("name", AttributeValue.fromS("Title " + id));
        row.put("price", AttributeValue.fromN("7"));
        row.put("legacy", AttributeValue.fromS("x"));
        if (genre != null) {
            row.put("genre", AttributeValue.fromS(genre));
        }
        if (version != null) {
            row.put("version", AttributeValue.fromN("" + version));
        }
        return row;
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id), "kind", AttributeValue.fromS("SHOW#"));
    }
}
