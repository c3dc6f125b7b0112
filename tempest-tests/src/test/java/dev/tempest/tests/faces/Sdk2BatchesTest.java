package dev.tempest.tests.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.UnprocessedKeysException;
import dev.tempest.sdk2.BatchWriteException;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.tests.faces.Media.Track;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What batches say of which DynamoDB rejects a part, in the words that SDK 1.x has no exception for. */
@ParameterizedClass
@EnumSource(names = {"SYNC", "ASYNC", "SYNC_ITEMS", "ASYNC_ITEMS"})
class Sdk2BatchesTest extends FaceTest {
    private final Track tooLong = new Track("a", "9".repeat(1_100), "The sort key is too long", 1, null, null, null);

    @Test
    void sayHowMuchOfABatchWriteWasDone() {
        BatchWriteSet.Builder set =
                BatchWriteSet.builder().clobber(Media.tracks("a", 30)).clobber(tooLong);

        assertThatThrownBy(() -> open().batchWrite(set))
                .isInstanceOfSatisfying(
                        BatchWriteException.class,
                        e -> assertThat(e.tableName()).isEqualTo("media"))
                .hasMessageMatching("Of 31 operations of a batch write, 30 were done; DynamoDB rejected 1: .* (.*)");
    }

    @Test
    void sayHowManyKeysABatchLoadLeaves() {
        assertThatThrownBy(() -> open().batchLoad(List.of(tooLong.key())))
                .isInstanceOfSatisfying(
                        UnprocessedKeysException.class,
                        e -> assertThat(e.tableName()).isEqualTo("media"))
                .hasMessageStartingWith("A request failed, which left 1 keys unprocessed: ");
    }
}
