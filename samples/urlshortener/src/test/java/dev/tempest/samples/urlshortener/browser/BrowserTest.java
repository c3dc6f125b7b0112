package dev.tempest.samples.urlshortener.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.samples.urlshortener.site.RunningSite;
import dev.tempest.testing.DynamoDbConnection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * The pages in a real browser, as people use them: by what they read there. The pictures in the documentation are taken
 * here, too.
 */
@Chromium.Need
class BrowserTest {
    private static final URI SHOWN = URI.create("http://go.example");
    private static final String MENU = "https://tea.example/menus/2026/spring";
    private static final String NEW_MENU = "https://tea.example/menus/2026/summer";
    private static final String OTHER_MENU = "https://tea.example/menus/2026/garden-party";

    // Two browsers for all tests here, as they take a second to start. Each test has a site of its own.
    private static Window desk;
    private static Window phone;

    private DynamoDbConnection connection;
    private RunningSite site;

    @BeforeAll
    static void openTheBrowsers() {
        desk = Window.open(960, 900);
        phone = Window.open(390, 800);
    }

    @AfterAll
    static void closeTheBrowsers() {
        if (desk != null) {
            desk.close();
        }
        if (phone != null) {
            phone.close();
        }
    }

    @BeforeEach
    void openTheSite() {
        connection = LinkTables.open();
        site = RunningSite.over(connection, SHOWN);
        desk.visit(site.address());
        phone.visit(site.address());
    }

    @AfterEach
    void closeTheSite() {
        desk.checkThatTheBrowserIsContent();
        phone.checkThatTheBrowserIsContent();
        site.close();
        connection.close();
        assertThat(site.log()).isEmpty();
    }

    @Test
    void somebodyMakesALinkAndFollowsIt() throws IOException {
        try (AnotherSite elsewhere = AnotherSite.open("All about tea")) {
            desk.type("Address", elsewhere.address())
                    .type("Alias", "Tea-Time")
                    .choose("Expires", "In a week")
                    .click("Shorten");
            assertThat(desk.heading()).isEqualTo("go.example/tea-time");
            assertThat(desk.textOf("[role=status]")).isEqualTo("Your short link is ready.");
            assertThat(desk.textsOf(".facts dd"))
                    .containsExactly(
                            "0 clicks", "14 Mar 2026, 09:26 UTC", "14 Mar 2026, 09:26 UTC", "21 Mar 2026, 09:26 UTC");

            desk.click("go.example/tea-time");
            assertThat(desk.heading()).isEqualTo("All about tea");
            assertThat(desk.url()).isEqualTo(elsewhere.address());

            desk.go("/");
            assertThat(desk.textsOf(".links .short")).containsExactly("go.example/tea-time");
            assertThat(desk.textOf(".links .clicks")).isEqualTo("1 click");
        }
    }

    @Test
    void theSecondOfTwoEditorsSeesBothValuesAndDecides() {
        desk.type("Address", MENU).type("Alias", "menu").click("Shorten").go("/links/menu");
        phone.withCookieOf(desk).go("/links/menu");
        assertThat(phone.value("Address")).isEqualTo(MENU);

        site.clock.pass(Duration.ofMinutes(5));
        phone.type("Address", NEW_MENU).click("Save");
        assertThat(phone.textOf("[role=status]")).isEqualTo("Saved.");
        desk.type("Address", OTHER_MENU).click("Save");

        assertThat(desk.heading()).isEqualTo("go.example/menu was changed in the meantime");
        assertThat(desk.textOf("#stored")).isEqualTo(NEW_MENU);
        assertThat(desk.textOf("#typed")).isEqualTo(OTHER_MENU);
        assertThat(site.links().target("menu")).hasToString(NEW_MENU);
        desk.picture("conflict");

        desk.click("Save mine over it");
        assertThat(desk.textOf("[role=status]")).isEqualTo("Saved.");
        assertThat(desk.value("Address")).isEqualTo(OTHER_MENU);
        assertThat(site.links().target("menu")).hasToString(OTHER_MENU);

        phone.type("Address", MENU).click("Save");
        assertThat(phone.heading()).isEqualTo("go.example/menu was changed in the meantime");
        phone.checkThatItFits();
        phone.click("Keep this one");
        assertThat(phone.value("Address")).isEqualTo(OTHER_MENU);
        assertThat(site.links().target("menu")).hasToString(OTHER_MENU);
    }

