package dev.tempest.tests.definitions;

import dev.tempest.Attribute;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.sdk2.AsyncInlineView;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.AsyncLogicalTable;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Two tables, one of them with every kind of index and with time to live. */
final class Catalog {
    private Catalog() {}

    record Offer(
            @Attribute(name = "pk") String shop,
            @Attribute(prefix = "OFFER#") String sk,
            String category,
            long price,
            String text,
            long expires_at) {
        record Key(String shop, String sk) {}
    }

    /** What the lean indexes hold of an offer. */
    record Price(
            @Attribute(name = "pk") String shop,
            @Attribute(prefix = "OFFER#") String sk,
            String category,
            long price) {
        @ForIndex("by_category")
        record ByCategory(
                String category,
                @Nullable Long price,
                @Nullable String shop,
                @Nullable String sk) {}
    }

    @TimeToLive("expires_at")
    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(
                        name = "by_category",
                        partitionKey = "category",
                        sortKey = "price",
                        projection = {}),
                @Index(
                        name = "by_price",
                        sortKey = "price",
                        projection = {"category", "text"}),
                @Index(
                        name = "by_all",
                        partitionKey = {"category", "pk"},
                        sortKey = {"price", "sk"})
            })
    interface Offers extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Offer.Key, Offer> offers();

        SecondaryIndex<Price.ByCategory, Price> prices();
    }

    @TimeToLive("expires_at")
    @Table(
            partitionKey = "pk",
            sortKey = "sk",
            indexes = {
                @Index(
                        name = "by_category",
                        partitionKey = "category",
                        sortKey = "price",
                        projection = {}),
                @Index(
                        name = "by_price",
                        sortKey = "price",
                        projection = {"category", "text"}),
                @Index(
                        name = "by_all",
                        partitionKey = {"category", "pk"},
                        sortKey = {"price", "sk"})
            })
    interface AsyncOffers extends AsyncLogicalTable<Map<String, AttributeValue>> {
        AsyncInlineView<Offer.Key, Offer> offers();
    }

    record Shop(String name, int floor) {
        record Key(String name) {}
    }

    @Table(partitionKey = "name")
    interface Shops extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Shop.Key, Shop> shops();
    }

    interface Db extends LogicalDb {
        @TableName("catalog-offers")
        Offers offers();

        @TableName("shops")
        Shops shops();
    }

    interface AsyncDb extends AsyncLogicalDb {
        @TableName("catalog-offers")
        AsyncOffers offers();
    }
}
