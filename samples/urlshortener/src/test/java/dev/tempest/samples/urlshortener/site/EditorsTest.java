package dev.tempest.samples.urlshortener.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.testing.TestDb;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two browsers of one visitor that have the same link open. */
class EditorsTest {
    private static final String TEA = "https://example.com/tea";
    private static final String COFFEE = "https://example.com/coffee";
    private static final String WATER = "https://example.com/water";
    private static final String CHANGE = "/links/drink";
    private static final String DELETE = "/links/drink/delete";

    @RegisterExtension
    final TestDb testDb = LinkTables.testDb();

    private RunningSite site;
    private HttpVisitor desk;
    private HttpVisitor phone;
    private String openAtTheDesk;
    private String openOnThePhone;

    @BeforeEach
    void openTheLinkTwice() {
        site = RunningSite.over(testDb.connection());
        desk = site.visitor();
        desk.make(TEA, "drink");
        phone = desk.inAnotherBrowser();
        openAtTheDesk = desk.get(CHANGE).body();
        openOnThePhone = phone.get(CHANGE).body();
    }

    @AfterEach
    void close() {
        site.close();
        assertThat(site.log()).isEmpty();
    }

    private HttpResponse<String> save(HttpVisitor browser, String page, String target) {
        return browser.post(CHANGE, HttpVisitor.formOn(page, CHANGE, Map.of("target", target)));
    }

    private HttpResponse<String> delete(HttpVisitor browser, String page) {
        return browser.post(DELETE, HttpVisitor.formOn(page, DELETE, Map.of()));
    }

    /** The page as it is read: addresses have places in them where a line may end. */
    private static String read(HttpResponse<String> answer) {
        return answer.body().replace("<wbr>", "");
    }

    private String leadsTo() {
        return HttpVisitor.location(desk.head("/drink"));
    }

    @Test
    void aChangeIsSaved() {
        HttpResponse<String> saved = save(desk, openAtTheDesk, COFFEE);

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(desk.get(HttpVisitor.location(saved)).body()).contains("Saved.", COFFEE);
        assertThat(leadsTo()).isEqualTo(COFFEE);
    }

    @Test
    void theSecondEditorSeesBothValuesAndNothingIsOverwritten() {
        save(desk, openAtTheDesk, COFFEE);

        HttpResponse<String> refused = save(phone, openOnThePhone, WATER);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused))
                .contains("was changed in the meantime")
                .contains("id=\"stored\">" + COFFEE)
                .contains("id=\"typed\">" + WATER);
        assertThat(leadsTo()).isEqualTo(COFFEE);
    }

    @Test
    void theSecondEditorMaySaveTheirsOverIt() {
        save(desk, openAtTheDesk, COFFEE);
        String told = save(phone, openOnThePhone, WATER).body();

        HttpResponse<String> saved = phone.post(CHANGE, HttpVisitor.formOn(told, CHANGE, Map.of()));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(leadsTo()).isEqualTo(WATER);
    }

    @Test
    void theSecondEditorIsToldAgainIfThereIsYetAnotherChange() {
        save(desk, openAtTheDesk, COFFEE);
        String told = save(phone, openOnThePhone, WATER).body();
        save(desk, desk.get(CHANGE).body(), TEA);

        HttpResponse<String> refused = phone.post(CHANGE, HttpVisitor.formOn(told, CHANGE, Map.of()));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused)).contains("id=\"stored\">" + TEA, "id=\"typed\">" + WATER);
        assertThat(leadsTo()).isEqualTo(TEA);
    }

    @Test
    void aTypingErrorDoesNotMakeAStaleEditorUpToDate() {
        save(desk, openAtTheDesk, COFFEE);
        HttpResponse<String> mistyped = save(phone, openOnThePhone, "water");
        assertThat(mistyped.statusCode()).isEqualTo(422);
        assertThat(mistyped.body()).contains("value=\"water\"");

        HttpResponse<String> refused = save(phone, mistyped.body(), WATER);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(leadsTo()).isEqualTo(COFFEE);
    }

    @Test
    void theSecondEditorMayMakeADeletedLinkAnew() {
        assertThat(HttpVisitor.location(delete(desk, openAtTheDesk))).isEqualTo("/?done=deleted");

        HttpResponse<String> refused = save(phone, openOnThePhone, WATER);

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(read(refused)).contains("is gone", "id=\"typed\">" + WATER);
        assertThat(leadsTo()).isEmpty();
        HttpResponse<String> made = phone.post("/links", HttpVisitor.formOn(refused.body(), "/links", Map.of()));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(leadsTo()).isEqualTo(WATER);
    }

    @Test
    void aLinkThatWasChangedIsDeletedOnlyOnceThatIsSeen() {
        save(desk, openAtTheDesk, COFFEE);

        HttpResponse<String> refused = delete(phone, openOnThePhone);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(read(refused)).contains("not deleted", "id=\"stored\">" + COFFEE);
        assertThat(leadsTo()).isEqualTo(COFFEE);

        assertThat(delete(phone, refused.body()).statusCode()).isEqualTo(303);
        assertThat(leadsTo()).isEmpty();
    }

    @Test
    void clicksDoNotMakeAnEditorStale() {
        site.visitor().get("/drink");

        assertThat(save(desk, openAtTheDesk, COFFEE).statusCode()).isEqualTo(303);
    }
}
