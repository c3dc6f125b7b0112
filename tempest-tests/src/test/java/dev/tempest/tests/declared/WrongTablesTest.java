package dev.tempest.tests.declared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.ForIndex;
import dev.tempest.Index;
import dev.tempest.Table;
import dev.tempest.TimeToLive;
import dev.tempest.WriteToken;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.SecondaryIndex;
import dev.tempest.sdk2.TableDefinition;
import dev.tempest.tests.faces.MediaRow;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a table's interface cannot declare. */
class WrongTablesTest {
    record Note(String id, String text) {
        record Key(String id) {}
    }

    private static void refused(Class<?> tableType, String message) {
        assertThatThrownBy(() -> TableDefinition.of(tableType))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WrongTablesTest." + message);
    }

    interface WithoutKeys extends LogicalTable<Map<String, AttributeValue>> {}

    @Test
    void aTableOfMapsDeclaresItsKeys() {
        refused(
                WithoutKeys.class,
                "WithoutKeys extends LogicalTable<Map<String, AttributeValue>>, but does not declare the keys of its"
                        + " table. Put @Table(partitionKey = ...) on it, or name a raw item type instead of the map.");
    }

    @Table(partitionKey = "id")
    interface OfBeans extends LogicalTable<MediaRow> {}

    @Test
    void aRawItemTypeDeclaresItsKeysItself() {
        refused(
                OfBeans.class,
                "OfBeans has a @Table, but its raw item type MediaRow declares the keys of the table. Remove the"
                        + " @Table. For a table without a raw item type, let it extend"
                        + " LogicalTable<Map<String, AttributeValue>>.");
    }

    @Table(partitionKey = "id")
    interface OfStrings extends LogicalTable<Map<String, String>> {}

    @SuppressWarnings("rawtypes")
    @Table(partitionKey = "id")
    interface OfNothing extends LogicalTable {}

    @Test
    void rawItemsAreMapsOfAttributeValues() {
        refused(
                OfStrings.class,
                "OfStrings has a @Table, but its raw items are Map<String, String>. Let it extend"
                        + " LogicalTable<Map<String, AttributeValue>>.");
        refused(
                OfNothing.class,
                "OfNothing has a @Table, but does not say what its raw items are. Let it extend"
                        + " LogicalTable<Map<String, AttributeValue>>.");
    }

