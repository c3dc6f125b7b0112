package dev.tempest.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** All that is compared. */
public final class Works {
    private Works() {}

    public static List<Work> all() {
        List<Work> works = new ArrayList<>(Mappings.all());
        works.addAll(Calls.all());
        works.addAll(AsyncCalls.all());
        return works;
    }
}
