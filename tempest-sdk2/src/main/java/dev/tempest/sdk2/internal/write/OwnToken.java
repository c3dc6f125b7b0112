package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.reflect.Types;
import dev.tempest.internal.schema.RawAttribute;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an item type and the write token of its table get along. */
final class OwnToken {
    private OwnToken() {}

    /** An item type leaves the attribute to the tokens, or maps it as it is. */
    static void requireApart(ItemMapper<?> mapper, String token, @Nullable String version) {
        String table = ModelError.name(mapper.table().schema().table().rawType()) + "'s table";
        if (token.equals(version)) {
            throw ModelError.of(
                    mapper.type(),
                    "has its version in " + token + ", which is the @WriteToken of " + table,
                    "Store each in an attribute of its own");
        }
        if (mapper.stores(token) && !mapper.storesAsItIs(token)) {
            throw ModelError.of(
                    mapper.type(),
                    "stores " + token + ", which is the @WriteToken of " + table
                            + ", with a prefix or in several attributes",
                    "Store it in one attribute, as it is");
        }
        RawAttribute<AttributeValue> stored = mapper.rawTable().attributes().get(token);
        if (stored != null && stored.type() != null && stored.type() != String.class) {
            throw ModelError.of(
                    mapper.type(),
                    "stores " + token + ", which is the @WriteToken of " + table + ", as " + Types.aName(stored.type()),
                    "Make it a String, or remove it from the item type");
        }
    }
}
