package dev.tempest.soak.work;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transactions through one of the clients. */
interface Sets {
    /**
     * Writes all of it or nothing.
     *
     * @param token the idempotency token; null for none
     */
    void write(List<Step<?, ?>> steps, @Nullable String token);

    Pages pages(List<Step<?, ?>> steps, int pageSize);

    /** A series of transactions. */
    interface Pages {
        void execute();

        int updatedCount();
    }
}
