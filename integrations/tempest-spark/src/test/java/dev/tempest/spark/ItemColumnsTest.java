package dev.tempest.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Types of properties as types of columns. */
class ItemColumnsTest {
    private static final SparkSession SPARK = LocalCluster.spark();

    record Part(String name, int number) {}

    record Everything(
            List<String> list,
            Set<Integer> set,
            Map<String, Long> map,
            List<Part> parts,
            Part part,
            TimeUnit unit,
            LocalDate day,
            @Nullable Instant moment,
            BigInteger number) {}

    private static final class Fields {
        private final String name;

        Fields(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    record Unknown(Locale locale) {}

    private sealed interface Shape permits Circle {}

    private record Circle(int radius) implements Shape {}

    private static Row throughSpark(Object item, boolean isJavaTime) {
        ItemColumns columns = ItemColumns.of(item.getClass(), isJavaTime);
        List<Row> rows = List.of(columns.rows(List.of(item).iterator()).next());
        Dataset<Row> dataset = SPARK.createDataFrame(rows, columns.schema());
        return dataset.first();
    }

    @Test
    void hasAColumnForEachTypeOfValue() {
        Row row = throughSpark(
                new Everything(
                        List.of("a", "b"),
                        Set.of(7),
                        Map.of("k", 5L),
                        List.of(new Part("p", 1)),
                        new Part("q", 2),
                        TimeUnit.DAYS,
                        LocalDate.of(2026, 3, 2),
                        Instant.parse("2026-03-02T09:00:00Z"),
                        BigInteger.TEN),
                false);

        assertThat(row.schema().toDDL())
                .isEqualTo("list ARRAY<STRING>,set ARRAY<INT>,map MAP<STRING, BIGINT>,"
                        + "parts ARRAY<STRUCT<name: STRING, number: INT>>,part STRUCT<name: STRING, number: INT>,"
                        + "unit STRING,day DATE,moment TIMESTAMP,number DECIMAL(38,0)");
        assertThat(row.<String>getList(0)).containsExactly("a", "b");
        assertThat(row.<Integer>getList(1)).containsExactly(7);
        assertThat(row.<String, Long>getJavaMap(2)).containsEntry("k", 5L);
        assertThat(row.<Row>getList(3).get(0).getString(0)).isEqualTo("p");
        assertThat(row.getStruct(4).getInt(1)).isEqualTo(2);
        assertThat(row.getString(5)).isEqualTo("DAYS");
        assertThat(row.getDate(6)).hasToString("2026-03-02");
        assertThat(row.getTimestamp(7).toInstant()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
        assertThat(row.getDecimal(8)).isEqualByComparingTo("10");
    }

    record Price(BigDecimal amount) {}

    @Test
    void aDecimalHasEighteenDigitsAfterThePointAndTwentyBefore() {
        assertThat(throughSpark(new Price(new BigDecimal("0.1234567890123456789")), false)
                        .getDecimal(0))
                .isEqualByComparingTo("0.123456789012345679");
        assertThatThrownBy(() -> throughSpark(new Price(new BigDecimal("123456789012345678901")), false))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void theFieldsOfAClassAreColumns() {
        assertThat(throughSpark(new Fields("x"), false).getString(0)).isEqualTo("x");
    }

    @Test
    void rejectsWhatHasNoColumn() {
        assertThatThrownBy(() -> ItemColumns.of(Unknown.class, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Unknown.locale is of type java.util.Locale, for which there is no column. Call rdd(), and map the"
                                + " items.");
        assertThatThrownBy(() -> ItemColumns.of(Shape.class, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Shape is an interface, so it has no columns. Call rdd(), and map the items.");
    }
}
