package dev.tempest.sdk2.internal.check;

import dev.tempest.Finding;
import dev.tempest.Finding.Severity;
import dev.tempest.Finding.Subject;
import dev.tempest.sdk2.internal.table.DeclaredTimeToLive;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * What DynamoDB tells about a table's time to live.
 *
 * @param description null if it was refused
 * @param refusal why it was; null if it was not
 */
record LiveTimeToLive(
        @Nullable TimeToLiveDescription description,
        @Nullable DynamoDbException refusal) {

    List<Finding> compare(@Nullable DeclaredTimeToLive declared) {
        if (description == null) {
            return List.of(unknown(declared));
        }
        TimeToLiveStatus status = description.timeToLiveStatus();
        boolean on = status == TimeToLiveStatus.ENABLED || status == TimeToLiveStatus.ENABLING;
        String attribute = description.attributeName();
        if (declared == null) {
            return on
                    ? List.of(finding(
                            Severity.INFO,
                            "DynamoDB deletes items at the time in their attribute " + attribute
                                    + ", of which the model says nothing. @TimeToLive on the table's interface would."))
                    : List.of();
        }
        if (!on) {
            return List.of(finding(
                    Severity.ERROR,
                    "Time to live is off, but " + declared.describe()
                            + ": no item is ever deleted. Switch it on (a global"
                            + " table of strong consistency cannot have it), or remove the annotation."));
        }
        if (!declared.attribute().equals(attribute)) {
            return List.of(finding(
                    Severity.ERROR,
                    "DynamoDB deletes items at the time in their attribute " + attribute + ", but "
                            + declared.describe() + ". Switch it off and on again for the right attribute, or fix the"
                            + " annotation."));
        }
        return status == TimeToLiveStatus.ENABLING
                ? List.of(finding(Severity.INFO, "Time to live is being switched on, which takes up to an hour."))
                : List.of();
    }

    private Finding unknown(@Nullable DeclaredTimeToLive declared) {
        String reason = refusal == null ? "no response" : refusal.getMessage();
        return declared == null
                ? finding(Severity.INFO, "Time to live was not checked: " + reason)
                : finding(
                        Severity.WARNING,
                        "Time to live was not checked, though " + declared.describe() + ": " + reason);
    }

    private static Finding finding(Severity severity, String message) {
        return Finding.of(severity, Subject.TIME_TO_LIVE, message);
    }
}
