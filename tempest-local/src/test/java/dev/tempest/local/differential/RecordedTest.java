package dev.tempest.local.differential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The engine returns what dynoxide returned to 22,000 recorded requests, but for the differences that are settled. */
class RecordedTest {
    private static final int REQUESTS = 22_000;
    private static final int LEAST = 200;

    @Test
    void recordedRequestsHaveTheSameResponses() {
        Comparison comparison = new Comparison(true);
        try (Engine local = new Ours()) {
            Session ours = new Session(local);
            Recording.replay((call, theirs) -> {
                for (Call clean : comparison.compare(call, theirs, ours.send(call))) {
                    ours.send(clean);
                }
            });
        }

        assertThat(comparison.unsettled()).isEmpty();
        assertThat(comparison.differences().unseen())
                .as("Listed differences that no longer occur")
                .isEmpty();
        assertThat(comparison.outcomes().requests()).isEqualTo(REQUESTS);
        assertThat(comparison.outcomes().rare(LEAST))
                .as("Outcomes that were met fewer than %s times", LEAST)
                .isEmpty();
    }
}
