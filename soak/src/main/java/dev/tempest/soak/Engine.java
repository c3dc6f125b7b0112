package dev.tempest.soak;

import java.net.URI;

/** The DynamoDB server that the soak runs on; it outlives all workers. */
interface Engine extends AutoCloseable {
    URI endpoint();

    @Override
    void close();

    /** The one that soaks run on: another one takes this line. */
    static Engine start() {
        return ChildProcess.engine(EngineProcess.class);
    }
}
