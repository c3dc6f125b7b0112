package dev.tempest.sdk1.internal.request;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.ConditionalOperator;
import com.amazonaws.services.dynamodbv2.model.ExpectedAttributeValue;
import dev.tempest.sdk1.FilterExpression;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a write, of the SDK's old kind (expected values) or of its new one (an expression): DynamoDB takes one kind in
 * a request.
 *
 * @param operator how the expected values are joined; null for AND
 */
public record Guard(
        @Nullable Map<String, ExpectedAttributeValue> expected,
        @Nullable String operator,
        @Nullable FilterExpression expression) {

    /**
     * What the library expects of a stored item, with the caller's expectations.
     *
     * @param versions may be absent, so that DynamoDB's own null must do, too
     * @param others expected besides
     * @param operator how the caller's are joined; null for AND
     */
    public static Guard of(
            Map<String, ExpectedAttributeValue> versions,
            Map<String, ExpectedAttributeValue> others,
            @Nullable Map<String, ExpectedAttributeValue> callers,
            @Nullable String operator) {
        FilterExpression absent = ofAbsentVersion(versions, others, callers, operator);
        return absent == null
                ? new Guard(expected(Conditions.joined(versions, others), callers, operator), operator, null)
                : new Guard(null, null, absent);
    }

    public @Nullable String text() {
        return Conditions.text(expression);
    }

    public @Nullable Map<String, String> names() {
        return Conditions.names(expression);
    }

    public @Nullable Map<String, AttributeValue> values() {
        return Conditions.values(expression);
    }

    /** Expected versions as an expression; null for none. */
    public static @Nullable FilterExpression ofVersions(Map<String, ExpectedAttributeValue> versions) {
        FilterExpression all = null;
        for (Map.Entry<String, ExpectedAttributeValue> version : versions.entrySet()) {
            Map<String, String> names = Map.of("#tempest_version", version.getKey());
            AttributeValue value = version.getValue().getValue();
            all = Conditions.both(
                    all,
                    value == null
                            ? isAbsent(names)
                            : new FilterExpression(
                                    "#tempest_version = :tempest_version", names, Map.of(":tempest_version", value)));
        }
        return all;
    }

    /**
     * What is expected as an expression, in which DynamoDB's own null is an absent version too: expected values cannot say so.
     *
     * @param operator how the caller's are joined; null for AND
     * @return null if no version is expected to be absent, or if there is no such expression
     */
    private static @Nullable FilterExpression ofAbsentVersion(
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
        FilterExpression expression = ExpectedValues.expression(rest);
        return expression == null ? null : Conditions.both(ofVersions(ours), expression);
    }

    /** DynamoDB's own null stands for nothing, too, but is an attribute that exists. */
    private static FilterExpression isAbsent(Map<String, String> names) {
        return new FilterExpression(
                "attribute_not_exists(#tempest_version) OR attribute_type(#tempest_version, :tempest_null)",
                names,
                Map.of(":tempest_null", new AttributeValue("NULL")));
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
        return Conditions.orNull(all);
    }
}
