package dev.tempest.sdk2.internal.write;

import dev.tempest.sdk2.internal.request.Exchange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A write of an {@link UpdateLoop} that was computed and sent, and of which it is not known yet what became of it.
 *
 * @param <T> the result of the write
 */
final class Pending<T> {
    final Write<T> write;
    final Planned.@Nullable Claimed claimed;
    final @Nullable Exchange<?, ?, Optional<T>> reread;
    /** What is sent next. */
    Exchange<?, ?, Write.Attempt<T>> exchange;
    /** Whether an earlier try may be executed. */
    boolean mayBeDone;

    Pending(Planned<T> planned) {
        this.write = planned.write();
        this.claimed = planned.claimed();
        this.exchange = planned.exchange();
        this.reread = planned.reread();
    }
}
