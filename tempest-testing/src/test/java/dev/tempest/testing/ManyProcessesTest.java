package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * The kit's own tests in several processes of one machine at once: no two want one port, none sees another's tables, and
 * none is left. {@code -Dtempest.processes=8} makes it eight.
 */
class ManyProcessesTest {
    private static final int PROCESSES = Integer.getInteger("tempest.processes", 2);

    @TempDir
    Path directory;

    @Test
    void theSuiteRunsInSeveralProcessesAtOnce() throws Exception {
        List<ChildJvm> children = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            children.add(ChildJvm.start(Suite.class, Files.createDirectory(directory.resolve("child" + i))));
        }
        for (ChildJvm child : children) {
            assertThat(child.output()).endsWith(" tests passed, 0 failed\n");
        }
    }

    static final class Suite {
        public static void main(String[] args) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(
                                            DiscoverySelectors.selectClass(DynamoDbConnectionTest.class),
                                            DiscoverySelectors.selectClass(LocalDynamoDbTest.class),
                                            DiscoverySelectors.selectClass(ManyDatabasesTest.class),
                                            DiscoverySelectors.selectClass(TestDbTest.class),
                                            DiscoverySelectors.selectClass(TestTableTest.class))
                                    .build(),
                            listener);
            TestExecutionSummary summary = listener.getSummary();
            summary.printFailuresTo(new PrintWriter(System.out, true, Charset.defaultCharset()));
            System.out.println(
                    summary.getTestsSucceededCount() + " tests passed, " + summary.getTotalFailureCount() + " failed");
            if (summary.getTestsSucceededCount() == 0 || summary.getTotalFailureCount() > 0) {
                System.exit(1);
            }
        }
    }
}
