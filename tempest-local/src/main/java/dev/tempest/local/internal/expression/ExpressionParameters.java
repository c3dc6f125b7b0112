package dev.tempest.local.internal.expression;

import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.json.ServiceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a request, or the legacy parameters in their place. All parameters are read in the constructor's
 * and the methods' order, and {@link #checkAllUsed} comes last.
 */
public final class ExpressionParameters {
    private final JsonObject request;
    private final Placeholders placeholders;

    private ExpressionParameters(JsonObject request, Placeholders placeholders) {
        this.request = request;
        this.placeholders = placeholders;
    }

    /** Fails if expressions and legacy parameters are mixed, or placeholders are given without expressions. */
    public static ExpressionParameters of(JsonObject request, List<ExpressionKind> kinds, String... legacy) {
        String legacyGiven = given(request, Arrays.asList(legacy));
        List<String> parameters = kinds.stream().map(ExpressionKind::parameter).toList();
        String expressionsGiven = given(request, parameters);
        if (!legacyGiven.isEmpty() && !expressionsGiven.isEmpty()) {
            throw ServiceException.validation(
                    "Can not use both expression and non-expression parameters in the same request: "
                            + "Non-expression parameters: {" + legacyGiven + "} Expression parameters: {"
                            + expressionsGiven + "}");
        }
        if (expressionsGiven.isEmpty()) {
            checkNoPlaceholders(request, Placeholders.NAMES, "");
            List<String> withValues = parameters.stream()
                    .filter(parameter -> !parameter.equals(ExpressionKind.PROJECTION.parameter()))
                    .toList();
            checkNoPlaceholders(
                    request,
                    Placeholders.VALUES,
                    withValues.isEmpty()
                            ? ""
                            : ": " + String.join(" and ", withValues)
                                    + (withValues.size() > 1 ? " are null" : " is null"));
        }
        return new ExpressionParameters(request, Placeholders.of(request));
    }

    private static String given(JsonObject request, List<String> parameters) {
        return parameters.stream().filter(request::has).collect(Collectors.joining(", "));
    }

    private static void checkNoPlaceholders(JsonObject request, String parameter, String reason) {
        if (request.has(parameter)) {
            throw ServiceException.validation(parameter + " can only be specified when using expressions" + reason);
        }
    }

    /** ConditionExpression, or Expected. */
    public @Nullable Condition condition() {
        String text = request.string(ExpressionKind.CONDITION.parameter());
        if (text == null) {
            return LegacyConditions.expected(request);
        }
        return new ConditionCompiler(ExpressionKind.CONDITION, placeholders).compile(text);
    }

    /** A filter, and the attributes that it reads. */
    public record Filter(Condition condition, Set<String> attributes, String parameter) {
        /** Fails if the filter of a query reads a key attribute. */
        public void checkReadsNone(List<String> keyAttributes) {
            for (String attribute : attributes) {
                if (keyAttributes.contains(attribute)) {
                    String name = parameter.equals("FilterExpression") ? "Filter Expression" : parameter;
                    throw ServiceException.validation(
                            name + " can only contain non-primary key attributes: Primary key attribute: " + attribute);
                }
            }
        }
    }

    /** FilterExpression, or the legacy parameter of this name. */
    public @Nullable Filter filter(String legacy) {
        String text = request.string(ExpressionKind.FILTER.parameter());
        if (text == null) {
            Condition condition = LegacyConditions.filter(request, legacy);
            JsonObject filter = request.structure(legacy);
            return condition == null || filter == null
                    ? null
                    : new Filter(condition, filter.fields().keySet(), legacy);
        }
        ConditionCompiler compiler = new ConditionCompiler(ExpressionKind.FILTER, placeholders);
        Condition condition = compiler.compile(text);
        return new Filter(condition, compiler.attributes(), ExpressionKind.FILTER.parameter());
    }

    /** ProjectionExpression, or AttributesToGet; null for all attributes. */
    public @Nullable Projection projection() {
        String text = request.string(ExpressionKind.PROJECTION.parameter());
        if (text != null) {
            return Projection.compile(text, placeholders);
        }
        List<String> attributes = request.strings("AttributesToGet");
        if (attributes == null) {
            return null;
        }
        if (attributes.isEmpty()) {
            throw ServiceException.validation("1 validation error detected: Value '[]' at 'attributesToGet' failed to "
                    + "satisfy constraint: Member must have length greater than or equal to 1");
        }
        Set<String> seen = new HashSet<>();
        List<Path> paths = new ArrayList<>();
        for (String attribute : attributes) {
            if (!seen.add(attribute)) {
                throw ServiceException.invalidParameter("Duplicate value in attribute name: " + attribute);
            }
            paths.add(Path.of(attribute));
        }
        return new Projection(paths);
    }

    /** UpdateExpression, or AttributeUpdates; a plan without changes if neither is given. */
    public UpdatePlan update() {
        String text = request.string(ExpressionKind.UPDATE.parameter());
        if (text != null) {
            return new UpdateCompiler(placeholders).compile(text);
        }
        JsonObject updates = request.map("AttributeUpdates", "com.amazonaws.dynamodb.v20120810.AttributeValueUpdate");
        return updates == null ? new UpdatePlan(List.of()) : LegacyUpdates.read(updates);
    }

    /** KeyConditionExpression, or KeyConditions. */
    public KeyCondition keyCondition() {
        String text = request.string(ExpressionKind.KEY_CONDITION.parameter());
        if (text != null) {
            return new KeyConditionCompiler(placeholders).compile(text);
        }
        JsonObject conditions = request.map("KeyConditions", "com.amazonaws.dynamodb.v20120810.Condition");
        if (conditions == null || conditions.fields().isEmpty()) {
            throw ServiceException.validation("Either the KeyConditions or KeyConditionExpression parameter must be "
                    + "specified in the request.");
        }
        return LegacyConditions.keyCondition(conditions);
    }

    public void checkAllUsed() {
        placeholders.checkAllUsed();
    }
}
