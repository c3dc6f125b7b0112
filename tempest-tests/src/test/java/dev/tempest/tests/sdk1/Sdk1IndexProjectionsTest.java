package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndex;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.TableDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the indexes of a table of SDK 1.x without a raw item type hold. */
class Sdk1IndexProjectionsTest {
    record Letter(String id, String sender, String text) {
        record Key(String id) {}

        @ForIndex("by_sender")
        record BySender(String sender, String id) {}
    }

    @Table(
            partitionKey = "id",
            indexes = {
                @Index(name = "all", partitionKey = "text"),
                @Index(name = "some", partitionKey = "sender", projection = "text"),
                @Index(
                        name = "keys",
                        partitionKey = "sender",
                        projection = {})
            })
    interface Letters extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Letter.Key, Letter> letters();
    }

    @Test
    void theDefinitionHasTheProjectionsOfTheIndexes() {
        assertThat(TableDefinition.of(Letters.class)
                        .createTableRequest("letters")
                        .getGlobalSecondaryIndexes())
                .extracting(
                        GlobalSecondaryIndex::getIndexName,
                        index -> index.getProjection().getProjectionType(),
                        index -> index.getProjection().getNonKeyAttributes())
                .containsExactlyInAnyOrder(
                        tuple("all", "ALL", null),
                        tuple("some", "INCLUDE", List.of("text")),
                        tuple("keys", "KEYS_ONLY", null));
    }

    @Table(
            partitionKey = "id",
            indexes =
                    @Index(
                            name = "by_sender",
                            partitionKey = "sender",
                            projection = {}))
    interface LeanLetters extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Letter.Key, Letter> letters();

        SecondaryIndex<Letter.BySender, Letter> lettersBySender();
    }

    @Test
    void anIndexHoldsWhatIsReadThroughIt() {
        assertThatThrownBy(() -> TableDefinition.of(LeanLetters.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Sdk1IndexProjectionsTest.Letter is read through index by_sender, whose projection does not have"
                                + " text. Add it to the projection in the @Index, or read through the index an item type that has"
                                + " only what the index holds.");
    }
}
