package dev.tempest.testing.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.tempest.testing.TestDb;
import dev.tempest.testing.TestDbRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** Tests on a server in a container, run by JUnit 5 and by JUnit 4: the same line switches both to it. */
class JUnitTest {
    @ParameterizedTest
    @ValueSource(classes = {OnAContainer.class, OnAContainerInJUnit4.class})
    void testsFindTheirTablesEmpty(Class<?> tests) {
        assertThat(run(tests))
                .hasSize(2)
                .allSatisfy(result -> assertThat(result.getStatus()).isEqualTo(SUCCESSFUL));
    }

    @ParameterizedTest
    @ValueSource(classes = {WithoutEngine.class, WithoutEngineInJUnit4.class})
    void testsAreSkippedAndSayWhyWhereThereIsNoEngine(Class<?> tests) {
        assertThat(run(tests)).hasSize(2).allSatisfy(result -> {
            assertThat(result.getStatus()).isEqualTo(ABORTED);
            assertThat(result.getThrowable().orElseThrow()).hasMessageContaining("There is no engine");
        });
    }

    @ParameterizedTest
    @ValueSource(classes = {OnDocker.class, OnDockerInJUnit4.class})
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void onARealMachineTestsRunWithDockerAndAreSkippedWithoutIt(Class<?> tests) {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();

        assertThat(run(tests)).hasSize(2).allSatisfy(result -> {
            assertThat(result.getStatus()).isEqualTo(docker ? SUCCESSFUL : ABORTED);
            assertThat(result.getThrowable().map(Throwable::getMessage).orElse("No Docker engine"))
                    .contains("No Docker engine");
        });
    }

    private static List<TestExecutionResult> run(Class<?> tests) {
        List<TestExecutionResult> results = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(tests))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    results.add(result);
                                }
                            }
                        });
        return results;
    }

    private static void findNothingAndLeaveSomething(DynamoDbEnhancedClient client) {
        DynamoDbTable<MusicItem> table = client.table("music_items", TableSchema.fromBean(MusicItem.class));
        assertThat(table.scan().items()).isEmpty();
        table.putItem(MusicItem.of("album_1"));
        assertThat(table.scan().items()).hasSize(1);
    }

    // Run by the tests above, and by no others: their names are not those that a build looks for.

    static class OnAContainer {
        private static final DockerDynamoDb SERVER = new DockerDynamoDb(new StandIn(), true);

        @RegisterExtension
        final TestDb db = TestDb.builder()
                .table("music_items", MusicItem.class)
                .server(SERVER)
                .build();

        @RepeatedTest(2)
        void findsItsTablesEmpty() {
            findNothingAndLeaveSomething(db.enhancedClient());
        }
    }

    public static class OnAContainerInJUnit4 {
        private static final DockerDynamoDb SERVER = new DockerDynamoDb(new StandIn(), true);

        @Rule
        public final TestDbRule db = TestDbRule.builder()
                .table("music_items", MusicItem.class)
                .server(SERVER)
                .build();

        @org.junit.Test
        public void findsItsTablesEmpty() {
            findNothingAndLeaveSomething(db.enhancedClient());
        }

        @org.junit.Test
        public void findsItsTablesEmptyAgain() {
            findNothingAndLeaveSomething(db.enhancedClient());
        }
    }

    static class WithoutEngine {
        @RegisterExtension
        final TestDb db = TestDb.builder()
                .table("music_items", MusicItem.class)
                .server(new DockerDynamoDb(StandIn.withoutEngine(), true))
                .build();

        @RepeatedTest(2)
        void isSkipped() {
            throw new AssertionError("not skipped");
        }
    }

    public static class WithoutEngineInJUnit4 {
        @Rule
        public final TestDbRule db = TestDbRule.builder()
                .table("music_items", MusicItem.class)
                .server(new DockerDynamoDb(StandIn.withoutEngine(), true))
                .build();

        @org.junit.Test
        public void isSkipped() {
            throw new AssertionError("not skipped");
        }

        @org.junit.Test
        public void isSkippedToo() {
            throw new AssertionError("not skipped");
        }
    }

    static class OnDocker {
        @RegisterExtension
        final TestDb db = TestDb.builder()
                .table("music_items", MusicItem.class)
                .server(DockerDynamoDb.shared())
                .build();

        @RepeatedTest(2)
        void findsItsTablesEmpty() {
            findNothingAndLeaveSomething(db.enhancedClient());
        }
    }

    public static class OnDockerInJUnit4 {
        @Rule
        public final TestDbRule db = TestDbRule.builder()
                .table("music_items", MusicItem.class)
                .server(DockerDynamoDb.shared())
                .build();

        @org.junit.Test
        public void findsItsTablesEmpty() {
            findNothingAndLeaveSomething(db.enhancedClient());
        }

        @org.junit.Test
        public void findsItsTablesEmptyAgain() {
            findNothingAndLeaveSomething(db.enhancedClient());
        }
    }
}
