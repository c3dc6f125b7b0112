package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.sdk2.TransactionWriteSet;
import dev.tempest.tests.faces.Media.Draft;
import dev.tempest.tests.faces.Media.Review;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** What transactions can do through SDK 2.x only. */
@ParameterizedClass
@EnumSource(names = {"SYNC", "ASYNC", "SYNC_ITEMS", "ASYNC_ITEMS"})
class Sdk2TransactionsTest extends FaceTest {
    private final Review review = new Review("a", "1", "Good");
    private Face face;

    @BeforeEach
    void createFace() {
        face = open();
    }

    @Test
    void aRefusalTellsWhatWasExpectedAndWhatWasFound() {
        face.media().reviews().save(review);

        assertThatThrownBy(() ->
                        face.transactionWrite(TransactionWriteSet.builder().create(new Review("a", "1", "Another"))))
                .isInstanceOf(TransactionCanceledException.class)
                .hasMessageContaining("0: Create of Media.Review {partition_key=ALBUM_a, sort_key=REVIEW_1}"
                        + " in table media (ConditionalCheckFailed: expected no item, found an item)");
    }

    @Test
    void createsAnItemWithTheVersionThatItCarries() {
        Draft restored = new Draft("a", "2", "Restored", 9L);

        assertThat(face.transactionWrite(TransactionWriteSet.builder().create(restored)))
                .containsExactly(restored);
        assertThat(face.media().drafts().load(new Draft.Key("a", "2"), true)).isEqualTo(restored);
    }
}
