package dev.tempest.internal.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The parts in which the requests of one batch are sent again that DynamoDB rejected, until it is known what is the cause. */
public final class Parts {
    /** One bad entry takes ten parts; if there are very many, the model is wrong, and not the entries. */
    private static final int MOST = 100;

    private int made;

    /**
     * The parts of a request; none if it is to be taken for rejected as it is.
     *
     * @param isOfAnItem whether one of the entries is the cause: these are the halves of the request then. Otherwise there is
     *     a part for each table
     */
    public <E> List<List<E>> of(List<E> chunk, boolean isOfAnItem, Function<E, String> tableOf) {
        List<List<E>> parts = isOfAnItem ? halves(chunk) : byTable(chunk, tableOf);
        if (parts.size() < 2 || made + parts.size() > MOST) {
            return List.of();
        }
        made += parts.size();
        return parts;
    }

    private static <E> List<List<E>> halves(List<E> chunk) {
        int half = chunk.size() / 2;
        return half == 0 ? List.of() : List.of(chunk.subList(0, half), chunk.subList(half, chunk.size()));
    }

    private static <E> List<List<E>> byTable(List<E> chunk, Function<E, String> tableOf) {
        Map<String, List<E>> tables = new LinkedHashMap<>();
        for (E entry : chunk) {
            tables.computeIfAbsent(tableOf.apply(entry), name -> new ArrayList<>())
                    .add(entry);
        }
        return new ArrayList<>(tables.values());
    }
}
