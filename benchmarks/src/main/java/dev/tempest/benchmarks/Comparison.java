package dev.tempest.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One work by one contender, in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Comparison {
    /** {@link Benchmarks} names the works. */
    @Param("put")
    public String work = "put";

    @Param
    public Contender contender = Contender.TEMPEST;

    private Work.Operation operation = () -> "not ready";

    @Setup
    public void prepare() {
        operation = Works.all().stream()
                .filter(candidate -> candidate.name().equals(work))
                .findFirst()
                .orElseThrow()
                .operation(contender);
    }

    @Benchmark
    public Object time() {
        return operation.run();
    }
}
