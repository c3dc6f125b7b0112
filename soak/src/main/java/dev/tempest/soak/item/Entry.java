package dev.tempest.soak.item;

import dev.tempest.soak.check.Checker;
import dev.tempest.soak.history.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all item types have: the numbers of the operations that wrote the item one after another, and two sums.
 *
 * @param <I> the type itself
 */
public interface Entry<I> {
    String name();

    @Nullable List<String> operations();

    @Nullable Long total();

    @Nullable Long second();

    @Nullable String note();

    /** The item with one more operation. */
    I with(int operation);

    /** What is stored, as the checker names it. */
    static String digest(@Nullable Entry<?> entry) {
        if (entry == null) {
            return State.ABSENT;
        }
        List<String> operations = entry.operations() == null ? List.of() : entry.operations();
        int last = operations.isEmpty() ? 0 : Integer.parseInt(operations.get(operations.size() - 1));
        return State.digest(operations.size(), last, orZero(entry.total()), orZero(entry.second()));
    }

    /** Whether the item was read with a write token. */
    static boolean hasToken(@Nullable Entry<?> entry) {
        return (entry instanceof PlainMapped plain && plain.write_token() != null)
                || (entry instanceof NumberMapped number && number.write_token() != null)
                || (entry instanceof TextMapped text && text.write_token() != null);
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    static List<String> list(int operation) {
        return List.of(Integer.toString(operation));
    }

    static List<String> append(@Nullable List<String> operations, int operation) {
        List<String> more = operations == null ? new ArrayList<>() : new ArrayList<>(operations);
        more.add(Integer.toString(operation));
        return more;
    }

    /** What no message may show. */
    static String note(int operation) {
        return Checker.PLANTED + operation;
    }

    static long next(@Nullable Long version) {
        return version == null ? 1 : version + 1;
    }
}
