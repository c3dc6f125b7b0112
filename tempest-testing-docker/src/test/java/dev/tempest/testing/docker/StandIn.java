package dev.tempest.testing.docker;

import dev.tempest.testing.LocalDynamoDb;
import java.net.URI;

/** What is a container to the rest of the kit: an embedded server that starts and stops as one. */
final class StandIn implements Container, AutoCloseable {
    int looks;
    int starts;
    int stops;
    private final String missing;
    private LocalDynamoDb running;

    StandIn() {
        this(null);
    }

    private StandIn(String missing) {
        this.missing = missing;
    }

    static StandIn withoutEngine() {
        return new StandIn("There is no engine");
    }

    @Override
    public String missing() {
        looks++;
        return missing;
    }

    @Override
    public URI start() {
        starts++;
        running = LocalDynamoDb.start();
        return running.endpoint();
    }

    @Override
    public void stop() {
        stops++;
        running.close();
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
