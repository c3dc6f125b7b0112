package dev.tempest.soak.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void isAsCheapAsTheCheapestOfAll() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 300; run++) {
            int rows = random.nextInt(5);
            int columns = rows + random.nextInt(3);
            long[][] costs = new long[rows][columns];
            for (long[] row : costs) {
                Arrays.setAll(
                        row, i -> random.nextInt(6) == 0 ? Assignment.NEVER : random.nextInt(-1_000_000, 2_000_000));
            }

            int[] columnOf = Assignment.cheapest(costs);

            assertThat(Arrays.stream(columnOf).distinct().count()).isEqualTo(rows);
            long sum = 0;
            for (int i = 0; i < rows; i++) {
                sum += costs[i][columnOf[i]];
            }
            assertThat(sum).isEqualTo(cheapest(costs, 0, new boolean[columns]));
        }
    }

    private static long cheapest(long[][] costs, int row, boolean[] taken) {
        if (row == costs.length) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                taken[i] = true;
                least = Math.min(least, costs[row][i] + cheapest(costs, row + 1, taken));
                taken[i] = false;
            }
        }
        return least;
    }
}
