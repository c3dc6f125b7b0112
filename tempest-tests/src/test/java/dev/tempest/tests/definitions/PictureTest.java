package dev.tempest.tests.definitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.Attribute;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.Version;
import dev.tempest.sdk2.DatabasePicture;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.sdk2.internal.picture.PictureProgram;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the picture of a database shows, and what it never does. */
class PictureTest {
    record Address(String street, List<String> lines) {}

    record Customer(
            @Attribute(name = "pk") String name,
            Address address,
            Map<String, Integer> scores,
            Instant since,
            @Version long version) {
        record Key(String name) {}
    }

    /** No value that could be made up is accepted. */
    record Percent(@Attribute(name = "pk") String name, int share) {
        Percent {
            if (share != 50) {
                throw new IllegalArgumentException("half");
            }
        }

        record Key(String name) {}
    }

    @Table(partitionKey = "pk")
    interface Customers extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Customer.Key, Customer> customers();
    }

    @Table(partitionKey = "pk")
    interface Percents extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Percent.Key, Percent> percents();
    }

    interface Db extends LogicalDb {
        @TableName("<b>customers</b>")
        Customers customers();

        Percents percents();
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return PictureProgram.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void showsTablesIndexesTypesAndPatterns() {
        String html = DatabasePicture.of(Catalog.Db.class).html();

        assertThat(html)
                .contains("2 tables · 3 secondary indexes · 3 item types · 4 access patterns")
                .contains("time to live: expires_at", "keys only", "keys, category, text")
                .contains("offers().load(key)", "prices().query(condition)", "Price.ByCategory")
                .contains("<b>OFFER#</b><var>{sk}</var>");
    }

    @Test
    void needsNoScriptAndNothingFromOutside() {
        String html = DatabasePicture.of(Catalog.Db.class).html();

        assertThat(html)
                .doesNotContainIgnoringCase("<script", "http:", "https:", "src=", "@import", "url(", "<link")
                .contains("prefers-color-scheme: dark", "@media print", "width=device-width");
    }

    @Test
    void escapesAllText() {
        Customer customer = new Customer(
                "<script>alert('1')</script>", new Address("A & B \"C\"", List.of()), Map.of(), Instant.EPOCH, 1);

        String html = DatabasePicture.of(Db.class)
                .withTitle("</title><i>")
                .withSamples(customer)
                .html();

        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;", "A &amp; B &quot;C&quot;")
                .contains("&lt;b&gt;customers&lt;/b&gt;", "&lt;/title&gt;&lt;i&gt;")
                .doesNotContain("<script", "<b>customers", "<i>");
    }

    @Test
    void makesUpItemsWhereNoneAreGiven() {
        String html = DatabasePicture.of(Db.class).html();

        assertThat(html)
                .contains("name1", "Address(street=&quot;street1&quot;, lines=[&quot;lines1&quot;])")
                .contains("{lines: [&quot;lines1&quot;], street: &quot;street1&quot;}", "2026-05-01T09:30:00Z")
                .contains("No sample could be made up");
        assertThat(DatabasePicture.of(Db.class)
                        .withSamples(new Percent("x", 50))
                        .html())
                .doesNotContain("No sample could be made up");
    }

    @Test
    void isTheSameEachTime() {
        assertThat(DatabasePicture.of(Catalog.Db.class).html())
                .isEqualTo(DatabasePicture.of(Catalog.Db.class).html());
    }

    @Test
    void refusesSamplesOfNoItemType() {
        DatabasePicture picture = DatabasePicture.of(Db.class).withSamples("text");

        assertThatThrownBy(picture::html)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample is a String, which is not an item type of the database.");
    }

    @Test
    void theProgramWritesTheFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("catalog.html");

        assertThat(run(Catalog.Db.class.getName(), file.toString())).isZero();

        assertThat(file)
                .content()
                .isEqualTo(DatabasePicture.of(Catalog.Db.class).html());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("Wrote " + file + System.lineSeparator());
    }

    @Test
    void theProgramExplainsWrongArguments(@TempDir Path directory) {
        assertThat(run()).isEqualTo(2);
        assertThat(run("dev.tempest.Nothing", "a.html")).isEqualTo(2);
        assertThat(run("java.lang.String", "a.html")).isEqualTo(1);
        assertThat(run(Catalog.Db.class.getName(), directory.toString())).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Usage: java dev.tempest.sdk2.DatabasePicture INTERFACE FILE")
                .contains("The class dev.tempest.Nothing is not on the class path.")
                .contains("String is not the interface of a database.")
                .contains("The file " + directory + " cannot be written");
    }
}
