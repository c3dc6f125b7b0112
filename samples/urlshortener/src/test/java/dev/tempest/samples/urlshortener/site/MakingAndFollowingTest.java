package dev.tempest.samples.urlshortener.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.testing.TestDb;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a browser gets that makes links and follows them. */
class MakingAndFollowingTest {
    private static final String TEA = "https://example.com/tea?milk=no&sugar=2";

    @RegisterExtension
    final TestDb testDb = LinkTables.testDb();

    private RunningSite site;
    private HttpVisitor ann;
    private HttpVisitor ben;

    @BeforeEach
    void open() {
        site = RunningSite.over(testDb.connection());
        ann = site.visitor();
        ben = site.visitor();
    }

    @AfterEach
    void close() {
        site.close();
        assertThat(site.log()).isEmpty();
    }

    @Test
    void makesALinkAndShowsIt() {
        HttpResponse<String> made = ann.make(TEA, "Tea-Time");

        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(HttpVisitor.location(made)).isEqualTo("/links/tea-time?done=made");
        HttpResponse<String> shown = ann.get(HttpVisitor.location(made));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
                .contains("Your short link is ready.")
                .contains("localhost:" + site.address().getPort() + "/tea-time")
                .contains("https://example.com/tea?milk=no&amp;sugar=2")
                .contains("0 clicks");
        assertThat(ann.get("/").body()).contains("tea-time", "https://example.com/tea?milk=no&amp;sugar=2");
    }

    @Test
    void followsALinkForAnybody() {
        ann.make(TEA, "tea");

        HttpResponse<String> followed = ben.get("/tea");

        assertThat(followed.statusCode()).isEqualTo(302);
        assertThat(HttpVisitor.location(followed)).isEqualTo(TEA);
        assertThat(followed.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(followed.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(followed.body()).isEmpty();
        assertThat(ann.get("/links/tea").body()).contains("1 click<");
    }

    @Test
    void doesNotCountWhoOnlyLooks() {
        ann.make(TEA, "tea");

        HttpResponse<String> looked = ben.head("/tea");

        assertThat(looked.statusCode()).isEqualTo(302);
        assertThat(HttpVisitor.location(looked)).isEqualTo(TEA);
        assertThat(ann.get("/links/tea").body()).contains("0 clicks");
    }

    @Test
    void makesUpAnAliasIfNoneIsGiven() {
        HttpResponse<String> made = ann.make(TEA, "");

        assertThat(HttpVisitor.location(made)).matches("/links/[a-z2-9]{7}\\?done=made");
    }

    @Test
    void tellsThatAnAliasIsTakenAndKeepsWhatWasTyped() {
        ann.make(TEA, "drink");

        HttpResponse<String> refused = ben.make("https://example.com/coffee", "drink");
        HttpResponse<String> refusedToOwner = ann.make("https://example.com/coffee", "drink");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("The alias &quot;drink&quot; is taken.")
                .contains("value=\"https://example.com/coffee\"")
                .contains("value=\"drink\"");
        assertThat(refusedToOwner.statusCode()).isEqualTo(409);
        assertThat(refusedToOwner.body()).contains("You have a link &quot;drink&quot; already.");
        assertThat(HttpVisitor.location(ben.get("/drink"))).isEqualTo(TEA);
    }

    @Test
    void tellsWhatIsWrongWithAnAddressOrAnAlias() {
        HttpResponse<String> wrongTarget = ann.make("javascript:alert(1)", "tea");
        HttpResponse<String> wrongAlias = ann.make(TEA, "links");

        assertThat(wrongTarget.statusCode()).isEqualTo(422);
        assertThat(wrongTarget.body())
                .contains("An address begins with https:// or http://")
                .contains("aria-invalid=\"true\"")
                .contains("value=\"javascript:alert(1)\"");
        assertThat(wrongAlias.statusCode()).isEqualTo(422);
        assertThat(wrongAlias.body()).contains("The shortener needs the alias &quot;links&quot; itself.");
        assertThat(ann.get("/").body()).contains("None yet.");
    }

    @Test
    void doesNotFollowAnExpiredLinkThoughItIsStillStored() {
        ann.fillIn("/", "/links", Map.of("target", TEA, "alias", "tea", "lifetime", "hour"));
        assertThat(ben.get("/tea").statusCode()).isEqualTo(302);

        site.clock.pass(Duration.ofHours(1));

        HttpResponse<String> refused = ben.get("/tea");
        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(HttpVisitor.location(refused)).isEmpty();
        assertThat(refused.body()).contains("This link has expired").doesNotContain("example.com");
        assertThat(ben.head("/tea").statusCode()).isEqualTo(410);
        assertThat(ann.get("/").body()).contains("Expired");
    }

    @Test
    void showsLinksNewestFirstInPages() {
        for (int i = 1; i <= 12; i++) {
            ann.make(TEA, "link-%02d".formatted(i));
            site.clock.pass(Duration.ofSeconds(1));
        }

        String first = ann.get("/").body();
        String older = first.replaceAll("(?s).*href=\"(/\\?page=[^\"]+)\".*", "$1");
        String last = ann.get(older).body();

        assertThat(first).contains("link-12", "link-03", "Older").doesNotContain("link-02", "Newest");
        assertThat(first.indexOf("link-12")).isLessThan(first.indexOf("link-11"));
        assertThat(last).contains("link-02", "link-01", "Newest").doesNotContain("link-03", "Older");
        assertThat(ben.get("/").body()).contains("None yet.");
    }

    @Test
    void knowsNoOtherPages() {
        assertThat(ann.get("/tea").statusCode()).isEqualTo(404);
        assertThat(ann.get("/links/tea").statusCode()).isEqualTo(404);
        assertThat(ann.get("/a/b/c").statusCode()).isEqualTo(404);
        assertThat(ann.get("/favicon.ico").statusCode()).isEqualTo(404);
        assertThat(ann.get("/..%2f..%2fetc%2fpasswd").statusCode()).isEqualTo(404);
        assertThat(ann.get("/%ff").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhichMethodsAPageTakes() {
        HttpResponse<String> refused = ann.post("/tea", Map.of());

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void servesItsStyleAndIcon() {
        HttpResponse<String> style = ann.get("/style.css");

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(style.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
        assertThat(ann.get("/icon.svg").headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(ann.head("/style.css").headers().firstValueAsLong("Content-Length"))
                .hasValue(style.body().length());
    }
}
