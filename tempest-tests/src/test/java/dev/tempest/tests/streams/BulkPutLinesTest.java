package dev.tempest.tests.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tempest.Attribute;
import dev.tempest.CreatedAt;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Unique;
import dev.tempest.UpdatedAt;
import dev.tempest.Version;
import dev.tempest.items.BulkPutFormat;
import dev.tempest.items.BulkPutReport;
import dev.tempest.items.NotWrittenItem;
import dev.tempest.items.TypedItem;
import dev.tempest.items.UnreadableRecord;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.items.ItemReader;
import dev.tempest.sdk2.items.ItemWriter;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Lines of a bulk put with conditions. The engine puts each of them, as DynamoDB would. */
class BulkPutLinesTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("docs", DocTable.class));

    @TempDir
    Path directory;

    record Doc(
            @Attribute(name = "pk") String id,
            String text,
            @CreatedAt Instant created,
            @UpdatedAt Instant updated,
            @Version Long version) {
        record Key(String id) {}

        Doc with(String other) {
            return new Doc(id, other, created, updated, version);
        }
    }

    @Table(partitionKey = "pk")
    interface DocTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Doc.Key, Doc> docs();
    }

    interface DocDb extends LogicalDb {
        @TableName("docs")
        DocTable docs();
    }

    record User(
            @Attribute(name = "pk") String id,
            @Unique String mail,
            @Version long version) {
        record Key(String id) {}
    }

    record Plain(@Attribute(name = "pk") String id, String text) {
        record Key(String id) {}
    }

    @Table(partitionKey = "pk")
    interface UserTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<User.Key, User> users();
    }

    @Table(partitionKey = "pk")
    interface PlainTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Plain.Key, Plain> plain();
    }

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-02-02T00:00:00Z"), ZoneOffset.UTC);

    private final ItemWriter writer = ItemWriter.of(DocTable.class).withClock(NOW);

    @Test
    void anItemThatMustNotExistHasThatCondition() {
        assertThat(ItemWriter.of(PlainTable.class).onlyIfAbsent().line(new Plain("a", "x")))
                .isEqualTo("{\"Item\":{\"pk\":{\"S\":\"a\"},\"text\":{\"S\":\"x\"}},\"ConditionExpression\":"
                        + "\"attribute_not_exists(#c)\",\"ExpressionAttributeNames\":{\"#c\":\"pk\"}}");
    }

    @Test
    void anItemThatWasReadHasItsVersionAsTheConditionAndTheNextOne() throws IOException {
        JsonNode line = json(writer.onlyIfUnchanged().line(new Doc("a", "x", CREATED, CREATED, 7L)));

        assertThat(line.at("/ConditionExpression").asText()).isEqualTo("#c = :c");
        assertThat(line.at("/ExpressionAttributeNames/#c").asText()).isEqualTo("version");
        assertThat(line.at("/ExpressionAttributeValues/:c/N").asText()).isEqualTo("7");
        assertThat(line.at("/Item/version/N").asText()).isEqualTo("8");
        assertThat(line.at("/Item/created/S").asText()).startsWith("2026-01-01");
        assertThat(line.at("/Item/updated/S").asText()).startsWith("2026-02-02");
    }

    @Test
    void anItemWithoutAVersionMustHaveNoneStored() throws IOException {
        JsonNode line = json(writer.onlyIfUnchanged().line(new Doc("a", "x", null, null, null)));

        assertThat(line.at("/ConditionExpression").asText()).isEqualTo("attribute_not_exists(#c)");
        assertThat(line.at("/ExpressionAttributeNames/#c").asText()).isEqualTo("version");
        assertThat(line.has("ExpressionAttributeValues")).isFalse();
        assertThat(line.at("/Item/version/N").asText()).isEqualTo("1");
    }

    @Test
    void otherNamesOfMembersAreUsed() throws IOException {
        BulkPutFormat format = new BulkPutFormat("I", "C", "N", "V", "E");
        JsonNode line = json(writer.onlyIfUnchanged().withFormat(format).line(new Doc("a", "x", CREATED, CREATED, 7L)));

        assertThat(line.fieldNames()).toIterable().containsExactly("I", "C", "N", "V");
    }

    @Test
    void whatHasNoConditionOrNoTransactionIsAnError() {
        assertThatThrownBy(
                        () -> ItemWriter.of(PlainTable.class).onlyIfUnchanged().line(new Plain("a", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BulkPutLinesTest.Plain has no @Version, so nothing says whether a stored item has changed."
                        + " Give the type a @Version.");
        assertThatThrownBy(() -> ItemWriter.of(UserTable.class).onlyIfAbsent().line(new User("a", "m", 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("BulkPutLinesTest.User.mail is @Unique, which takes a transaction, and a bulk put has"
                        + " none. Write items of BulkPutLinesTest.User with a transaction or on their own.");
    }

    @Test
    void noWriteIsLostThatCameAfterTheItemWasRead() throws IOException {
        InlineView<Doc.Key, Doc> docs = testDb.logicalDb(DocDb.class).docs().docs();
        for (int i = 0; i < 300; i++) {
            docs.create(new Doc("doc" + i, "old", null, null, null));
        }
        List<Doc> read = docs.scanAllContents().stream().toList();
        for (int i = 0; i < 300; i += 50) {
            docs.update(new Doc.Key("doc" + i), doc -> doc.with("live"));
        }

        List<Path> files = writer.onlyIfUnchanged()
                .withMaxFileSize(20_000)
                .write(read.stream().map(doc -> doc.with("filled")), directory, "docs");
        assertThat(files).hasSizeGreaterThan(2);
        Path report = Files.createDirectories(directory.resolve("report/CONDITION_CHECK_FAILURE"));
        Files.writeString(report.resolve("a.json"), String.join("\n", putAll(files)));
        Files.writeString(directory.resolve("report/manifest-summary.json"), "{}");

        for (Doc doc : docs.scanAllContents()) {
            boolean live = Integer.parseInt(doc.id().substring(3)) % 50 == 0;
            assertThat(doc.text()).isEqualTo(live ? "live" : "filled");
            assertThat(doc.version()).isEqualTo(2);
            assertThat(doc.created()).isNotNull();
        }
        List<NotWrittenItem> notWritten;
        try (Stream<NotWrittenItem> items =
                BulkPutReport.of(directory.resolve("report")).items(ItemReader.of(DocTable.class))) {
            notWritten = items.toList();
        }
        assertThat(notWritten).hasSize(6).allSatisfy(item -> {
            assertThat(((Doc) ((TypedItem<?>) item.item()).item()).text()).isEqualTo("filled");
            assertThat(((Doc) ((TypedItem<?>) item.existing().orElseThrow()).item()).text())
                    .isEqualTo("live");
            assertThat(item.details()).isEqualTo(Map.of("Reason", "ConditionalCheckFailed"));
            assertThat(item).asString().endsWith("TypedItem was not written").doesNotContain("filled");
        });

        List<Object> again = new ArrayList<>();
        for (NotWrittenItem item : notWritten) {
            Doc stored = (Doc) ((TypedItem<?>) item.existing().orElseThrow()).item();
            again.add(stored.with("filled"));
        }
        assertThat(putAll(writer.onlyIfUnchanged().write(again, directory, "again")))
                .isEmpty();
    }

    @Test
    void brokenLinesOfAReportAreUnreadableItems() throws IOException {
        Path file = Files.writeString(directory.resolve("a.json"), """
                {"Item":{"pk":{"S":"a"}},"Error":"too large"}
                {"Record":"x","Error":"no JSON"}
                {"Item":7}
                {""");

        List<NotWrittenItem> items;
        try (Stream<NotWrittenItem> read = BulkPutReport.of(file).items(ItemReader.of(DocTable.class))) {
            items = read.toList();
        }

        assertThat(items).hasSize(4).extracting(NotWrittenItem::place).contains(file + ", line 2");
        assertThat(items.get(0).item()).isInstanceOf(TypedItem.class);
        assertThat(items.get(0).details()).isEqualTo(Map.of("Error", "too large"));
        assertThat(items.subList(1, 4)).allMatch(item -> item.item() instanceof UnreadableRecord);
        assertThat(items.get(1).item()).hasToString(file + ", line 2: it has no Item. Its members are Record, Error.");
        assertThat(items.get(1).details()).isEqualTo(Map.of("Record", "x", "Error", "no JSON"));
        assertThatThrownBy(() -> BulkPutReport.of(Files.createDirectory(directory.resolve("empty"))))
                .hasMessage("No file .json or .json.gz is in or below " + directory.resolve("empty") + ".");
    }

    /** Puts the items of all lines, each on its condition; returns the lines of a report. */
    private List<String> putAll(List<Path> files) throws IOException {
        List<String> report = new ArrayList<>();
        for (Path file : files) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
                for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                    put(json(text), report);
                }
            }
        }
        return report;
    }

    private void put(JsonNode line, List<String> report) {
        Map<String, String> names = new HashMap<>();
        line.get("ExpressionAttributeNames")
                .properties()
                .forEach(name -> names.put(name.getKey(), name.getValue().asText()));
        try {
            testDb.client()
                    .putItem(PutItemRequest.builder()
                            .tableName("docs")
                            .item(row(line.get("Item")))
                            .conditionExpression(line.get("ConditionExpression").asText())
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(row(line.get("ExpressionAttributeValues")))
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                            .build());
        } catch (ConditionalCheckFailedException e) {
            ObjectNode failed = new ObjectMapper().createObjectNode();
            failed.set("Item", line.get("Item"));
            ObjectNode existing = failed.putObject("ExistingItem");
            e.item()
                    .forEach((name, value) -> existing.putObject(name)
                            .put(value.n() == null ? "S" : "N", value.n() == null ? value.s() : value.n()));
            failed.put("Reason", "ConditionalCheckFailed");
            report.add(failed.toString());
        }
    }

    private static Map<String, AttributeValue> row(JsonNode item) {
        Map<String, AttributeValue> row = new HashMap<>();
        item.properties().forEach(attribute -> {
            JsonNode value = attribute.getValue();
            row.put(
                    attribute.getKey(),
                    value.has("N")
                            ? AttributeValue.fromN(value.get("N").asText())
                            : AttributeValue.fromS(value.get("S").asText()));
        });
        return row;
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
