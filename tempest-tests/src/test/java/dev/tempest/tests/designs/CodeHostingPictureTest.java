package dev.tempest.tests.designs;

import dev.tempest.sdk2.DatabasePicture;
import dev.tempest.tests.definitions.CommittedPage;
import dev.tempest.tests.designs.CodeHostingTest.Account;
import dev.tempest.tests.designs.CodeHostingTest.Fork;
import dev.tempest.tests.designs.CodeHostingTest.Issue;
import dev.tempest.tests.designs.CodeHostingTest.Member;
import dev.tempest.tests.designs.CodeHostingTest.PullRequest;
import dev.tempest.tests.designs.CodeHostingTest.Repo;
import dev.tempest.tests.designs.CodeHostingTest.Star;
import dev.tempest.tests.designs.CodeHostingTest.State;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The picture of the code-hosting design, as it is in the documentation. */
class CodeHostingPictureTest {
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void theDocumentationHasThePicture() {
        CommittedPage.of("docs/pictures/code-hosting.html")
                .requireSame(DatabasePicture.of(CodeHostingTest.Db.class)
                        .withTitle("Code hosting")
                        .withSamples(
                                new Account("ada", false),
                                new Account("acme", true),
                                new Member("acme", "ada"),
                                new Repo("ada", "tempo", MAY, 12, 2, 1),
                                new Repo("ben", "tempo", MAY.plusDays(3), 0, 0, 0),
                                new Issue("ada", "tempo", 9, State.CLOSED, "Tests fail on Mondays"),
                                new Issue("ada", "tempo", 10, State.OPEN, "Say how to install it"),
                                new PullRequest("ada", "tempo", 11, State.OPEN, "install-page"),
                                new Star("ada", "tempo", "ben", MAY),
                                new Star("ada", "tempo", "cy", MAY.plusDays(1)),
                                new Fork("ada", "tempo", "ben"))
                        .html());
    }
}
