package dev.tempest.sdk2.internal.request;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ExpressionWriter;
import dev.tempest.internal.expression.UpdateText;
import dev.tempest.internal.expression.UpdateText.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.update.UpdateExpression;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** From the SDK's expressions to conditions, and what of these several operations need. */
public final class Expressions {
    private Expressions() {}

    /** An expression of a caller's or of an extension's; null for none. */
    public static @Nullable Clause<AttributeValue> clause(@Nullable Expression expression) {
        return expression == null
                ? null
                : new Clause.Text<>(
                        expression.expression(), expression.expressionNames(), expression.expressionValues());
    }

    /** What a failed condition is to bring with it; null without a condition. */
    public static @Nullable ReturnValuesOnConditionCheckFailure oldItemFor(@Nullable Object condition) {
        return condition == null ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD;
    }

    /** The expressions of others within an update: in its condition, and an extension's actions. */
    public static List<Clause.Text<AttributeValue>> foreign(
            @Nullable Clause<AttributeValue> condition, @Nullable UpdateExpression extensions) {
        List<Clause.Text<AttributeValue>> found = new ArrayList<>(ExpressionWriter.texts(condition));
        if (extensions != null) {
            extensions
                    .setActions()
                    .forEach(action -> found.add(new Clause.Text<>(
                            action.path() + " " + action.value(),
                            action.expressionNames(),
                            action.expressionValues())));
            extensions
                    .removeActions()
                    .forEach(action -> found.add(new Clause.Text<>(action.path(), action.expressionNames(), null)));
            extensions
                    .addActions()
                    .forEach(action -> found.add(new Clause.Text<>(
                            action.path() + " " + action.value(),
                            action.expressionNames(),
                            action.expressionValues())));
            extensions
                    .deleteActions()
                    .forEach(action -> found.add(new Clause.Text<>(
                            action.path() + " " + action.value(),
                            action.expressionNames(),
                            action.expressionValues())));
        }
        return found;
    }

    /** What an extension of the client's wants to be done. */
    public static void addTo(UpdateText<AttributeValue> text, UpdateExpression extensions) {
        extensions.setActions().forEach(action -> text.action(Section.SET, action.path() + " = " + action.value()));
        extensions.removeActions().forEach(action -> text.action(Section.REMOVE, action.path()));
        extensions.addActions().forEach(action -> text.action(Section.ADD, action.path() + " " + action.value()));
        extensions.deleteActions().forEach(action -> text.action(Section.DELETE, action.path() + " " + action.value()));
    }
}