    @Table(partitionKey = "")
    interface EmptyKey extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "id", sortKey = "id")
    interface SameKeys extends LogicalTable<Map<String, AttributeValue>> {}

    @Test
    void aTableHasAPartitionKey() {
        refused(
                EmptyKey.class,
                "EmptyKey has a @Table with an empty partitionKey. Name the attribute that is the partition key of the"
                        + " table.");
        refused(
                SameKeys.class,
                "SameKeys has a @Table whose partitionKey and sortKey are both id. Name two attributes, or leave out"
                        + " sortKey if the table has none.");
    }

    @Table(partitionKey = "id")
    interface ById {}

    @Table(partitionKey = "text")
    interface ByWord {}

    interface ByBoth extends LogicalTable<Map<String, AttributeValue>>, ById, ByWord {}

    @Test
    void anInterfaceInheritsOneTable() {
        refused(
                ByBoth.class,
                "ByBoth inherits one @Table from WrongTablesTest.ById and another from WrongTablesTest.ByWord. Put the"
                        + " one that applies on WrongTablesTest.ByBoth.");
    }

    @Table(partitionKey = "id", indexes = @Index(name = "", partitionKey = "text"))
    interface Nameless extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(
            partitionKey = "id",
            indexes = {@Index(name = "i", partitionKey = "text"), @Index(name = "i", partitionKey = "id")})
    interface SameNames extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "id", sortKey = "text", indexes = @Index(name = "i"))
    interface Keyless extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "id", indexes = @Index(name = "i", sortKey = "text"))
    interface LocalWithoutSortKey extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(
            partitionKey = "id",
            sortKey = "kind",
            indexes =
                    @Index(
                            name = "i",
                            sortKey = {"text", "date"}))
    interface LocalOnTwo extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "id", indexes = @Index(name = "i", partitionKey = "text", sortKey = "text"))
    interface Twice extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "id", indexes = @Index(name = "i", partitionKey = "text", sortKey = ""))
    interface EmptyAttribute extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(
            partitionKey = "id",
            indexes =
                    @Index(
                            name = "i",
                            partitionKey = {"a", "b", "c", "d", "e"}))
    interface TooMany extends LogicalTable<Map<String, AttributeValue>> {}

    @Test
    void anIndexIsOneThatDynamoDbCanHave() {
        refused(Nameless.class, "Nameless has an @Index with an empty name. Give it the name that it has in DynamoDB.");
        refused(
                SameNames.class,
                "SameNames has two indexes named i. Give each @Index a name of its own, or remove one.");
        refused(
                Keyless.class,
                "Keyless has the index i without a key. Name its partitionKey, or its sortKey for a local index.");
        refused(
                LocalWithoutSortKey.class,
                "LocalWithoutSortKey has the local index i, but a table without a sort key can have none. Name a"
                        + " partitionKey in the @Index, which makes it a global index, or a sortKey in the @Table.");
        refused(
                LocalOnTwo.class,
                "LocalOnTwo has the local index i with several attributes in its sort key. Name one, or a"
                        + " partitionKey, which makes it a global index.");
        refused(Twice.class, "Twice has the index i with text twice in its key. Name it once.");
        refused(
                EmptyAttribute.class,
                "EmptyAttribute has the index i with an empty key attribute. Name the attribute.");
        refused(
                TooMany.class,
                "TooMany has the index i with more than 4 attributes in one part of its key. DynamoDB takes up to 4"
                        + " in each part.");
    }

    @Table(partitionKey = "id", indexes = @Index(name = "by_text", partitionKey = "txet"))
    interface Misspelt extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    @Test
    void anIndexIsOnAttributesThatThereAre() {
        refused(
                Misspelt.class,
                "Misspelt has the index by_text on txet, which none of its item types has. Fix the name in the"
                        + " @Index, or give an item type such a property.");
    }

    @Table(
            partitionKey = "id",
            indexes =
                    @Index(
                            name = "i",
                            partitionKey = "text",
                            projection = {"", "kind"}))
    interface NamelessProjection extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(
            partitionKey = "id",
            indexes =
                    @Index(
                            name = "i",
                            partitionKey = "text",
                            projection = {"kind", "id"}))
    interface ProjectedKey extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(
            partitionKey = "id",
            indexes =
                    @Index(
                            name = "i",
                            partitionKey = "text",
                            projection = {"kind", "kind"}))
    interface ProjectedTwice extends LogicalTable<Map<String, AttributeValue>> {}

    @Table(partitionKey = "id", indexes = @Index(name = "i", partitionKey = "text", projection = "knid"))
    interface MisspeltProjection extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    @Test
    void aProjectionNamesAttributesThatAreNoKeys() {
        refused(
                NamelessProjection.class,
                "NamelessProjection has the index i with an empty name in its projection. Name attributes, or leave out"
                        + " the projection for all of them.");
        refused(
                ProjectedKey.class,
                "ProjectedKey has the index i with id, a key attribute, in its projection. Leave it out: an index holds"
                        + " its keys and those of the table.");
        refused(
                ProjectedTwice.class,
                "ProjectedTwice has the index i with kind twice in its projection. Name it once.");
        refused(
                MisspeltProjection.class,
                "MisspeltProjection has the index i with knid in its projection, which none of its item types has."
                        + " Fix the name in the @Index, or give an item type such a property.");
    }

    record Letter(String id, String sender, String text) {
        record Key(String id) {}

        @ForIndex("by_sender")
        record BySender(String sender, String id) {}
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
        refused(
                LeanLetters.class,
                "Letter is read through index by_sender, whose projection does not have text. Add it to the projection"
                        + " in the @Index, or read through the index an item type that has only what the index holds.");
    }

    @Table(partitionKey = "note_id")
    interface OtherKey extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    @Table(partitionKey = "id", sortKey = "kind")
    interface OtherSortKey extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    @Table(partitionKey = "id", sortKey = "text")
    interface SortedByText extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    @Test
    void anItemTypeHasTheKeysOfItsTable() {
        refused(
                OtherKey.class,
                "Note has no property for note_id, the partition key of WrongTablesTest.OtherKey. Add a property"
                        + " note_id, or put @Attribute(name = \"note_id\") on the one that holds it.");
        refused(
                OtherSortKey.class,
                "Note has no property for kind, the sort key of WrongTablesTest.OtherSortKey. Add a property kind, or"
                        + " put @Attribute(name = \"kind\") on the one that holds it.");
        refused(
                SortedByText.class,
                "Note.Key has no text, which is stored in text, a key attribute of the table. Add a property text of type"
                        + " String.");
    }

    @ForIndex("by_text")
    record ByText(String text, String id) {}

    @Table(partitionKey = "id")
    interface WithoutIndex extends LogicalTable<Map<String, AttributeValue>> {
        SecondaryIndex<ByText, Note> notesByText();
    }

    @Table(partitionKey = "id", indexes = @Index(name = "by_note", partitionKey = "text"))
    interface OtherIndex extends LogicalTable<Map<String, AttributeValue>> {
        SecondaryIndex<ByText, Note> notesByText();
    }

    @Test
    void anOffsetTypeIsForAnIndexOfTheTable() {
        refused(
                WithoutIndex.class,
                "ByText is for index by_text, which WrongTablesTest.WithoutIndex does not have. Declare the index in"
                        + " WrongTablesTest.WithoutIndex; it has none.");
        refused(
                OtherIndex.class,
                "ByText is for index by_text, which WrongTablesTest.OtherIndex does not have. Name one of its indexes:"
                        + " by_note.");
    }

    record Flagged(boolean id) {
        record Key(boolean id) {}
    }

    @Table(partitionKey = "id")
    interface Flags extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Flagged.Key, Flagged> flagged();
    }

    @Test
    void aKeyAttributeIsAStringANumberOrBinary() {
        refused(
                Flags.class,
                "Flagged.id (boolean) is stored as BOOL in id, a key attribute of WrongTablesTest.Flags, but DynamoDB"
                        + " takes only strings, numbers and binary there. Give it such a type, or a converter to one by"
                        + " @Converted or @DynamoDbConvertedBy.");
    }

    @TimeToLive("expires")
    @Table(partitionKey = "id")
    interface Eternal extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    @TimeToLive("text")
    @Table(partitionKey = "id")
    interface ByWords extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Note.Key, Note> notes();
    }

    @Test
    void timeToLiveIsInAnAttributeOfNumbers() {
        refused(
                Eternal.class,
                "Eternal has @TimeToLive(\"expires\"), but its item types have no such attribute. Name one of its"
                        + " attributes: id, text.");
        refused(
                ByWords.class,
                "ByWords has @TimeToLive(\"text\"), but WrongTablesTest.Note stores that attribute as S, and DynamoDB"
                        + " takes a number. Make it a Long, or give it a converter that stores the seconds since"
                        + " 1970.");
    }

    record Counted(String id, Long token) {
        record Key(String id) {}
    }

    @WriteToken("token")
    @Table(partitionKey = "id")
    interface Tokens extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Counted.Key, Counted> counted();
    }

    @WriteToken("id")
    @Table(partitionKey = "id")
    interface KeyTokens extends LogicalTable<Map<String, AttributeValue>> {}

    @Test
    void writeTokensAreInAStringOfTheirOwn() {
        refused(
                Tokens.class,
                "Counted stores token, which is the @WriteToken of WrongTablesTest.Tokens's table, as a Long. Make it"
                        + " a String, or remove it from the item type.");
        refused(
                KeyTokens.class,
                "KeyTokens has a @WriteToken named id, which is a key attribute of WrongTablesTest.KeyTokens. Name an"
                        + " attribute that serves nothing else.");
    }

    @Test
    void aDefinitionIsOfATable() {
        refused(
                Note.class,
                "Note is not the interface of a table. Name an interface that extends LogicalTable or AsyncLogicalTable.");
    }
}
