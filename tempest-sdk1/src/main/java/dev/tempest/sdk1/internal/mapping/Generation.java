package dev.tempest.sdk1.internal.mapping;

import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBAutoGenerateStrategy;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapperFieldModel;
import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.sdk1.internal.schema.RawSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is generated when an item is written: versions, by the mapper's annotation or our own, and by the mapper's annotations
 * keys and timestamps. Only for the attributes that the item type has: a type that knows no version must be writable more
 * than once.
 *
 * @param <I> the item type
 */
public final class Generation<I> {
    private final String rawType;
    private final String partitionKey;
    private final @Nullable VersionRule<AttributeValue> version;
    private final Function<String, @Nullable String> prefix;
    private final List<DynamoDBMapperFieldModel<?, Object>> versions = new ArrayList<>();
    private final List<DynamoDBMapperFieldModel<?, Object>> others = new ArrayList<>();

    /**
     * What is generated for an item type.
     *
     * @param stores whether the item type has an attribute
     * @param prefix of an attribute in the item type; null for none
     * @param version the type's own versions; null if it has none
     */
    Generation(
            Class<I> type,
            RawSchema<?> raw,
            Predicate<String> stores,
            Function<String, @Nullable String> prefix,
            @Nullable VersionRule<AttributeValue> version) {
        this.rawType = ModelError.name(raw.table().rawType());
        this.partitionKey = raw.table().key().partitionKey();
        this.version = version;
        this.prefix = prefix;
        for (DynamoDBMapperFieldModel<?, Object> field : raw.generated()) {
            if (stores.test(field.name())) {
                (field.versioned() ? versions : others).add(field);
            }
        }
        if (version != null && !versions.isEmpty()) {
            throw ModelError.of(
                    type,
                    "has a @Version, and also stores " + versions.get(0).name() + ", the @DynamoDBVersionAttribute of "
                            + rawType,
                    "Keep one of them");
        }
    }

    public boolean hasVersion() {
        return version != null || !versions.isEmpty();
    }

    /** The type's own versions; null if it has none. */
    public @Nullable VersionRule<AttributeValue> version() {
        return version;
    }

    /** The attribute of the mapper's versions; null if the type has none. */
    public @Nullable String mappersVersion() {
        return versions.isEmpty() ? null : versions.get(0).name();
    }

    /** Why a caller must not change an attribute; null for one that may be changed. */
    public @Nullable String reservation(@Nullable String attribute) {
        for (DynamoDBMapperFieldModel<?, Object> field : versions) {
            if (field.name().equals(attribute)) {
                return "is the @DynamoDBVersionAttribute, which every change moves on. Leave it out";
            }
        }
        return null;
    }

    /**
     * Checks a type whose items are to be patched.
     *
     * @throws IllegalArgumentException if the type has several versions
     */
    public void requireOneVersion() {
        if (versions.size() > 1) {
            throw new IllegalArgumentException(rawType + " has several @DynamoDBVersionAttribute, which a patch cannot"
                    + " move on together. Save or merge the item.");
        }
    }

    /** Whether a part of the table's key may be generated. */
    boolean makesKeys() {
        return others.stream().anyMatch(field -> field.keyType() != null);
    }

    /** What the stored item must meet for the version of an item to be right. */
    public Map<String, ExpectedAttributeValue> expectedVersions(I item, Map<String, AttributeValue> row) {
        Map<String, ExpectedAttributeValue> expected = new LinkedHashMap<>();
        if (version != null) {
            AttributeValue carried = version.carriedBy(item);
            expected.put(
                    carried == null ? partitionKey : version.attribute(),
                    carried == null
                            ? new ExpectedAttributeValue().withExists(false)
                            : new ExpectedAttributeValue().withExists(true).withValue(carried));
        }
        for (DynamoDBMapperFieldModel<?, Object> field : versions) {
            AttributeValue current = row.get(field.name());
            expected.put(
                    field.name(),
                    current == null
                            ? new ExpectedAttributeValue().withExists(false)
                            : new ExpectedAttributeValue().withExists(true).withValue(current));
        }
        return expected;
    }

