package dev.tempest.soak.check;

import java.util.Arrays;

/** The cheapest way to give each row a column of its own, by the Hungarian method. */
final class Assignment {
    /** What is impossible; the sum of many of it is still a number. */
    static final long NEVER = Long.MAX_VALUE / 1_000_000;

    private Assignment() {}

    /**
     * Assigns.
     *
     * @param costs of each column for each row; at least as many columns as rows
     * @return the column of each row
     */
    static int[] cheapest(long[][] costs) {
        int rows = costs.length;
        int columns = rows == 0 ? 0 : costs[0].length;
        // Rows and columns are counted from 1: row 0 is none, and column 0 holds the row that seeks a column.
        int[] rowOf = new int[columns + 1];
        long[] rowPrices = new long[rows + 1];
        long[] columnPrices = new long[columns + 1];
        for (int row = 1; row <= rows; row++) {
            int[] previous = new int[columns + 1];
            long[] least = new long[columns + 1];
            boolean[] visited = new boolean[columns + 1];
            Arrays.fill(least, Long.MAX_VALUE);
            rowOf[0] = row;
            int column = 0;
            while (rowOf[column] != 0) {
                visited[column] = true;
                int from = rowOf[column];
                int next = 0;
                for (int j = 1; j <= columns; j++) {
                    if (!visited[j]) {
                        long reduced = costs[from - 1][j - 1] - rowPrices[from] - columnPrices[j];
                        if (reduced < least[j]) {
                            least[j] = reduced;
                            previous[j] = column;
                        }
                        if (next == 0 || least[j] < least[next]) {
                            next = j;
                        }
                    }
                }
                long step = least[next];
                for (int j = 0; j <= columns; j++) {
                    if (visited[j]) {
                        rowPrices[rowOf[j]] += step;
                        columnPrices[j] -= step;
                    } else {
                        least[j] -= step;
                    }
                }
                column = next;
            }
            while (column != 0) {
                rowOf[column] = rowOf[previous[column]];
                column = previous[column];
            }
        }
        int[] columnOf = new int[rows];
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] != 0) {
                columnOf[rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }
}
