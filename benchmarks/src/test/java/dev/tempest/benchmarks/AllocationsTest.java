package dev.tempest.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bytes hardly scatter, even on a loaded machine, so that they can be held to limits. */
class AllocationsTest {
    private static final double ROOM = 1.05;

    @TestFactory
    Stream<DynamicTest> mappingsAllocateLessThanByHand() {
        return works("encode record of 4", "encode class of 12", "encode record of 40", "encode class of 40")
                .map(work -> DynamicTest.dynamicTest(work.name(), () -> {
                    Map<Contender, Long> bytes = bytes(work);
                    assertThat(ratio(bytes, Contender.PLAIN)).as("%s", bytes).isLessThanOrEqualTo(0.8);
                    assertThat(ratio(bytes, Contender.FASTEST)).as("%s", bytes).isLessThanOrEqualTo(1.15);
                }));
    }

    @TestFactory
    Stream<DynamicTest> itemsAreMadeWithHardlyMoreThanByHand() {
        return works("decode record of 4", "decode class of 12", "decode record of 40", "decode class of 40")
                .map(work -> DynamicTest.dynamicTest(work.name(), () -> {
                    Map<Contender, Long> bytes = bytes(work);
                    assertThat(ratio(bytes, Contender.PLAIN)).as("%s", bytes).isLessThanOrEqualTo(1.15);
                }));
    }

    @TestFactory
    Stream<DynamicTest> callsAllocateHardlyMoreThanThePlainSdk() {
        Map<String, Double> limits =
                Map.of("put", 1.03, "get", 1.03, "query of 100", 1.08, "query of 100 with extensions", 1.12);
        return works("put", "get", "query of 100", "query of 100 with extensions")
                .map(work -> DynamicTest.dynamicTest(work.name(), () -> {
                    Map<Contender, Long> bytes = bytes(work);
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

    /**
     * A change that makes any work allocate noticeably more than before fails here. If that is meant, or if there is new work,
     * copy what was measured over the baseline. Without a just-in-time compiler: what that saves depends on its mood.
     */
    @Test
    void noWorkAllocatesMoreThanItDid() throws IOException, InterruptedException {
        Path measured = Path.of("target", "allocations.csv");
        Map<String, Long> allocated = withoutCompiler(measured, Allocations.class, "--exact");
        Map<String, Long> baseline = baseline();
        assertThat(allocated.keySet()).isEqualTo(baseline.keySet());
        assertThat(allocated)
                .as("bytes of each work, as now in %s", measured.toAbsolutePath())
                .allSatisfy((work, bytes) ->
                        assertThat((double) bytes).as(work).isLessThanOrEqualTo(baseline.get(work) * ROOM));
    }

    /** What the condition adds to a call, and what it takes to make it. */
    @Test
    void aTypedConditionAllocatesHardlyMoreThanOneByHand() throws IOException, InterruptedException {
        Map<String, Long> bytes =
                withoutCompiler(Path.of("target", "condition-allocations.csv"), ConditionAllocations.class);

        long without = bytes.get(ConditionAllocations.SAVE);
        double typed = bytes.get(ConditionAllocations.SAVE_TYPED) - without;
        double byHand = bytes.get(ConditionAllocations.SAVE_BY_HAND) - without;
        assertThat(typed / byHand).as("added to a call, in %s", bytes).isLessThanOrEqualTo(1.3);
        assertThat((double) bytes.get(ConditionAllocations.MAKE_TYPED))
                .as("to make it, in %s", bytes)
                .isLessThanOrEqualTo(bytes.get(ConditionAllocations.MAKE_BY_HAND) * 1.3);
    }

    /** The same records, in tables with a raw item type and in tables without one. */
    @Test
    void anItemTypeWithoutARawItemTypeAllocatesNoMore() throws IOException, InterruptedException {
        Map<String, Long> bytes = withoutCompiler(Path.of("target", "table-allocations.csv"), TableAllocations.class);

        assertThat(bytes).hasSize(12);
        bytes.forEach((work, allocated) -> {
            if (work.endsWith(TableAllocations.WITHOUT)) {
                String with = work.replace(TableAllocations.WITHOUT, TableAllocations.WITH);
                assertThat(allocated).as(work).isLessThanOrEqualTo(bytes.get(with));
            }
        });
    }

    private static Map<String, Long> withoutCompiler(Path measured, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(measured.toFile())
                .redirectError(Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return bytes(Files.readString(measured));
    }

    private static Map<String, Long> baseline() throws IOException {
        try (InputStream in = AllocationsTest.class.getResourceAsStream("allocations.csv")) {
            return bytes(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Map<String, Long> bytes(String csv) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        csv.lines().forEach(line -> {
            int comma = line.indexOf(',');
            bytes.put(line.substring(0, comma), Long.parseLong(line.substring(comma + 1)));
        });
        return bytes;
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

    /** One after another: two at once would keep each other's code from being compiled. */
    private static synchronized Map<Contender, Long> bytes(Work work) {
        return Allocations.of(work, work.by());
    }
}
