package dev.tempest.sdk1.internal.write;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.internal.expression.AttributePath;
import dev.tempest.internal.expression.Clause;
import dev.tempest.sdk1.internal.schema.SdkValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a write, of the SDK's old kind (expected values) or of its new one (an expression): DynamoDB takes one kind in
 * a request.
 *
 * @param operator how the expected values are joined; null for AND
 */
record Guard(
        @Nullable Map<String, ExpectedAttributeValue> expected,
        @Nullable String operator,
        @Nullable Clause<AttributeValue> condition) {
    /**
     * What the library expects of a stored item, with the caller's expectations.
     *
     * @param versions may be absent, so that DynamoDB's own null must do, too
     * @param others expected besides
     * @param operator how the caller's are joined; null for AND
     */
    static Guard of(
            Map<String, ExpectedAttributeValue> versions,
            Map<String, ExpectedAttributeValue> others,
            @Nullable Map<String, ExpectedAttributeValue> callers,
            @Nullable String operator) {
        Clause<AttributeValue> absent = ofAbsentVersion(versions, others, callers, operator);
        if (absent != null) {
            return new Guard(null, null, absent);
        }
        Map<String, ExpectedAttributeValue> ours = new HashMap<>(versions);
        ours.putAll(others);
        return new Guard(expected(ours, callers, operator), operator, null);
    }

    /**
     * All of it as a condition of the new kind; null for none.
     *
     * @throws IllegalArgumentException if it cannot be written so
     */
    @Nullable Clause<AttributeValue> asCondition() {
        if (expected == null) {
            return condition;
        }
        boolean isJoinedByOr =
                expected.size() > 1 && ConditionalOperator.OR.toString().equals(operator);
        Clause<AttributeValue> clause = isJoinedByOr ? null : ExpectedValues.clause(expected);
        if (clause == null) {
            throw new IllegalArgumentException(
                    "The merged item carries no @CreatedAt, which is then set only where it is"
                            + " absent, and DynamoDB does not take that with this expression. Give a Condition instead, or merge"
                            + " the item as it was loaded.");
        }
        return clause;
    }

    /** What the library expects of a stored item, with the caller's condition. */
    static Guard of(
            Map<String, ExpectedAttributeValue> versions,
            Map<String, ExpectedAttributeValue> others,
            Clause<AttributeValue> callers) {
        Clause<AttributeValue> rest = others.isEmpty() ? null : ExpectedValues.clause(others);
        return new Guard(null, null, Clause.both(Clause.both(callers, ofVersions(versions)), rest));
    }

    /** Expected versions as a condition; null for none. */
    static @Nullable Clause<AttributeValue> ofVersions(Map<String, ExpectedAttributeValue> versions) {
        List<Clause<AttributeValue>> all = new ArrayList<>();
        versions.forEach((attribute, expected) -> {
            AttributePath path = AttributePath.of(attribute);
            AttributeValue value = expected.getValue();
            all.add(
                    value == null
                            ? Clause.isNothing(path, SdkValues.INSTANCE)
                            : new Clause.Comparison<>(path, "=", value));
        });
        return all.isEmpty() ? null : all.size() == 1 ? all.get(0) : new Clause.All<>(all);
    }

    /**
     * What is expected as a condition, in which DynamoDB's own null is an absent version too: expected values cannot say so.
     *
     * @param operator how the caller's are joined; null for AND
     * @return null if no version is expected to be absent, or if there is no such condition
     */
    private static @Nullable Clause<AttributeValue> ofAbsentVersion(
            Map<String, ExpectedAttributeValue> versions,
            Map<String, ExpectedAttributeValue> others,
            @Nullable Map<String, ExpectedAttributeValue> callers,
            @Nullable String operator) {
        Map<String, ExpectedAttributeValue> ours = new HashMap<>(versions);
        if (callers != null) {
            ours.keySet().removeAll(callers.keySet());
        }
        boolean isAbsent = ours.values().stream().anyMatch(expected -> expected.getValue() == null);
        boolean isJoinedByOr =
                callers != null && ConditionalOperator.OR.toString().equals(operator);
        if (!isAbsent || isJoinedByOr) {
            return null;
        }
        Map<String, ExpectedAttributeValue> rest = expected(others, callers, operator);
        if (rest == null) {
            return ofVersions(ours);
        }
        Clause<AttributeValue> clause = ExpectedValues.clause(rest);
        return clause == null ? null : Clause.both(ofVersions(ours), clause);
    }

    /**
     * The library's expectations with the caller's, which take their place where both speak of one attribute.
     *
     * @param operator how the caller's are joined; null for AND
     * @throws IllegalArgumentException if the caller's are joined by OR, and the library has expectations too
     */
    private static @Nullable Map<String, ExpectedAttributeValue> expected(
            Map<String, ExpectedAttributeValue> ours,
            @Nullable Map<String, ExpectedAttributeValue> callers,
            @Nullable String operator) {
        Map<String, ExpectedAttributeValue> all = new HashMap<>(ours);
        if (callers != null) {
            all.keySet().removeAll(callers.keySet());
            if (!all.isEmpty() && ConditionalOperator.OR.toString().equals(operator)) {
                throw new IllegalArgumentException("The expression joins its conditions by OR, but " + all.keySet()
                        + " must be checked besides. Name them in the expression too, or ignore version constraints.");
            }
            all.putAll(callers);
        }
        // DynamoDB takes no empty maps in requests.
        return all.isEmpty() ? null : all;
    }
}
