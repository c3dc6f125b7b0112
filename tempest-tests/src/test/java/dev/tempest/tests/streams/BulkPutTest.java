package dev.tempest.tests.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.items.BulkPut;
import dev.tempest.sdk2.items.BulkPutFailedException;
import dev.tempest.sdk2.items.BulkPutProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.LocationTrait;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Follows a bulk put by descriptions like those of SDK 2.58, which has the class; {@code .ci/sdk-versions} follows by that. */
class BulkPutTest {
    /** A description with such fields. */
    private record Description(Map<String, ?> fields) implements SdkPojo {
        @Override
        public List<SdkField<?>> sdkFields() {
            List<SdkField<?>> all = new ArrayList<>();
            fields.forEach((name, value) -> all.add(field(name, value)));
            return all;
        }

        @Override
        public boolean equalsBySdkFields(Object other) {
            return equals(other);
        }

        @Override
        public Map<String, SdkField<?>> sdkFieldNameToField() {
            return Map.of();
        }

        private static SdkField<?> field(String name, Object value) {
            LocationTrait location = LocationTrait.builder()
                    .location(MarshallLocation.PAYLOAD)
                    .locationName(name)
                    .build();
            return value instanceof Long number
                    ? SdkField.builder(MarshallingType.LONG)
                            .memberName(name)
                            .getter(ignored -> number)
                            .traits(location)
                            .build()
                    : SdkField.builder(MarshallingType.STRING)
                            .memberName(name)
                            .getter(ignored -> (String) value)
                            .traits(location)
                            .build();
        }
    }

    private static Description description(String status, long processed) {
        return new Description(
                Map.of("BulkOperationArn", "arn:1", "BulkOperationStatus", status, "ProcessedItemCount", processed));
    }

    private static BulkPut following(SdkPojo... descriptions) {
        Iterator<SdkPojo> next = List.of(descriptions).iterator();
        return BulkPut.following(arn -> {
                    assertThat(arn).isEqualTo("arn:1");
                    return next.next();
                })
                .withInterval(Duration.ZERO);
    }

    @Test
    void itIsFollowedToItsEnd() throws InterruptedException {
        List<BulkPutProgress> seen = new ArrayList<>();

        BulkPutProgress end = following(
                        description("IN_PROGRESS", 0),
                        description("IN_PROGRESS", 10),
                        description("COMPLETED_WITH_ERRORS", 20))
                .onProgress(seen::add)
                .await("arn:1");

        assertThat(end)
                .isEqualTo(new BulkPutProgress("arn:1", "COMPLETED_WITH_ERRORS", 20, 0, 0, 0, null, null))
                .matches(BulkPutProgress::isCompleted);
        assertThat(seen).extracting(BulkPutProgress::processedItems).containsExactly(0L, 10L, 20L);
        assertThat(seen.get(0).isEnded()).isFalse();
    }

    @Test
    void aBulkPutThatFailsOrIsCancelledIsAnException() {
        Map<String, ?> failed = Map.of(
                "BulkOperationArn",
                "arn:1",
                "BulkOperationStatus",
                "FAILED",
                "ProcessedItemCount",
                5L,
                "FailureCode",
                "S3AccessDenied",
                "FailureMessage",
                "no access");

        assertThatThrownBy(() -> following(new Description(failed)).await("arn:1"))
                .isInstanceOfSatisfying(
                        BulkPutFailedException.class,
                        e -> assertThat(e.progress().failureCode()).isEqualTo("S3AccessDenied"))
                .hasMessage("The bulk put ended as FAILED (S3AccessDenied: no access) after 5 items: arn:1");
        assertThatThrownBy(() -> following(description("CANCELLING", 1), description("CANCELLED", 1))
                        .await("arn:1"))
                .hasMessage("The bulk put ended as CANCELLED after 1 items: arn:1");
    }

    @Test
    void followingItAgainGoesOnAfterAnException() throws InterruptedException {
        Iterator<Object> answers = List.<Object>of(
                        description("IN_PROGRESS", 0),
                        new IllegalStateException("no network"),
                        description("COMPLETED", 1))
                .iterator();
        BulkPut bulkPut = BulkPut.following(arn -> {
                    Object answer = answers.next();
                    if (answer instanceof IllegalStateException e) {
                        throw e;
                    }
                    return (Description) answer;
                })
                .withInterval(Duration.ZERO);

        assertThatThrownBy(() -> bulkPut.await("arn:1")).hasMessage("no network");
        assertThat(bulkPut.await("arn:1").processedItems()).isEqualTo(1);
    }

    @Test
    void anotherObjectOfTheSdkIsAnError() {
        assertThatThrownBy(() -> following(TableDescription.builder().build()).await("arn:1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The function must return the BulkOperationDescription of the response, not a"
                        + " TableDescription.");
        assertThatThrownBy(() -> following().withInterval(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
