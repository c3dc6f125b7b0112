package dev.tempest.samples.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class ContestTest {
    @Test
    void letsAllWritersAddAllTheirTracks() throws InterruptedException {
        Set<String> stored = ConcurrentHashMap.newKeySet();

        Outcome outcome = new Contest(3, 2).run("P", (token, track) -> stored.add(track), token -> List.copyOf(stored));

        assertThat(stored).hasSize(6).contains("writer 1, track 1", "writer 3, track 2");
        assertThat(outcome).isEqualTo(new Outcome(6, 0, 0, outcome.time()));
        assertThat(outcome.isExact()).isTrue();
    }

    @Test
    void countsTracksThatAreLostOrThereTwice() {
        Outcome outcome = Outcome.of(3, List.of("a", "b", "a"), Duration.ofSeconds(1));

        assertThat(outcome).isEqualTo(new Outcome(3, 1, 1, Duration.ofSeconds(1)));
        assertThat(outcome.isExact()).isFalse();
    }
}
