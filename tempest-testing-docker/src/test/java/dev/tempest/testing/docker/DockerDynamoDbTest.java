package dev.tempest.testing.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tempest.testing.ServerUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

class DockerDynamoDbTest {
    @Test
    void startsAtTheFirstRequestAndOnce() {
        try (StandIn container = new StandIn();
                DockerDynamoDb server = new DockerDynamoDb(container, false)) {
            assertThat(container.starts).isZero();

            assertThat(server.endpoint()).isEqualTo(server.endpoint());

            assertThat(container.starts).isEqualTo(1);
        }
    }

    @Test
    void startsAnewOnceItHasBeenClosed() {
        try (StandIn container = new StandIn()) {
            DockerDynamoDb server = new DockerDynamoDb(container, false);
            server.endpoint();
            server.close();
            server.close();
            assertThat(container.stops).isEqualTo(1);

            server.endpoint();
            assertThat(container.starts).isEqualTo(2);
        }
    }

    @Test
    void theSharedOneStaysOpen() {
        try (StandIn container = new StandIn()) {
            DockerDynamoDb server = new DockerDynamoDb(container, true);
            server.endpoint();

            server.close();

            assertThat(container.stops).isZero();
            assertThat(DockerDynamoDb.shared()).isSameAs(DockerDynamoDb.shared());
        }
    }

    @Test
    void looksForAnEngineOnce() {
        StandIn container = StandIn.withoutEngine();
        DockerDynamoDb server = new DockerDynamoDb(container, false);

        assertThatThrownBy(server::endpoint)
                .isInstanceOf(ServerUnavailableException.class)
                .hasMessage("There is no engine");
        assertThatThrownBy(server::endpoint).isInstanceOf(ServerUnavailableException.class);

        assertThat(container.looks).isEqualTo(1);
        assertThat(container.starts).isZero();
    }

    @Test
    void saysWithinSecondsWhetherThereIsDocker() {
        long start = System.nanoTime();
        String missing = new DockerContainer(DockerDynamoDb.IMAGE, null).missing();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        if (DockerClientFactory.instance().isDockerAvailable()) {
            assertThat(missing).isNull();
        } else {
            assertThat(missing)
                    .isEqualTo("No Docker engine was found to run amazon/dynamodb-local:latest:"
                            + " start Docker, or say in DOCKER_HOST where it is");
        }
    }

    @Test
    void asksForOnePortInMemoryAndWithAccessKeyIdsApart() {
        GenericContainer<?> container = new DockerContainer("amazon/dynamodb-local:3.1.0", null).container();

        assertThat(container.getExposedPorts()).containsExactly(8000);
        assertThat(container.getPortBindings()).isEmpty();
        assertThat(container.getCommandParts()).contains("-inMemory").doesNotContain("-sharedDb");
    }

    @Test
    void asksForAGivenPortOfTheHost() {
        assertThat(new DockerContainer(DockerDynamoDb.IMAGE, 8123).container().getPortBindings())
                .isEqualTo(List.of("8123:8000/tcp"));
        assertThat(DockerDynamoDb.builder()
                        .image("mirror/dynamodb-local:1")
                        .port(8123)
                        .build())
                .hasToString("DockerDynamoDb[mirror/dynamodb-local:1 on port 8123]");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThatThrownBy(() -> DockerDynamoDb.builder().port(70_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a port: 70000. Leave it out for any free port.");
    }
}
