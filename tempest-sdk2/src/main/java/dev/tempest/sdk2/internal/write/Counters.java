package dev.tempest.sdk2.internal.write;

import dev.tempest.Condition;
import dev.tempest.NumberAttr;
import dev.tempest.internal.attr.PropertyAttr;
import dev.tempest.internal.attr.PropertyPath;
import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.Clauses;
import dev.tempest.internal.expression.ItemProperties;
import dev.tempest.internal.expression.ResolvedAttribute;
import dev.tempest.internal.locking.CounterRule;
import dev.tempest.internal.write.Expectation;
import dev.tempest.internal.write.PatchRules;
import dev.tempest.sdk2.Increment;
import dev.tempest.sdk2.internal.request.Expressions;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The numbers of one item type that are incremented: how each is counted, and what depends on them. */
public final class Counters {
    private final WriteRules<?> rules;
    private final Map<String, CounterRule<AttributeValue>> byProperty = new ConcurrentHashMap<>();

    Counters(WriteRules<?> rules) {
        this.rules = rules;
    }

    /**
     * A number to add, and how.
     *
     * @param property its name in the item type
     */
    record Counted(String property, Increment.Counter counter, CounterRule<AttributeValue> rule) {}

    CounterRule<AttributeValue> rule(String property) {
        CounterRule<AttributeValue> known = byProperty.get(property);
        if (known != null) {
            return known;
        }
        CounterRule<AttributeValue> rule = rules.mapper().counter(property);
        byProperty.put(property, rule);
        return rule;
    }

    List<Counted> counted(Increment<?> increment) {
        List<Counted> counted = new ArrayList<>();
        Set<String> properties = new HashSet<>();
        for (Increment.Counter counter : increment.counters()) {
            NumberAttr<?, ?> attribute = counter.attribute();
            String property = attribute == null ? counter.property() : property(attribute);
            if (!properties.add(property)) {
                throw new IllegalArgumentException(
                        "An increment names " + property + " twice. Add both numbers at once.");
            }
            counted.add(new Counted(property, counter, rule(property)));
        }
        return counted;
    }

    /** The name of the property that an attribute names. */
    String property(NumberAttr<?, ?> attribute) {
        ResolvedAttribute<AttributeValue> found = rules.mapper().properties().resolve(PropertyAttr.pathOf(attribute));
        if (found.isNested()) {
            throw found.refused("is a part of a value, which an increment cannot count in. Use patch with add");
        }
        return found.propertyName();
    }

    void check(Increment<?> increment, List<Counted> counted) {
        if (increment.createsItem()) {
            Set<String> properties = new LinkedHashSet<>();
            counted.forEach(each -> properties.add(each.property()));
            properties.addAll(rules.times().names());
            rules.mapper().requireReadable(properties, "An increment");
        }
        for (Counted each : counted) {
            each.rule().first(each.counter().delta(), each.counter().start());
        }
    }

    ComputedAttributes<?, AttributeValue> computed() {
        return rules.computed();
    }

    /** Whether attributes are to be written whose values depend on what else the item has. */
    boolean dependsOnStored(Increment<?> increment, List<Counted> counted) {
        ComputedAttributes<?, AttributeValue> all = computed();
        return (increment.createsItem() && !all.areMadeOfKey())
                || rules.times().movesComputed()
                || counted.stream().anyMatch(each -> all.areMadeOf(each.property()));
    }

    /** What an item computes that has this key and these attributes at least: constants, so that it is in its indexes. */
    Map<String, AttributeValue> created(Map<String, AttributeValue> key, List<Counted> counted) {
        if (computed().names().isEmpty()) {
            return Map.of();
        }
        Map<String, AttributeValue> row = new HashMap<>(key);
        for (Counted each : counted) {
            AttributeValue first =
                    each.rule().first(each.counter().delta(), each.counter().start());
            for (String attribute : each.rule().attributes()) {
                row.put(attribute, first);
            }
        }
        return rules.patches().computedOfNew(row);
    }

    public Expectation<AttributeValue> expectation(Increment<?> increment) {
        return new Expectation<>(
                increment.createsItem() ? null : Expectation.AN_ITEM, null, null, condition(increment));
    }

    /** The condition that the caller gave; null for none. */
    @Nullable Clause<AttributeValue> condition(Increment<?> increment) {
        Condition<?> condition = increment.attributeCondition();
        ItemProperties<AttributeValue> properties = rules.mapper().properties();
        Clause<AttributeValue> all = Clause.both(
                Expressions.clause(increment.condition()),
                condition == null ? null : Clauses.of(condition, properties));
        for (Increment.Counter counter : increment.counters()) {
            NumberAttr<?, ?> attribute = counter.attribute();
            PropertyPath path = attribute == null
                    ? PropertyPath.of(rules.mapper().type(), counter.property())
                    : PropertyAttr.pathOf(attribute);
            all = Clause.both(all, properties.condition(path));
        }
        return all;
    }

    /** Why the condition of an increment failed. */
    public String describe(Increment<?> increment, @Nullable Map<String, AttributeValue> found) {
        if (found == null) {
            return expectation(increment).describe(null, SdkValues.INSTANCE);
        }
        List<Counted> counted = counted(increment);
        String noNumber = noNumber(counted, found, false);
        String full = noNumber == null ? full(counted, found) : noNumber;
        return full == null ? expectation(increment).describe(found, SdkValues.INSTANCE) : full;
    }

    /** Whether DynamoDB's own null stands where an increment needs a number. */
    public boolean holdsNull(Increment<?> increment, Map<String, AttributeValue> row) {
        return holdsNull(counted(increment), row);
    }

    boolean holdsNull(List<Counted> counted, Map<String, AttributeValue> row) {
        return PatchRules.holdsNull(numbers(counted), row, SdkValues.INSTANCE);
    }

    /**
     * What of an item cannot be added to, as another program stored no number there; null for nothing.
     *
     * @param takesNull whether NULL will do: DynamoDB itself cannot add to it
     */
    @Nullable String noNumber(List<Counted> counted, Map<String, AttributeValue> row, boolean takesNull) {
        return PatchRules.noNumber(numbers(counted), row, takesNull, SdkValues.INSTANCE);
    }

    /** The attributes to which an increment adds, and what messages call them. */
    private Map<String, String> numbers(List<Counted> counted) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Counted each : counted) {
            for (String attribute : each.rule().attributes()) {
                numbers.put(attribute, each.rule().property());
            }
        }
        String attribute = rules.versionAttribute();
        if (attribute != null && !rules.versions().areTexts()) {
            numbers.put(attribute, attribute);
        }
        return numbers;
    }

    /** Which number of an item has no room for what is added; null for none. */
    @Nullable String full(List<Counted> counted, Map<String, AttributeValue> row) {
        for (Counted each : counted) {
            AttributeValue stored = SdkValues.in(row, each.rule().attributes()[0]);
            if (stored != null && !each.rule().hasRoom(stored, each.counter().delta())) {
                return each.rule().describeRange();
            }
        }
        return rules.versions().ofLast(row);
    }
}