    @Test
    void somebodyDeletesALinkThatTheyHaveSeenAsItIs() {
        desk.type("Address", MENU).type("Alias", "menu").click("Shorten");
        phone.withCookieOf(desk).go("/links/menu");
        phone.type("Address", NEW_MENU).click("Save");

        desk.click("Delete");
        assertThat(desk.heading()).isEqualTo("go.example/menu was changed in the meantime");
        assertThat(desk.textOf("#stored")).isEqualTo(NEW_MENU);
        desk.click("Delete it all the same");

        assertThat(desk.textOf("[role=status]")).isEqualTo("The link is deleted.");
        assertThat(desk.textOf(".empty")).startsWith("None yet.");
        phone.type("Address", MENU).click("Save");
        assertThat(phone.heading()).isEqualTo("go.example/menu is gone");
        phone.checkThatItFits();
        phone.click("Make it anew");
        assertThat(site.links().target("menu")).hasToString(MENU);
    }

    @Test
    void somebodySeesHowOftenTheirLinksAreFollowed() {
        make("https://archive.example/", "oldest", "Never", 9);
        make("https://tickets.example/2026-03-13/doors-open-at-nine", "last-night", "In an hour", 34);
        site.clock.pass(Duration.ofHours(20));
        make("https://talks.example/optimistic-locking/slides.pdf", "slides", "Never", 17);
        make("https://conference.example/2026/call-for-papers?track=databases", "cfp", "In 30 days", 42);
        make(MENU, "menu", "Never", 1);

        desk.go("/").picture("links");
        phone.withCookieOf(desk).go("/").dark().checkThatItFits().picture("links-on-a-phone");
        assertThat(desk.textsOf(".links .short")).startsWith("go.example/menu").endsWith("go.example/oldest");
        assertThat(desk.textsOf(".links .clicks"))
                .containsExactly("1 click", "42 clicks", "17 clicks", "34 clicks", "9 clicks");
        assertThat(desk.textsOf(".badge")).containsExactly("Expired");
        desk.click("Edit cfp").picture("link");
        assertThat(desk.heading()).isEqualTo("go.example/cfp");
        phone.click("Edit cfp").checkThatItFits();
    }

    @Test
    void somebodyLooksThroughThePagesOfTheirLinks() {
        for (int i = 1; i <= 11; i++) {
            make(MENU, "menu-" + i, "Never", 0);
        }

        desk.go("/");
        assertThat(desk.textsOf(".links .short")).hasSize(10).startsWith("go.example/menu-11");
        desk.click("Older");
        assertThat(desk.textsOf(".links .short")).containsExactly("go.example/menu-1");
        desk.click("Newest");
        assertThat(desk.textsOf(".links .short")).hasSize(10);
    }

    private void make(String target, String alias, String expires, int clicks) {
        site.clock.pass(Duration.ofMinutes(7));
        desk.go("/")
                .type("Address", target)
                .type("Alias", alias)
                .choose("Expires", expires)
                .click("Shorten");
        assertThat(desk.heading()).isEqualTo("go.example/" + alias);
        for (int i = 0; i < clicks; i++) {
            site.links().follow(alias);
        }
    }

    @Test
    void somebodyIsToldWhatIsWrongBesideTheField() {
        desk.type("Address", "tea.example").type("Alias", "menu").click("Shorten");

        assertThat(desk.textOf("#target-note")).startsWith("An address begins with https:// or http://");
        assertThat(desk.value("Address")).isEqualTo("tea.example");
        assertThat(desk.value("Alias")).isEqualTo("menu");
        desk.picture("problem");

        desk.type("Address", MENU).click("Shorten");
        assertThat(desk.heading()).isEqualTo("go.example/menu");
        phone.type("Address", MENU).type("Alias", "menu").click("Shorten");
        assertThat(phone.textOf("#alias-note")).isEqualTo("The alias \"menu\" is taken. Choose another one.");
        phone.checkThatItFits();
    }

    @Test
    void nobodyNeedsAMouse() {
        desk.press(Keys.TAB, Keys.TAB)
                .press(MENU, Keys.TAB, "menu", Keys.TAB, "In a d", Keys.TAB)
                .pressEnter();

        assertThat(desk.heading()).isEqualTo("go.example/menu");
        assertThat(desk.textsOf(".facts dd").get(3)).isEqualTo("15 Mar 2026, 09:26 UTC");
    }

    @Test
    void whatIsTypedIsNeverRun() {
        String script =
                "https://x.example/\"'><img src=x onerror=document.title='run'><script>document.title='run'</script>";

        desk.type("Address", script).type("Alias", "<b>bold</b>").click("Shorten");

        assertThat(desk.textOf("#target-note")).isNotEmpty();
        assertThat(desk.value("Address")).isEqualTo(script);
        assertThat(desk.evaluate("document.querySelectorAll('main script, main img, main b').length"))
                .isEqualTo(0L);
        assertThat(Objects.toString(desk.evaluate("document.title"))).isEqualTo("Shorten an address · Short links");
    }
}
