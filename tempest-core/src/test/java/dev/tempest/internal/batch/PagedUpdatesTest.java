package dev.tempest.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.batch.PagedUpdates.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which page is written next, after each kind of failure. */
class PagedUpdatesTest {
    private Verdict verdict = Verdict.UNKNOWN;
    private PagedUpdates<Integer, List<Integer>> updates;

    @BeforeEach
    void makePages() {
        updates = new PagedUpdates<>(List.of(1, 2, 3, 4, 5), 3, 100, new PagedUpdates.Pages<>() {
            @Override
            public int size(List<Integer> remainingUpdates, int maxPageItems) {
                return Math.min(remainingUpdates.size(), maxPageItems);
            }

            @Override
            public List<Integer> page(List<Integer> updates) {
                return new ArrayList<>(updates);
            }

            @Override
            public int fitting(List<Integer> page) {
                return Math.min(page.size(), 2);
            }

            @Override
            public Verdict verdict(Throwable failure) {
                return verdict;
            }
        });
    }

    private List<Integer> failed(List<Integer> page, Verdict verdict) {
        this.verdict = verdict;
        updates.failed(page, new RuntimeException());
        return updates.page();
    }

    @Test
    void aPageTakesAsManyUpdatesAsFit() {
        assertThat(updates.page()).containsExactly(1, 2);
        updates.written(updates.page());
        assertThat(updates.page()).containsExactly(3, 4);
        updates.written(updates.page());
        assertThat(updates.page()).containsExactly(5);
        assertThat(updates.updatedCount()).isEqualTo(4);
    }

    @Test
    void aPageThatWasNotWrittenIsMadeAgain() {
        List<Integer> page = updates.page();

        assertThat(failed(page, Verdict.NOT_DONE)).isEqualTo(page).isNotSameAs(page);
    }

    @Test
    void aPageThatMayBeWrittenStaysTheSameUntilItsConditionFails() {
        List<Integer> page = updates.page();

        assertThat(failed(page, Verdict.UNKNOWN)).isSameAs(page);
        assertThat(failed(page, Verdict.NOT_DONE))
                .as("the first try may still be done")
                .isSameAs(page);
        List<Integer> again = failed(page, Verdict.STALE);
        assertThat(again).isEqualTo(page).isNotSameAs(page);
        assertThat(failed(again, Verdict.NOT_DONE)).as("another page").isNotSameAs(again);
    }

    @Test
    void aPageIsCountedOnceHoweverManyOfItsTriesAreAnswered() {
        List<Integer> page = updates.page();

        updates.written(page);
        updates.written(page);
        updates.failed(page, new RuntimeException());

        assertThat(updates.updatedCount()).isEqualTo(2);
        assertThat(updates.page()).containsExactly(3, 4);
    }
}
