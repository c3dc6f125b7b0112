package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.ModelError;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.unique.Claim;
import dev.tempest.internal.unique.UniqueRule;
import dev.tempest.internal.unique.UniqueRules;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.read.GetItemOperation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The unique values of one item type, as its writes see them. */
public final class Claims {
    private final ItemMapper<?> mapper;
    private final UniqueRules<AttributeValue> rules;
    private final GetItemOperation<?, ?> get;

    private Claims(ItemMapper<?> mapper) {
        this.mapper = mapper;
        this.rules = mapper.unique();
        this.get = new GetItemOperation<>(mapper, (Map<String, AttributeValue> key) -> key);
    }

    /**
     * The unique values of a type.
     *
     * @param extensionsVersion the attribute in which an extension of the client counts versions; null for none
     * @throws IllegalArgumentException if that is one of them
     */
    static Claims of(ItemMapper<?> mapper, @Nullable String extensionsVersion) {
        for (UniqueRule<AttributeValue> rule : mapper.unique().rules()) {
            rule.bindings().forEach(binding -> {
                if (extensionsVersion != null && binding.stores(extensionsVersion)) {
                    throw ModelError.of(
                            binding.property().owner(),
                            binding.property().name(),
                            "is @Unique, and the @DynamoDbVersionAttribute too",
                            "Remove @Unique: the library sets the property");
                }
            });
        }
        if (!mapper.unique().isEmpty() && mapper.table().expiry() != null) {
            throw ModelError.of(
                    mapper.type(),
                    mapper.unique().rules().get(0).properties().get(0),
                    "is @Unique, but the @TimeToLive of table " + mapper.table().name() + " has hideExpired = true, and"
                            + " a hidden item would keep its values",
                    "Leave out hideExpired, or keep the type in another table");
        }
        return new Claims(mapper);
    }

    /** Whether the type has no unique values. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /** What is unique. */
    public UniqueRules<AttributeValue> rules() {
        return rules;
    }

    /** The first unique property, as messages name it. */
    public String describe() {
        return rules.rules().get(0).bindings().get(0).property().toString();
    }

    /**
     * Checks that no extension of the client lets DynamoDB compute a unique value, which would not be known beforehand.
     *
     * @param computed the attributes that extensions compute
     */
    void requireKnown(Collection<String> computed) {
        for (UniqueRule<AttributeValue> rule : rules.rules()) {
            rule.bindings().forEach(binding -> {
                if (computed.stream().anyMatch(binding::stores)) {
                    throw new IllegalArgumentException(
                            binding.property() + " is @Unique, but an extension of the client"
                                    + " lets DynamoDB compute it, so the value is not known before it is written. Remove @Unique.");
                }
            });
        }
    }

    /** Reads what is stored of an item. */
    GetItemOperation<?, ?> get() {
        return get;
    }

    /** Whether a change may change a unique value. */
    public boolean touches(ItemChange<AttributeValue> change) {
        return touches(
                change.actions().stream()
                        .map(action -> action.path().attribute())
                        .toList(),
                change.createsItem());
    }

    boolean touches(List<String> attributes, boolean createsItem) {
        return attributes.stream().anyMatch(rules.attributes()::contains) || (createsItem && rules.isComputed());
    }

    /** That the unique values are still those that were read, besides another condition; null for no item. */
    public @Nullable Clause<AttributeValue> areStill(
            @Nullable Map<String, AttributeValue> base, @Nullable Clause<AttributeValue> condition) {
        return Clause.both(condition, rules.areStill(base));
    }

    /**
     * What a write changes of the unique values.
     *
     * @param base what is stored; null for nothing
     * @param next what is stored afterwards; null for nothing
     */
    public ClaimMove move(
            Map<String, AttributeValue> key,
            @Nullable Map<String, AttributeValue> base,
            @Nullable Map<String, AttributeValue> next) {
        Map<String, Claim<AttributeValue>> before = rules.claims(base);
        Map<String, Claim<AttributeValue>> after = rules.claims(next);
        List<Claim<AttributeValue>> taken = new ArrayList<>();
        after.forEach((id, claim) -> {
            if (!before.containsKey(id)) {
                taken.add(claim);
            }
        });
        List<Claim<AttributeValue>> released = new ArrayList<>();
        before.forEach((id, claim) -> {
            if (!after.containsKey(id)) {
                released.add(claim);
            }
        });
        return new ClaimMove(
                mapper, get, mapper.table().schema().table().requireKey(key), taken, released, after.keySet());
    }

    /** The moves of a write of one item; null if it changes no unique value. */
    @Nullable ClaimMoves moves(
            Map<String, AttributeValue> key,
            @Nullable Map<String, AttributeValue> base,
            @Nullable Map<String, AttributeValue> next) {
        if (isEmpty()) {
            return null;
        }
        ClaimMove move = move(key, base, next);
        return move.isEmpty() ? null : new ClaimMoves(List.of(move));
    }
}
