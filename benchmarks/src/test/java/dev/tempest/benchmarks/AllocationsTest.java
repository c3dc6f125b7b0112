package dev.tempest.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bytes hardly scatter, even on a loaded machine, so that they can be held to limits. */
class AllocationsTest {
    @TestFactory
    Stream<DynamicTest> mappingsAllocateLessThanByHand() {
        return works("encode record of 4", "encode class of 12", "encode record of 40", "encode class of 40")
                .map(work -> DynamicTest.dynamicTest(work.name(), () -> {
                    Map<Contender, Long> bytes = Allocations.of(work);
                    assertThat(ratio(bytes, Contender.PLAIN)).as("%s", bytes).isLessThanOrEqualTo(0.8);
                    assertThat(ratio(bytes, Contender.FASTEST)).as("%s", bytes).isLessThanOrEqualTo(1.15);
                }));
    }

    @TestFactory
    Stream<DynamicTest> itemsAreMadeWithHardlyMoreThanByHand() {
        return works("decode record of 4", "decode class of 12", "decode record of 40", "decode class of 40")
                .map(work -> DynamicTest.dynamicTest(work.name(), () -> {
                    Map<Contender, Long> bytes = Allocations.of(work);
                    assertThat(ratio(bytes, Contender.PLAIN)).as("%s", bytes).isLessThanOrEqualTo(1.15);
                }));
    }

    @TestFactory
    Stream<DynamicTest> callsAllocateHardlyMoreThanThePlainSdk() {
        Map<String, Double> limits =
                Map.of("put", 1.03, "get", 1.03, "query of 100", 1.08, "query of 100 with extensions", 1.12);
        return works("put", "get", "query of 100", "query of 100 with extensions")
                .map(work -> DynamicTest.dynamicTest(work.name(), () -> {
                    Map<Contender, Long> bytes = Allocations.of(work);
                    assertThat(ratio(bytes, Contender.PLAIN))
                            .as("%s", bytes)
                            .isLessThanOrEqualTo(limits.get(work.name()));
                    if (work.name().startsWith("query")) {
                        assertThat(ratio(bytes, Contender.ENHANCED))
                                .as("%s", bytes)
                                .isLessThan(1);
                    }
                }));
    }

    private static Stream<Work> works(String... names) {
        List<Work> works = Works.all().stream()
                .filter(work -> List.of(names).contains(work.name()))
                .toList();
        assertThat(works).hasSize(names.length);
        return works.stream();
    }

    private static double ratio(Map<Contender, Long> bytes, Contender other) {
        return (double) bytes.get(Contender.TEMPEST) / bytes.get(other);
    }
}
