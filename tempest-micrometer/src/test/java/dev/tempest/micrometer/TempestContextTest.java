package dev.tempest.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.OperationListener.Operation;
import dev.tempest.OperationListener.Outcome;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a convention sees of an operation. */
class TempestContextTest {
    static final class AnOperation implements Operation {
        @Override
        public String name() {
            return "batchLoad";
        }

        @Override
        public Set<String> tables() {
            return Set.of();
        }

        @Override
        public Class<?> type() {
            return null;
        }

        @Override
        public String index() {
            return null;
        }
    }

    @Test
    void hasTheHighestNumberOfARequest() {
        TempestContext context = new TempestContext(new AnOperation());

        context.sent(2);
        context.sent(1);
        context.received("id");
        context.ended(Outcome.THROTTLED, "ThrottlingException");

        assertThat(context.requests()).isEqualTo(2);
        assertThat(context.requestId()).isEqualTo("id");
        assertThat(context.outcome()).isEqualTo(Outcome.THROTTLED);
        assertThat(context.errorType()).isEqualTo("ThrottlingException");
        assertThat(context.operation().name()).isEqualTo("batchLoad");
    }
}
