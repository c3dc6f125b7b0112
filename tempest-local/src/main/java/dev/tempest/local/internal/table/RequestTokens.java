package dev.tempest.local.internal.table;

import dev.tempest.local.internal.json.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client request tokens of the last ten minutes, and what they were used for. Instances are thread-safe. */
public final class RequestTokens {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Settings settings;
    /** Oldest first. */
    private final Map<String, Use> uses = new LinkedHashMap<>();

    private record Use(Object request, Instant at) {}

    public RequestTokens(Settings settings) {
        this.settings = settings;
    }

    /** Whether a request with this token has been carried out. Fails if it was another one. */
    public synchronized boolean isUsed(@Nullable String token, Object request) {
        if (token == null || token.isEmpty()) {
            return false;
        }
        Instant oldest = settings.now().minus(KEPT);
        Iterator<Use> oldestFirst = uses.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().at().isBefore(oldest)) {
            oldestFirst.remove();
        }
        Use use = uses.get(token);
        if (use != null && !use.request().equals(request)) {
            throw ServiceException.dynamoDb(
                    "IdempotentParameterMismatchException", "An error occurred (IdempotentParameterMismatchException)");
        }
        return use != null;
    }

    public synchronized void use(@Nullable String token, Object request) {
        if (token != null && !token.isEmpty()) {
            uses.put(token, new Use(request, settings.now()));
        }
    }
}
