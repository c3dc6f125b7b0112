package dev.tempest.docs

import dev.tempest.CreatedAt
import dev.tempest.ExpiresAt
import dev.tempest.Table
import dev.tempest.TableName
import dev.tempest.TimeToLive
import dev.tempest.UpdatedAt
import dev.tempest.kotlin.attr
import dev.tempest.kotlin.number
import dev.tempest.sdk2.InlineView
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.LogicalTable
import dev.tempest.sdk2.kotlin.logicalTable
import dev.tempest.testing.TestDb
import dev.tempest.testing.TestTable
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import software.amazon.awssdk.services.dynamodb.model.AttributeValue

class TimestampsDocTest {
    @RegisterExtension val testDb: TestDb = TestDb.of(TestTable.create("articles", ArticleTable::class.java))

    data class Article(
        val id: String,
        val title: String,
        @CreatedAt val createdAt: Instant? = null,
        @UpdatedAt val updatedAt: Instant? = null,
    ) {
        data class Key(val id: String)
    }

    @Table(partitionKey = "id")
    interface ArticleTable : LogicalTable<Map<String, AttributeValue>> {
        val articles: InlineView<Article.Key, Article>
    }

    interface ArticleDb : LogicalDb {
        @TableName("articles") val articles: ArticleTable
    }

    data class Draft(val id: String, val text: String, @ExpiresAt(after = "P30D") val expires_at: Long? = null) {
        data class Key(val id: String)
    }

    @TimeToLive("expires_at")
    @Table(partitionKey = "id")
    interface DraftTable : LogicalTable<Map<String, AttributeValue>> {
        val drafts: InlineView<Draft.Key, Draft>
    }

    @Test
    fun `sets expiries`() {
        val now = Instant.parse("2026-03-02T09:00:00Z")
        testDb.connection().createTable(TestTable.create("drafts", DraftTable::class.java))
        val drafts = at(now).logicalTable<DraftTable>("drafts").drafts

        val stored = drafts.create(Draft("a", "Once"))

        assertThat(stored.expires_at).isEqualTo(now.plus(Duration.ofDays(30)).epochSecond)

        val renewed =
            drafts.patch(Draft.Key("a"), number(Draft::expires_at).set(now.plus(Duration.ofDays(90)).epochSecond))

        assertThat(renewed.expires_at).isEqualTo(now.plus(Duration.ofDays(90)).epochSecond)
    }

    data class SignIn(val id: String, val user: String, @ExpiresAt(after = "PT15M") val expires_at: Long? = null) {
        data class Key(val id: String)
    }

    @TimeToLive(value = "expires_at", hideExpired = true)
    @Table(partitionKey = "id")
    interface SignInTable : LogicalTable<Map<String, AttributeValue>> {
        val signIns: InlineView<SignIn.Key, SignIn>
    }

    @Test
    fun `leaves out expired items`() {
        val now = Instant.parse("2026-03-02T09:00:00Z")
        testDb.connection().createTable(TestTable.create("sign_ins", SignInTable::class.java))
        at(now).logicalTable<SignInTable>("sign_ins").signIns.create(SignIn("x7", "ann"))
        val later = now.plus(Duration.ofMinutes(15))
        val signIns = at(later).logicalTable<SignInTable>("sign_ins").signIns

        val found = signIns.load(SignIn.Key("x7"))

        assertThat(found).isNull()

        val renewed = signIns.create(SignIn("x7", "ann"))

        assertThat(renewed.expires_at).isEqualTo(later.plus(Duration.ofMinutes(15)).epochSecond)
    }

    private fun at(now: Instant): ArticleDb {
        val clock = Clock.fixed(now, ZoneOffset.UTC)
        val db = LogicalDb.builder(ArticleDb::class.java).enhancedClient(testDb.enhancedClient()).clock(clock).build()
        return db
    }

    @Test
    fun `sets times`() {
        val monday = Instant.parse("2026-03-02T09:00:00Z")
        val friday = Instant.parse("2026-03-06T09:00:00Z")
        var articles = at(monday).articles.articles

        val stored = articles.create(Article("a", "Drfat"))

        assertThat(stored).isEqualTo(Article("a", "Drfat", monday, monday))
        articles = at(friday).articles.articles

        val corrected = articles.patch(Article.Key("a"), attr(Article::title).set("Draft"))

        assertThat(corrected).isEqualTo(Article("a", "Draft", monday, friday))
    }
}
