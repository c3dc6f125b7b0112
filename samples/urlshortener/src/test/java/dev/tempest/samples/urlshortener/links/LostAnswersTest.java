package dev.tempest.samples.urlshortener.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tempest.samples.urlshortener.LinkTables;
import dev.tempest.samples.urlshortener.TestClock;
import dev.tempest.samples.urlshortener.model.Link;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.testing.TestDb;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people are told when the database has done what they want, and its answer is lost. */
class LostAnswersTest {
    private static final String ANN = "ann";
    private static final URI TEA = URI.create("https://example.com/tea");
    private static final URI COFFEE = URI.create("https://example.com/coffee");
    private static final URI WATER = URI.create("https://example.com/water");

    @RegisterExtension
    final TestDb testDb = LinkTables.testDb();

    private final TestClock clock = new TestClock();
    private Links links;

    @BeforeEach
    void open() {
        links = linksOver(FaultyHttp.builder().build());
    }

    private Links linksOver(FaultyHttp network) {
        return new Links(LinkTables.linkDb(testDb.with(network)), clock);
    }

    private static FaultyHttp losingTheFirstAnswerTo(String operation) {
        return FaultyHttp.builder().nth(1, operation, Fault.responseLost()).build();
    }

    @Test
    void whoGotAnAliasIsNotToldThatItIsTaken() {
        Link made = linksOver(losingTheFirstAnswerTo("PutItem")).make(ANN, TEA, "drink", null);

        assertThat(made.alias()).isEqualTo("drink");
        assertThat(links.target("drink")).isEqualTo(TEA);
    }

    @Test
    void aLoneEditorIsNotToldOfAnother() {
        String seen = links.make(ANN, TEA, "drink", null).link_version();

        Link changed = linksOver(losingTheFirstAnswerTo("PutItem")).retarget(ANN, "drink", seen, COFFEE);

        assertThat(changed.target()).isEqualTo(COFFEE);
        assertThat(links.find(ANN, "drink").link()).isEqualTo(changed);
    }

    @Test
    void anEditorIsToldOfAnotherWhoCameAfterTheirOwnLostAnswer() {
        String seen = links.make(ANN, TEA, "drink", null).link_version();
        AtomicBoolean once = new AtomicBoolean();
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "PutItem", Fault.responseLost())
                .afterFault((request, fault) -> {
                    if (once.compareAndSet(false, true)) {
                        String version = links.find(ANN, "drink").link().link_version();
                        links.retarget(ANN, "drink", version, WATER);
                    }
                })
                .build();

        StaleLinkException told = catchThrowableOfType(
                StaleLinkException.class, () -> linksOver(network).retarget(ANN, "drink", seen, COFFEE));

        assertThat(told.stored().target()).isEqualTo(WATER);
        assertThat(links.target("drink")).isEqualTo(WATER);
    }

    @Test
    void whoDeletedALinkIsNotToldThatThereIsNone() {
        String seen = links.make(ANN, TEA, "drink", null).link_version();

        linksOver(losingTheFirstAnswerTo("DeleteItem")).delete(ANN, "drink", seen);

        assertThatThrownBy(() -> links.target("drink")).isInstanceOf(NoSuchLinkException.class);
    }
}
