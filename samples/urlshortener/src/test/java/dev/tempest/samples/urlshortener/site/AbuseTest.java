package dev.tempest.samples.urlshortener.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.samples.urlshortener.web.Request;
import dev.tempest.testing.DynamoDbConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people try who mean no good. */
class AbuseTest {
    private static final String TEA = "https://example.com/tea";
    private static final String SCRIPT = "\"'><script>alert(1)</script>";
    private static final String SCRIPT_ESCAPED = "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;";
    private static final String FORM = "application/x-www-form-urlencoded";

    // One site for all tests here: each has visitors of its own.
    private static DynamoDbConnection connection;
    private static RunningSite site;

    private final HttpVisitor ann = site.visitor();
    private final HttpVisitor mallory = site.visitor();

    @BeforeAll
    static void open() {
        connection = LinkTables.open();
        site = RunningSite.over(connection);
    }

    @AfterAll
    static void close() {
        site.close();
        connection.close();
        assertThat(site.log()).isEmpty();
    }

    @Test
    void whatIsTypedIsEscapedWhereverItIsShown() {
        ann.make(TEA, "escaped");
        String page = ann.get("/links/escaped").body();
        Map<String, String> typed = Map.of("target", SCRIPT);

        assertThat(ann.make(SCRIPT, SCRIPT).body()).contains(SCRIPT_ESCAPED).doesNotContain("<script");
        assertThat(ann.make(TEA, SCRIPT).body()).contains(SCRIPT_ESCAPED).doesNotContain("<script");
        assertThat(ann.post("/links/escaped", HttpVisitor.formOn(page, "/links/escaped", typed))
                        .body())
                .contains(SCRIPT_ESCAPED)
                .doesNotContain("<script");
    }

    @Test
    void whatIsStoredIsEscapedWhereverItIsShown() {
        String target = "https://example.com/?a='b'&lt=1";
        ann.make(target, "stored");
        String escaped = "https://example.com/?a=&#39;b&#39;&amp;lt=1";

        assertThat(ann.get("/").body()).contains(escaped).doesNotContain(target);
        assertThat(ann.get("/links/stored").body()).contains(escaped).doesNotContain(target);
        assertThat(HttpVisitor.location(mallory.get("/stored"))).isEqualTo(target);
    }

