package dev.tempest.sdk2.internal.table;

import dev.tempest.TimeToLive;
import dev.tempest.internal.ModelError;
import dev.tempest.internal.locking.TimeRule;
import dev.tempest.internal.model.ItemType;
import dev.tempest.internal.write.Expiry;
import dev.tempest.sdk2.internal.schema.RawSchema;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.AttributeConverter;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a table's interface says about time to live.
 *
 * @param hidesExpired whether items past their expiry count as absent
 * @param tableType the user's interface
 */
public record DeclaredTimeToLive(String attribute, boolean hidesExpired, Class<?> tableType) {
    private static final Instant PROBE = Instant.ofEpochSecond(1_582_243_200);

    /**
     * What an interface says, or one that it extends; null for nothing.
     *
     * @throws IllegalArgumentException if such an attribute is not stored as DynamoDB needs it
     */
    static @Nullable DeclaredTimeToLive of(Class<?> tableType, Table<?> table) {
        DeclaredTimeToLive found = declared(tableType);
        if (found != null) {
            found.check(table);
        }
        for (ItemType<?, AttributeValue> itemType : table.itemTypes()) {
            TimeRule<AttributeValue> expiry = itemType.expiry();
            if (expiry != null) {
                expiry.requireIn(found == null ? null : found.attribute(), tableType);
                if (found != null && found.hidesExpired()) {
                    expiry.requireNoZero(tableType);
                }
            }
        }
        return found;
    }

    /** What an interface says, or one that it extends, before its views are known; null for nothing. */
    static @Nullable DeclaredTimeToLive declared(Class<?> tableType) {
        Set<TimeToLive> annotations = new LinkedHashSet<>();
        collect(tableType, annotations);
        Set<String> declared = new LinkedHashSet<>();
        annotations.forEach(each -> declared.add(each.value()));
        if (declared.isEmpty()) {
            return null;
        }
        if (declared.size() > 1) {
            throw ModelError.of(
                    tableType,
                    "inherits @TimeToLive for " + String.join(" and ", declared) + ", but a table has it for one"
                            + " attribute",
                    "Say which by an @TimeToLive of its own");
        }
        if (annotations.size() > 1) {
            throw ModelError.of(
                    tableType,
                    "inherits one @TimeToLive with hideExpired = true and another without",
                    "Say which by an @TimeToLive of its own");
        }
        TimeToLive only = annotations.iterator().next();
        return new DeclaredTimeToLive(only.value(), only.hideExpired(), tableType);
    }

    /** An interface's own annotation, or else those of the interfaces that it extends. */
    private static void collect(Class<?> type, Set<TimeToLive> found) {
        TimeToLive own = type.getAnnotation(TimeToLive.class);
        if (own != null) {
            found.add(own);
            return;
        }
        for (Class<?> parent : type.getInterfaces()) {
            collect(parent, found);
        }
    }

    /** This, unless another interface of the same DynamoDB table says otherwise. */
    DeclaredTimeToLive and(@Nullable DeclaredTimeToLive other, String tableName) {
        if (other != null && !other.attribute.equals(attribute)) {
            throw ModelError.of(
                    other.tableType,
                    "has " + other + ", but " + ModelError.name(tableType) + " has " + this + " for the same table "
                            + tableName,
                    "Name the same attribute: DynamoDB takes one");
        }
        if (other != null && other.hidesExpired != hidesExpired) {
            throw ofOtherSetting(other.tableType, other.hidesExpired, tableName);
        }
        return this;
    }

    /** When items count as absent; null for never. */
    @Nullable Expiry<AttributeValue> expiry(Clock clock) {
        return hidesExpired ? new Expiry<>(attribute, clock, SdkValues.INSTANCE) : null;
    }

    /** What to throw where two interfaces of a table do not agree on whether expired items count as absent. */
    static IllegalArgumentException ofOtherSetting(Class<?> tableType, boolean hidesExpired, String tableName) {
        return ModelError.of(
                tableType,
                (hidesExpired
                                ? "has an @TimeToLive with hideExpired = true"
                                : "has no @TimeToLive with hideExpired = true")
                        + ", but another interface of table " + tableName + (hidesExpired ? " has none" : " has one"),
                "Put the same @TimeToLive on both");
    }

    private void check(Table<?> table) {
        RawSchema<?> schema = table.schema();
        if (schema.items() == null) {
            Class<?> rawType = schema.table().rawType();
            requireKnown(schema.table().attributes().keySet(), ModelError.name(rawType) + " has no such attribute");
            check(rawType, schema.schema().converterForAttribute(attribute));
            return;
        }
        Set<String> known = new HashSet<>();
        for (ItemType<?, AttributeValue> itemType : table.itemTypes()) {
            known.addAll(itemType.table().attributes().keySet());
            AttributeConverter<?> converter =
                    schema.attributesOf(itemType.type()).converters().apply(attribute);
            if (converter != null) {
                check(itemType.type(), converter);
            }
        }
        if (!known.isEmpty()) {
            requireKnown(known, "its item types have no such attribute");
        }
    }

    private void requireKnown(Set<String> attributes, String problem) {
        if (!attributes.contains(attribute)) {
            throw ModelError.of(
                    tableType,
                    "has " + this + ", but " + problem,
                    "Name one of its attributes: " + String.join(", ", new TreeSet<>(attributes)));
        }
    }

    private void check(Class<?> rawType, AttributeConverter<?> converter) {
        AttributeValueType stored = converter.attributeValueType();
        if (stored != AttributeValueType.N) {
            throw ModelError.of(
                    tableType,
                    "has " + this + ", but " + ModelError.name(rawType) + " stores that attribute as " + stored
                            + ", and DynamoDB takes a number",
                    "Make it a Long, or give it a converter that stores the seconds since 1970");
        }
        String probed = probe(converter);
        if (probed != null && !probed.equals(Long.toString(PROBE.getEpochSecond()))) {
            throw ModelError.of(
                    tableType,
                    "has " + this + ", but the converter of that attribute stores " + PROBE + " as " + probed,
                    "Let it store the seconds since 1970, " + PROBE.getEpochSecond());
        }
    }

    /** The number that an instant is stored as; null for attributes of other types, which cannot be seen through. */
    @SuppressWarnings("unchecked")
    private static @Nullable String probe(AttributeConverter<?> converter) {
        return Objects.equals(converter.type().rawClass(), Instant.class)
                ? ((AttributeConverter<Instant>) converter).transformFrom(PROBE).n()
                : null;
    }

    /** Who says so, as messages of the report have it. */
    public String describe() {
        return ModelError.name(tableType) + " has " + this;
    }

    @Override
    public String toString() {
        return "@TimeToLive(\"" + attribute + "\")";
    }
}
