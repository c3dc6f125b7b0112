package dev.tempest.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.OperationListener;
import dev.tempest.micrometer.TempestMetrics;
import dev.tempest.spring.music.Album;
import dev.tempest.spring.music.MusicDb;
import dev.tempest.testing.DynamoDbConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;

class ObservingTest {
    private final DynamoDbConnection connection = DynamoDbConnection.embedded();

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void operationsAreReportedToTheApplicationsRegistries() {
        Contexts.music(connection)
                .withConfiguration(AutoConfigurations.of(
                        MetricsAutoConfiguration.class,
                        CompositeMeterRegistryAutoConfiguration.class,
                        SimpleMetricsExportAutoConfiguration.class,
                        ObservationAutoConfiguration.class))
                .run(context -> {
                    MusicDb db = context.getBean(MusicDb.class);
                    db.createTables();
                    db.music().albums().save(new Album("a1", "Blue Train"));

                    MeterRegistry meters = context.getBean(MeterRegistry.class);
                    assertThat(meters.get("tempest.operation")
                                    .tag("db.operation.name", "save")
                                    .timer()
                                    .count())
                            .isEqualTo(1);
                    assertThat(meters.get("tempest.consumed.capacity")
                                    .tag("tempest.request", "PutItem")
                                    .counter()
                                    .count())
                            .isPositive();
                });
    }

    @Test
    void applicationWithoutMicrometerStarts() {
        Contexts.music(connection)
                .withClassLoader(new FilteredClassLoader("io.micrometer.core"))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(TempestMetrics.class));
    }

    @Test
    void everyListenerReceivesAllEvents() {
        Events first = new Events();
        Events second = new Events();
        Contexts.music(connection)
                .withBean("first", OperationListener.class, () -> first)
                .withBean("second", OperationListener.class, () -> second)
                .run(context -> {
                    MusicDb db = context.getBean(MusicDb.class);
                    db.createTables();
                    first.clear();
                    second.clear();

                    db.music().albums().load(new Album.Key("a1"));

                    assertThat(first).containsExactly("load", "sending", "scope closed", "received", "DONE");
                    assertThat(second).containsExactlyElementsOf(first);
                });
    }

    @Test
    void healthIsOffUnlessAskedFor() {
        Contexts.music(connection).run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
    }

    @Test
    void healthShowsWhetherTheTablesCanBeUsed() {
        connection.logicalDb(MusicDb.class).createTables();
        Contexts.music(connection)
                .withPropertyValues("management.health.tempest.enabled=true")
                .run(context -> assertThat(
                                context.getBean(HealthIndicator.class).health().getStatus())
                        .isEqualTo(Status.UP));
        Contexts.music(connection)
                .withPropertyValues("management.health.tempest.enabled=true", "tempest.table-prefix=missing-")
                .run(context -> {
                    Health health = context.getBean(HealthIndicator.class).health();
                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails().get("musicDb").toString()).contains("missing-music_items");
                });
    }

    @Test
    void healthOfAnUnreachableDatabaseIsDown() {
        Contexts.music(connection)
                .withPropertyValues("management.health.tempest.enabled=true")
                .run(context -> {
                    HealthIndicator indicator = context.getBean(HealthIndicator.class);
                    connection.close();
                    assertThat(indicator.health().getStatus()).isEqualTo(Status.DOWN);
                });
    }

    /** The events in their order. */
    private static final class Events extends CopyOnWriteArrayList<String> implements OperationListener {
        private static final long serialVersionUID = 1;

        @Override
        public Observer started(Operation operation) {
            List<String> events = this;
            events.add(operation.name());
            return new Observer() {
                @Override
                public Scope sending(Request request) {
                    events.add("sending");
                    return () -> events.add("scope closed");
                }

                @Override
                public void received(Request request, Response response) {
                    events.add("received");
                }

                @Override
                public void ended(Outcome outcome, String error) {
                    events.add(outcome.name());
                }
            };
        }
    }
}
