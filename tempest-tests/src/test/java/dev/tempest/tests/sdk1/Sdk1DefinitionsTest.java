package dev.tempest.tests.sdk1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.model.AttributeValue;
import com.amazonaws.services.dynamodbv2.model.CreateTableRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.sdk1.DatabaseDefinition;
import dev.tempest.sdk1.InlineView;
import dev.tempest.sdk1.LogicalDb;
import dev.tempest.sdk1.LogicalTable;
import dev.tempest.sdk1.SecondaryIndex;
import dev.tempest.sdk1.TableDefinition;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The definitions of SDK 1.x as CloudFormation: the same template as that of SDK 2.x for the same model. */
class Sdk1DefinitionsTest {
    record Letter(String id, long number, String sender, String text, long expires_at) {
        record Key(String id, long number) {}

        @ForIndex("by_sender")
        record BySender(String sender, String id, long number) {}
    }

    @TimeToLive("expires_at")
    interface Expiring {}

    @Table(partitionKey = "id", sortKey = "number", indexes = @Index(name = "by_sender", partitionKey = "sender"))
    interface Letters extends LogicalTable<Map<String, AttributeValue>>, Expiring {
        InlineView<Letter.Key, Letter> letters();

        SecondaryIndex<Letter.BySender, Letter> lettersBySender();
    }

    @Table(partitionKey = "id", sortKey = "number", indexes = @Index(name = "by_text", sortKey = "text"))
    interface Archive extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Letter.Key, Letter> letters();
    }

    interface LetterDb extends LogicalDb {
        @TableName("letters")
        Letters letters();

        @TableName("archive")
        Archive archive();
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "id", sortKey = "number", indexes = @Index(name = "by_sender", partitionKey = "sender"))
    interface Sdk2Letters
            extends dev.tempest.sdk2.LogicalTable<
                    Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>> {
        dev.tempest.sdk2.InlineView<Letter.Key, Letter> letters();

        dev.tempest.sdk2.SecondaryIndex<Letter.BySender, Letter> lettersBySender();
    }

    @Test
    void aTemplateIsThatOfSdk2() throws IOException {
        assertThat(json(TableDefinition.of(Letters.class).cloudFormation("letters")))
                .isEqualTo(json(
                        dev.tempest.sdk2.TableDefinition.of(Sdk2Letters.class).cloudFormation("letters")));
    }

    @Test
    void aDatabaseHasItsTables() throws IOException {
        DatabaseDefinition definition = DatabaseDefinition.of(LetterDb.class);

        JsonNode template = json(definition.cloudFormation());

        assertThat(template.at("/Resources").fieldNames()).toIterable().containsExactly("Archive", "Letters");
        assertThat(template.at("/Resources/Archive/Properties/LocalSecondaryIndexes/0/IndexName")
                        .asText())
                .isEqualTo("by_text");
        assertThat(template.at("/Resources/Letters/Properties/TimeToLiveSpecification/AttributeName")
                        .asText())
                .isEqualTo("expires_at");
        assertThat(definition.createTableRequests())
                .extracting(CreateTableRequest::getTableName)
                .containsExactly("archive", "letters");
        assertThat(definition.tables().get("letters").createTableRequest("letters"))
                .isEqualTo(TableDefinition.of(Letters.class).createTableRequest("letters"));
        assertThat(definition).hasToString("DatabaseDefinition[archive, letters]");
    }

    @Test
    void timeToLiveIsThatOfTheInterface() {
        assertThat(TableDefinition.of(Archive.class).updateTimeToLiveRequest("archive"))
                .isEmpty();
        assertThat(TableDefinition.of(Letters.class).updateTimeToLiveRequest("letters"))
                .get()
                .extracting(request -> request.getTimeToLiveSpecification().getAttributeName())
                .isEqualTo("expires_at");
    }

    @Test
    void anotherInterfaceIsAnError() {
        assertThatThrownBy(() -> DatabaseDefinition.of(String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("String is not the interface of a database. Name an interface that extends LogicalDb.");
    }

    private static JsonNode json(String template) throws IOException {
        return new ObjectMapper().readTree(template);
    }
}
