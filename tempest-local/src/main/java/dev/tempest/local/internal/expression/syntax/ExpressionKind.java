package dev.tempest.local.internal.expression.syntax;

import dev.tempest.local.internal.json.ServiceException;

/** The parameters that hold expressions. */
public enum ExpressionKind {
    CONDITION("ConditionExpression"),
    FILTER("FilterExpression"),
    KEY_CONDITION("KeyConditionExpression"),
    PROJECTION("ProjectionExpression"),
    UPDATE("UpdateExpression");

    private final String parameter;

    ExpressionKind(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }

    public ServiceException error(String message) {
        return ServiceException.validation("Invalid " + parameter + ": " + message);
    }
}
