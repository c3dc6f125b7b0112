package dev.tempest.docs;

import static dev.tempest.Attributes.attr;
import static dev.tempest.Attributes.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.CreatedAt;
import dev.tempest.ExpiresAt;
import dev.tempest.Table;
import dev.tempest.TableName;
import dev.tempest.TimeToLive;
import dev.tempest.UpdatedAt;
import dev.tempest.sdk2.InlineView;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.LogicalTable;
import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TimestampsDocTest {
    @RegisterExtension
    final TestDb testDb = TestDb.of(TestTable.create("articles", ArticleTable.class));

    public record Article(
            String id,
            String title,
            @CreatedAt Instant createdAt,
            @UpdatedAt Instant updatedAt) {
        public record Key(String id) {}
    }

    @Table(partitionKey = "id")
    public interface ArticleTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Article.Key, Article> articles();
    }

    public interface ArticleDb extends LogicalDb {
        @TableName("articles")
        ArticleTable articles();
    }

    public record Draft(
            String id,
            String text,
            @ExpiresAt(after = "P30D") Long expires_at) {
        public record Key(String id) {}
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "id")
    public interface DraftTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<Draft.Key, Draft> drafts();
    }

    @Test
    void setsExpiries() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        testDb.connection().createTable(TestTable.create("drafts", DraftTable.class));
        InlineView<Draft.Key, Draft> drafts =
                at(now).logicalTable("drafts", DraftTable.class).drafts();

        Draft stored = drafts.create(new Draft("a", "Once", null));

        assertThat(stored.expires_at()).isEqualTo(now.plus(Duration.ofDays(30)).getEpochSecond());

        Draft renewed = drafts.patch(
                new Draft.Key("a"),
                number(Draft::expires_at).set(now.plus(Duration.ofDays(90)).getEpochSecond()));

        assertThat(renewed.expires_at()).isEqualTo(now.plus(Duration.ofDays(90)).getEpochSecond());
    }

    public record SignIn(
            String id,
            String user,
            @ExpiresAt(after = "PT15M") Long expires_at) {
        public record Key(String id) {}
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    @Table(partitionKey = "id")
    public interface SignInTable extends LogicalTable<Map<String, AttributeValue>> {
        InlineView<SignIn.Key, SignIn> signIns();
    }

    @Test
    void leavesOutExpiredItems() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");
        testDb.connection().createTable(TestTable.create("sign_ins", SignInTable.class));
        InlineView<SignIn.Key, SignIn> before =
                at(now).logicalTable("sign_ins", SignInTable.class).signIns();
        before.create(new SignIn("x7", "ann", null));
        Instant later = now.plus(Duration.ofMinutes(15));
        InlineView<SignIn.Key, SignIn> signIns =
                at(later).logicalTable("sign_ins", SignInTable.class).signIns();

        SignIn found = signIns.load(new SignIn.Key("x7"));

        assertThat(found).isNull();

        SignIn renewed = signIns.create(new SignIn("x7", "ann", null));

        assertThat(renewed.expires_at())
                .isEqualTo(later.plus(Duration.ofMinutes(15)).getEpochSecond());
    }

    private ArticleDb at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        ArticleDb db = LogicalDb.builder(ArticleDb.class)
                .enhancedClient(testDb.enhancedClient())
                .clock(clock)
                .build();
        return db;
    }

    @Test
    void setsTimes() {
        Instant monday = Instant.parse("2026-03-02T09:00:00Z");
        Instant friday = Instant.parse("2026-03-06T09:00:00Z");
        InlineView<Article.Key, Article> articles = at(monday).articles().articles();

        Article stored = articles.create(new Article("a", "Drfat", null, null));

        assertThat(stored).isEqualTo(new Article("a", "Drfat", monday, monday));
        articles = at(friday).articles().articles();

        Article corrected =
                articles.patch(new Article.Key("a"), attr(Article::title).set("Draft"));

        assertThat(corrected).isEqualTo(new Article("a", "Draft", monday, friday));
    }
}
