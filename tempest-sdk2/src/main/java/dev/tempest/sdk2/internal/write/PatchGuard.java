package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.WriteTokens;
import dev.tempest.sdk2.internal.schema.SdkValues;
import dev.tempest.sdk2.internal.write.Write.Expectation;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * By what it is told whether an item is still the one that was read. Of the item nothing else counts.
 *
 * @param row of the item
 * @param versionAttribute null if the type has no versions
 * @param version that the item carries; null if its type has none
 * @param next the version after it
 * @param token that the item carries; null for none
 */
record PatchGuard(
        Map<String, AttributeValue> key,
        Map<String, AttributeValue> row,
        @Nullable String versionAttribute,
        @Nullable AttributeValue version,
        @Nullable AttributeValue next,
        @Nullable AttributeValue token) {

    /** @throws IllegalArgumentException if nothing tells the item from a later one, or it was never stored */
    static <I> PatchGuard of(WriteRules<I> rules, I item, ItemChange<AttributeValue> change, Nonces nonces) {
        ItemMapper<I> mapper = rules.mapper();
        if (change.createsItem()) {
            throw new IllegalArgumentException("The change of a " + mapper.typeName()
                    + " that was read cannot be orCreate(), since the item is stored. Leave orCreate() out, or patch its"
                    + " key.");
        }
        Map<String, AttributeValue> row = mapper.encode(item);
        String attribute = rules.versionAttribute();
        VersionRule<AttributeValue> rule = rules.version();
        WriteTokens tokens = rules.tokens();
        boolean isTokenMapped = tokens != null && mapper.stores(tokens.attribute());
        if (attribute == null && !isTokenMapped) {
            throw new IllegalArgumentException(mapper.typeName()
                    + " has neither a @Version nor a property for a @WriteToken, so it is not known whether others have"
                    + " changed an item. Patch its key, which checks nothing, or give the type a @Version.");
        }
        AttributeValue version =
                rule != null ? rule.carriedBy(item) : attribute == null ? null : SdkValues.in(row, attribute);
        AttributeValue token = tokens == null || !isTokenMapped ? null : SdkValues.in(row, tokens.attribute());
        if (attribute != null ? version == null : token == null) {
            throw new IllegalArgumentException("The " + (attribute == null ? "write token" : "version") + " of "
                    + mapper.describe(row) + " is null, so the item is not stored yet. Patch the item as it"
                    + " was loaded, or patch its key.");
        }
        return new PatchGuard(
                rules.table().schema().table().requireKey(row),
                row,
                attribute,
                version,
                version == null ? null : rules.nextVersion(version, row, nonces),
                token);
    }

    /** Whether a stored item is the one that was read. */
    boolean matches(Map<String, AttributeValue> stored, @Nullable WriteTokens tokens) {
        return isSame(version, versionAttribute == null ? null : stored.get(versionAttribute))
                && (token == null || tokens == null || isSame(token, stored.get(tokens.attribute())));
    }

    private static boolean isSame(@Nullable AttributeValue expected, @Nullable AttributeValue stored) {
        return expected == null || (stored != null && SdkValues.INSTANCE.same(expected, stored));
    }

    Expectation expectation(ItemChange<AttributeValue> change) {
        return new Expectation(
                version == null ? Expectation.ITEM_READ : null, versionAttribute, version, change.condition());
    }

    /** The item as it is stored afterwards, as far as the one that was read tells. */
    Map<String, AttributeValue> expected(ItemChange<AttributeValue> change) {
        Map<String, AttributeValue> expected;
        try {
            expected = RowEdit.of(row, change.actions());
        } catch (RowEdit.NoSuchPlace e) {
            expected = new HashMap<>(row);
        }
        if (versionAttribute != null && next != null) {
            expected.put(versionAttribute, next);
        }
        return expected;
    }
}
