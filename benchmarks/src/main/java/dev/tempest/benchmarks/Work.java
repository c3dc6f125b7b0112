package dev.tempest.benchmarks;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Something that each contender can do.
 *
 * @param contenders makes each contender ready; what that gives does the work once
 */
public record Work(String name, Map<Contender, Supplier<Operation>> contenders) {

    /** Does the work once. The result is only there to be used, so that no compiler removes the work. */
    @FunctionalInterface
    public interface Operation {
        Object run();
    }

    static Work of(String name, Supplier<Operation> plain, Supplier<Operation> enhanced, Supplier<Operation> tempest) {
        Map<Contender, Supplier<Operation>> contenders = new EnumMap<>(Contender.class);
        contenders.put(Contender.PLAIN, plain);
        contenders.put(Contender.ENHANCED, enhanced);
        contenders.put(Contender.TEMPEST, tempest);
        return new Work(name, contenders);
    }

    static Work of(String name, Operation plain, Operation fastest, Operation enhanced, Operation tempest) {
        Work work = of(name, () -> plain, () -> enhanced, () -> tempest);
        work.contenders.put(Contender.FASTEST, () -> fastest);
        return work;
    }

    public Operation operation(Contender contender) {
        Supplier<Operation> operation = contenders.get(contender);
        if (operation == null) {
            throw new IllegalArgumentException(contender + " does not " + name);
        }
        return operation.get();
    }

    public Set<Contender> by() {
        return contenders.keySet();
    }
}
