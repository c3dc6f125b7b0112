package dev.tempest.sdk2.internal.write;

import dev.tempest.internal.expression.Clause;
import dev.tempest.internal.expression.ItemChange;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.internal.write.Expectation;
import dev.tempest.internal.write.PatchGuard;
import dev.tempest.internal.write.PatchRules;
import dev.tempest.internal.write.RowEdit;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.sdk2.internal.mapping.ItemMapper;
import dev.tempest.sdk2.internal.mapping.Upgrade;
import dev.tempest.sdk2.internal.request.ErrorContext;
import dev.tempest.sdk2.internal.schema.value.SdkValues;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * A change that is made only on the item that was read, since what it computes depends on the whole item, or since its mark is
 * a text. It carries on the traces of the item's write token, so that it is recognised when its response was lost.
 *
 * @param guard what the stored item must be; null for any
 */
record PatchOnRead<I>(
        Patches<I> patches,
        OperationInfo operation,
        Map<String, AttributeValue> key,
        ItemChange<AttributeValue> change,
        @Nullable PatchGuard<AttributeValue> guard,
        ConditionalWrites mode)
        implements UpdateLoop.Change<I> {

    @Override
    public UpdateLoop.Step<I> on(@Nullable Map<String, AttributeValue> base) {
        WriteRules<I> rules = patches.rules();
        ItemMapper<I> mapper = rules.mapper();
        boolean isExpected = guard == null ? base != null || change.createsItem() : base != null && guard.matches(base);
        if (!isExpected) {
            throw Write.conditionFailed(base, message(expectation().describe(base, SdkValues.INSTANCE)));
        }
        if (base == null) {
            // A version that cannot be null is there before anything is computed.
            Map<String, AttributeValue> row = changed(rules.patches().begun(key));
            Upgrade upgrade = mapper.upgrade();
            if (upgrade != null) {
                row.put(upgrade.attribute(), upgrade.targetValue());
            }
            Write<I> write = patches.put().first(operation, mapper.read(row), row, change.condition());
            return patches.put().planned(write, null, rules.modeOn(null, mode));
        }
        if (change.condition() != null && mapper.isOlder(base)) {
            throw new OlderItem(base);
        }
        Map<String, AttributeValue> shown = mapper.current(base);
        String full = rules.patches().full(change, shown);
        if (full != null) {
            throw Write.conditionFailed(base, message(full));
        }
        Clause<AttributeValue> isBase = rules.isStill(base);
        Map<String, AttributeValue> row = changed(shown);
        row.keySet().retainAll(Set.copyOf(mapper.schema().attributeNames()));
        patches.updates().complete(row, base, shown);
        return patches.updates().plan(operation, base, isBase, row, change.condition(), rules.modeOn(base, mode));
    }

    /** The row with the change, and with what is computed from it. */
    private Map<String, AttributeValue> changed(Map<String, AttributeValue> base) {
        try {
            return patches.rules().patches().changed(base, change);
        } catch (RowEdit.NoSuchPlace e) {
            throw refused();
        }
    }

    private Expectation<AttributeValue> expectation() {
        return guard == null ? patches.rules().patches().expectation(change) : guard.expectation(change);
    }

    @Override
    public @Nullable RuntimeException failure(
            @Nullable Map<String, AttributeValue> base,
            @Nullable Map<String, AttributeValue> found,
            ConditionalCheckFailedException exception) {
        boolean isConflict =
                change.condition() == null || !patches.rules().state().areSame(base, found);
        return guard == null && isConflict
                ? null
                : ErrorContext.withContext(
                        exception, message(patches.rules().patches().describeRead(change, expectation(), found)));
    }

    /** The failure that DynamoDB would make of a change of what is not there. */
    private DynamoDbException refused() {
        String message = message(PatchRules.ofNoPlace(change));
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage(message)
                        .serviceName("DynamoDB")
                        .build())
                .statusCode(400)
                .message(message)
                .build();
    }

    private String message(String reason) {
        return "patch of " + patches.rules().mapper().describe(key) + ", " + reason;
    }
}
