package app.cash.tempest2.testing;

/** The name of a class of Cash App's Tempest, whose artifact would bring a Docker client. */
public abstract class DockerDynamoDbServer implements TestDynamoDbServer {
    /** Its factory. */
    public abstract static class Factory implements TestDynamoDbServer.Factory<DockerDynamoDbServer> {
        public static final Factory INSTANCE = null;
    }
}