    /**
     * What the stored item must meet for an item to be deleted.
     *
     * @param description the item as messages name it
     */
    public Map<String, ExpectedAttributeValue> expectedToDelete(
            I item, Map<String, AttributeValue> row, Supplier<String> description) {
        if (version != null && version.carriedBy(item) == null) {
            throw new IllegalArgumentException(
                    version.property() + " has no value, which says that " + description.get()
                            + " is not stored. Delete the item as it was loaded, or delete whatever is stored by deleteKey.");
        }
        return expectedVersions(item, row);
    }

    /**
     * Moves the version of an item on.
     *
     * @param description the item as messages name it
     * @return whether it has one
     * @throws IllegalArgumentException if there is no next version
     */
    public boolean nextVersions(I item, Map<String, AttributeValue> row, Nonces nonces, Supplier<String> description) {
        if (version != null) {
            AttributeValue carried = version.carriedBy(item);
            row.put(version.attribute(), carried == null ? version.first(nonces) : version.after(carried, row, nonces));
        }
        versions.forEach(field -> moveOn(field, row, description));
        return hasVersion();
    }

    /** The mapper counts on from the last version of a type with its least number. */
    private void moveOn(
            DynamoDBMapperFieldModel<?, Object> field, Map<String, AttributeValue> row, Supplier<String> description) {
        AttributeValue before = row.get(field.name());
        generate(field, row);
        AttributeValue after = row.get(field.name());
        if (before != null
                && before.getN() != null
                && after != null
                && after.getN() != null
                && new BigDecimal(after.getN()).compareTo(new BigDecimal(before.getN())) <= 0) {
            Object version = field.unconvert(before);
            throw new IllegalArgumentException(VersionRule.describeLast(
                    rawType + "." + field.name(), version.getClass(), version, description.get()));
        }
    }

    /**
     * Generates all of a row but its versions.
     *
     * @return what the stored item must meet, for a new key must not take another item's place; null if nothing was
     *     generated
     */
    public @Nullable Map<String, ExpectedAttributeValue> generate(Map<String, AttributeValue> row) {
        Map<String, ExpectedAttributeValue> expected = null;
        for (DynamoDBMapperFieldModel<?, Object> field : others) {
            boolean always = field.getGenerateStrategy() == DynamoDBAutoGenerateStrategy.ALWAYS;
            if (always || !row.containsKey(field.name())) {
                generate(field, row);
                expected = expected == null ? new LinkedHashMap<>() : expected;
                if (!always && (field.keyType() != null || field.indexed())) {
                    expected.put(field.name(), new ExpectedAttributeValue().withExists(false));
                }
            }
        }
        return expected;
    }

    /** Generates what only an item gets that is new, in a row of its attributes. */
    public void generateFirst(Map<String, AttributeValue> row) {
        for (DynamoDBMapperFieldModel<?, Object> field : others) {
            if (field.getGenerateStrategy() != DynamoDBAutoGenerateStrategy.ALWAYS && !row.containsKey(field.name())) {
                generate(field, row);
            }
        }
    }

    /** Generates what every write generates, in the row of an item that exists already. */
    public void generateAgain(Map<String, AttributeValue> row) {
        for (DynamoDBMapperFieldModel<?, Object> field : others) {
            if (field.keyType() == null && field.getGenerateStrategy() == DynamoDBAutoGenerateStrategy.ALWAYS) {
                generate(field, row);
            }
        }
    }

    private void generate(DynamoDBMapperFieldModel<?, Object> field, Map<String, AttributeValue> row) {
        AttributeValue current = row.get(field.name());
        @Nullable AttributeValue next = field.convert(field.generate(current == null ? null : field.unconvert(current)));
        if (next != null) {
            String before = next.getS() == null || current != null ? null : prefix.apply(field.name());
            row.put(field.name(), before == null ? next : new AttributeValue(before + next.getS()));
        }
    }
}