    @Test
    void anAddressInAPathIsNotShown() {
        HttpResponse<String> answer = mallory.get("/links/%3Cscript%3Ealert(1)%3C%2Fscript%3E");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/links/none", "/none", "/style.css", "/?page=x", "/%ff"})
    void browsersAreToldToDoNoMoreThanIsNeeded(String path) {
        HttpResponse<String> answer = ann.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "script-src");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.body()).doesNotContain("<script", "style=", " onclick");
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        assertThat(ann.get("/").headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(ann.get("/").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aFormWithoutTheTokenIsRefused() {
        ann.make(TEA, "tokenless");
        String version = HttpVisitor.formOn(ann.get("/links/tokenless").body(), "/links/tokenless", Map.of())
                .get("version");
        Map<String, String> form = Map.of("target", "https://evil.example/", "version", version);

        assertThat(ann.post("/links", form).statusCode()).isEqualTo(403);
        assertThat(ann.post("/links/tokenless", form).statusCode()).isEqualTo(403);
        assertThat(ann.post("/links/tokenless/delete", form).statusCode()).isEqualTo(403);
        assertThat(HttpVisitor.location(ann.head("/tokenless"))).isEqualTo(TEA);
    }

    @Test
    void aFormWithSomebodyElsesTokenIsRefused() {
        Map<String, String> mallorys =
                HttpVisitor.formOn(mallory.get("/").body(), "/links", Map.of("target", "https://evil.example/"));
        ann.get("/");

        assertThat(ann.post("/links", mallorys).statusCode()).isEqualTo(403);
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefusedEvenWithTheToken() {
        Map<String, String> form = HttpVisitor.formOn(ann.get("/").body(), "/links", Map.of());
        String body = "target=https%3A%2F%2Fevil.example%2F&form_token=" + form.get("form_token");

        HttpResponse<String> answer =
                ann.send(HttpRequest.newBuilder(site.address().resolve("/links"))
                        .header("Cookie", ann.cookie())
                        .header("Content-Type", FORM)
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutACookieIsRefused() {
        Map<String, String> form = HttpVisitor.formOn(mallory.get("/").body(), "/links", Map.of("target", TEA));

        assertThat(site.visitor().post("/links", form).statusCode()).isEqualTo(403);
    }

    @Test
    void aCookieThatWasMadeUpIsNobodys() {
        ann.make(TEA, "cookie-test");
        String token = ann.cookie().replaceFirst("visitor=([^.]+)\\..*", "$1");

        for (String cookie :
                new String[] {"visitor=" + token, "visitor=" + token + ".", "visitor=" + token + ".AAAA"}) {
            HttpVisitor forger = site.visitor().withCookie(cookie);
            assertThat(forger.get("/").body()).contains("None yet.");
            assertThat(site.visitor()
                            .withCookie(cookie)
                            .get("/links/cookie-test")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(site.visitor()
                        .withCookie(ann.cookie())
                        .get("/links/cookie-test")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anotherOnesLinkCanBeNeitherSeenNorChanged() {
        ann.make(TEA, "anns");
        String version = HttpVisitor.formOn(ann.get("/links/anns").body(), "/links/anns", Map.of())
                .get("version");
        Map<String, String> form =
                new HashMap<>(HttpVisitor.formOn(mallory.get("/").body(), "/links", Map.of()));
        form.put("target", "https://evil.example/");
        form.put("version", version);

        assertThat(mallory.get("/links/anns").statusCode()).isEqualTo(404);
        assertThat(mallory.post("/links/anns", form).statusCode()).isEqualTo(404);
        assertThat(mallory.post("/links/anns/delete", form).statusCode()).isEqualTo(404);
        assertThat(HttpVisitor.location(ann.head("/anns"))).isEqualTo(TEA);
    }

    @Test
    void aPageTokenThatWasChangedOrIsSomebodyElsesIsRefused() {
        for (int i = 0; i < 11; i++) {
            ann.make(TEA, "");
        }
        String token = ann.get("/").body().replaceAll("(?s).*href=\"/\\?page=([^\"]+)\".*", "$1");
        assertThat(ann.get("/?page=" + token).statusCode()).isEqualTo(200);

        char last = token.charAt(token.length() - 2);
        String changed =
                token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.charAt(token.length() - 1);
        assertThat(ann.get("/?page=" + changed).statusCode()).isEqualTo(400);
        assertThat(ann.get("/?page=" + token.substring(4)).statusCode()).isEqualTo(400);
        assertThat(ann.get("/?page=made-up").statusCode()).isEqualTo(400);
        assertThat(mallory.get("/?page=" + token).statusCode()).isEqualTo(400);
    }

    @Test
    void onlySoMuchIsRead() {
        String tooLong = "target=" + "a".repeat(Request.MAX_FORM_BYTES);
        String tooMany = IntStream.range(0, 30).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));

        assertThat(ann.post("/links", FORM, tooLong).statusCode()).isEqualTo(413);
        assertThat(ann.post("/links", FORM, tooMany).statusCode()).isEqualTo(400);
        assertThat(ann.post("/links", FORM, "target=a&target=b").statusCode()).isEqualTo(400);
        assertThat(ann.post("/links", FORM, "target=%zz").statusCode()).isEqualTo(400);
        assertThat(ann.post("/links", "application/json", "{}").statusCode()).isEqualTo(415);
        assertThat(ann.make("https://example.com/" + "a".repeat(3_000), "").statusCode())
                .isEqualTo(422);
        assertThat(ann.get("/?" + "a".repeat(3_000)).statusCode()).isEqualTo(200);
    }

    @Test
    void aFormThatDoesNotSayItsVersionIsRefused() {
        ann.make(TEA, "versionless");
        Map<String, String> form = HttpVisitor.formOn(
                ann.get("/links/versionless").body(),
                "/links/versionless",
                Map.of("target", "https://example.com/new", "version", ""));

        assertThat(ann.post("/links/versionless", form).statusCode()).isEqualTo(400);
        assertThat(ann.post("/links/versionless/delete", form).statusCode()).isEqualTo(400);
    }
}
