package dev.tempest.internal.write;

import dev.tempest.internal.codec.ComputedAttributes;
import dev.tempest.internal.expression.Action;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.locking.Nonces;
import dev.tempest.internal.locking.VersionRule;
import dev.tempest.internal.schema.DeepValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the changes of single attributes of one item type, whoever sends them.
 *
 * @param typeName as messages name the type
 * @param description of an item, as messages name it
 * @param computed what the items compute
 * @param <V> the SDK's attribute value
 */
public record PatchRules<V>(
        String typeName,
        Function<Map<String, V>, String> description,
        Versions<V> versions,
        Supplier<ComputedAttributes<?, V>> computed,
        DeepValues<V> values) {

    /**
     * What guards the change of an item that was read.
     *
     * @param row of the item
     * @param mappedToken the attribute of the write token, if the type maps it; null otherwise
     * @throws IllegalArgumentException if nothing tells the item from a later one, or it was never stored
     */
    public PatchGuard<V> guard(
            Object item, Map<String, V> row, ItemChange<V> change, @Nullable String mappedToken, Nonces nonces) {
        if (change.createsItem()) {
            throw new IllegalArgumentException("The change of a " + typeName
                    + " that was read cannot be orCreate(), since the item is stored. Leave orCreate() out, or patch its"
                    + " key.");
        }
        String attribute = versions.attribute();
        if (attribute == null && mappedToken == null) {
            throw new IllegalArgumentException(typeName
                    + " has neither a @Version nor a property for a @WriteToken, so it is not known whether others have"
                    + " changed an item. Patch its key, which checks nothing, or give the type a @Version.");
        }
        V version = versions.carriedBy(item, row);
        V token = mappedToken == null ? null : values.presentIn(row, mappedToken);
        if (attribute != null ? version == null : token == null) {
            throw new IllegalArgumentException("The " + (attribute == null ? "write token" : "version") + " of "
                    + description.apply(row) + " is null, so the item is not stored yet. Patch the item as it"
                    + " was loaded, or patch its key.");
        }
        return new PatchGuard<>(
                this,
                versions.table().requireKey(row),
                row,
                version,
                version == null ? null : versions.next(version, row, nonces),
                mappedToken,
                token);
    }

    /** The change with the attributes that it and the item's key determine. */
    public ItemChange<V> completed(ItemChange<V> change, Map<String, V> key) {
        return change.completed(key, computed.get());
    }

    /** Whether the change depends on what is stored, as attributes are computed from it. */
    public boolean dependsOnStored(ItemChange<V> change) {
        ComputedAttributes<?, V> all = computed.get();
        return (change.createsItem() && !all.areMadeOfKey())
                || change.properties().stream().anyMatch(all::areMadeOf);
    }

    /**
     * Checks a change that is a part of a transaction.
     *
     * @throws IllegalArgumentException if attributes are computed from what a transaction does not read
     */
    public void requireIndependent(ItemChange<V> change) {
        if (dependsOnStored(change)) {
            throw new IllegalArgumentException(typeName + " computes attributes ("
                    + String.join(", ", new TreeSet<>(computed.get().names()))
                    + ") that a patch in a transaction cannot compute. Patch it outside of a transaction, or load it and"
                    + " save or merge it in the transaction.");
        }
    }

    /**
     * The row with the change, and with what is computed from it.
     *
     * @throws RowEdit.NoSuchPlace if DynamoDB would refuse the change
     */
    public Map<String, V> changed(Map<String, V> base, ItemChange<V> change) {
        Map<String, V> row = RowEdit.of(base, change.actions(), values);
        Set<String> names = computed.get().names();
        if (!names.isEmpty()) {
            Map<String, V> now = computed.get().in(row);
            row.keySet().removeAll(names);
            row.putAll(now);
        }
        return row;
    }

    /** What an item computes that is made of these attributes and a first version, and what its key says of its properties. */
    public Map<String, V> computedOfNew(Map<String, V> row) {
        ComputedAttributes<?, V> all = computed.get();
        Map<String, V> found = new HashMap<>(all.partsOfKey(row));
        if (!all.names().isEmpty()) {
            found.putAll(all.in(begun(row)));
        }
        return found;
    }

    /** A row with what its key says of its properties, and with the first version of the type's own. */
    public Map<String, V> begun(Map<String, V> row) {
        Map<String, V> begun = new HashMap<>(computed.get().partsOfKey(row));
        begun.putAll(row);
        VersionRule<V> rule = versions.rule();
        if (rule != null) {
            begun.put(rule.attribute(), rule.first(Nonces.RANDOM));
        }
        return begun;
    }

    /** What a change of the item of a key expects. */
    public Expectation<V> expectation(ItemChange<V> change) {
        return new Expectation<>(change.createsItem() ? null : Expectation.AN_ITEM, null, null, change.condition());
    }

    /** Why the condition of a change failed. */
    public String describe(ItemChange<V> change, Expectation<V> expectation, @Nullable Map<String, V> found) {
        String noNumber = found == null ? null : noNumber(numbers(change), found, false, values);
        return noNumber == null ? describeRead(change, expectation, found) : noNumber;
    }

    /** Why the condition of a change failed that takes NULL for absent. */
    public String describeRead(ItemChange<V> change, Expectation<V> expectation, @Nullable Map<String, V> found) {
        String full = found == null ? null : full(change, found);
        return full == null ? expectation.describe(found, values) : full;
    }

    /** Whether DynamoDB's own null stands where a change needs a number. */
    public boolean holdsNull(ItemChange<V> change, Map<String, V> row) {
        return holdsNull(numbers(change), row, values);
    }

    /** Whether DynamoDB's own null stands in one of some attributes. */
    public static <V> boolean holdsNull(Map<String, String> numbers, Map<String, V> row, DeepValues<V> values) {
        return numbers.keySet().stream()
                .anyMatch(attribute -> row.containsKey(attribute) && values.presentIn(row, attribute) == null);
    }

    /**
     * What of an item cannot be added to, as another program stored no number there; null for nothing.
     *
     * @param numbers the attributes, and what messages call them
     * @param takesNull whether NULL will do: DynamoDB itself cannot add to it
     */
    public static <V> @Nullable String noNumber(
            Map<String, String> numbers, Map<String, V> row, boolean takesNull, DeepValues<V> values) {
        for (Map.Entry<String, String> number : numbers.entrySet()) {
            String attribute = number.getKey();
            V stored = takesNull ? values.presentIn(row, attribute) : row.get(attribute);
            if (stored != null && !values.isNumber(stored)) {
                return number.getValue() + " is stored as " + values.kind(stored) + ", which DynamoDB cannot add to";
            }
        }
        return null;
    }

    /** The attributes to which a change adds, and what messages call them. */
    private Map<String, String> numbers(ItemChange<V> change) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Action<V> action : change.actions()) {
            if (action instanceof Action.Count<V> && action.path().nested().isEmpty()) {
                numbers.put(action.path().attribute(), action.path().attribute());
            }
        }
        String attribute = versions.attribute();
        if (attribute != null && !versions.areTexts()) {
            numbers.put(attribute, attribute);
        }
        return numbers;
    }

    /** Which number of an item has no room for what is added; null for none. */
    public @Nullable String full(ItemChange<V> change, Map<String, V> row) {
        for (Action<V> action : change.actions()) {
            if (action instanceof Action.Count<V> count
                    && count.limit() != null
                    && count.path().nested().isEmpty()) {
                V stored = row.get(count.path().attribute());
                int comparison = stored == null || !values.isNumber(stored) ? 0 : values.compare(stored, count.limit());
                if (count.isUp() ? comparison > 0 : comparison < 0) {
                    return count.whenFull();
                }
            }
        }
        return versions.ofLast(row);
    }

    /** Whether DynamoDB rejected a change, as a value is not there of which it would change a part. */
    public static boolean isOfNoPlace(@Nullable String message) {
        return message != null && message.contains("document path");
    }

    /** Whether DynamoDB rejected a change, as it cannot add to a value of that type. */
    public static boolean isOfWrongType(@Nullable String code, @Nullable String message) {
        return "ValidationException".equals(code) && message != null && message.contains("incorrect data type");
    }

    /** What to say of a change of a part of a value that is not there. */
    public static String ofNoPlace(ItemChange<?> change) {
        Set<String> parents = new TreeSet<>();
        for (Action<?> action : change.actions()) {
            if (!action.path().nested().isEmpty()) {
                parents.add(action.path().parent().toString());
            }
        }
        return String.join(" or ", parents) + " is absent, or not of the type that the change needs:"
                + " set the whole value first";
    }
}
