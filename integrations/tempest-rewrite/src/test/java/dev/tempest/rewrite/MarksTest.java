package dev.tempest.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openrewrite.DataTableExecutionContextView;
import org.openrewrite.ExecutionContext;
import org.openrewrite.InMemoryDataTableStore;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.RecipeRun;
import org.openrewrite.SourceFile;
import org.openrewrite.internal.InMemoryLargeSourceSet;
import org.openrewrite.java.JavaParser;

/** What is marked, and changed, beyond what the programs of {@link ProgramsTest} do. */
class MarksTest {
    private final List<String> topics = new ArrayList<>();

    private String move(String source) {
        ExecutionContext ctx = new InMemoryExecutionContext();
        DataTableExecutionContextView.view(ctx).setDataTableStore(new InMemoryDataTableStore());
        List<SourceFile> files = JavaParser.fromJavaVersion()
                .classpath(Program.oldClassPath())
                .build()
                .parse(ctx, source)
                .toList();
        RecipeRun run = Program.recipe("dev.tempest.rewrite.MoveFromCashTempest2")
                .run(new InMemoryLargeSourceSet(files), ctx, 3, 1);
        run.getDataTableRows(ToReview.class).forEach(row -> topics.add(row.topic() + ": " + row.code()));
        return run.getChangeset().getAllResults().get(0).getAfter().printAll();
    }

    @Test
    void marksWrappedAndMockedClients() {
        move("""
                import app.cash.tempest2.LogicalDb;
                import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

                abstract class Counting implements DynamoDbEnhancedClient {
                    static <T> T mock(Class<T> type) {
                        return null;
                    }

                    LogicalDb db() {
                        return LogicalDb.create(LogicalDb.class, mock(DynamoDbEnhancedClient.class));
                    }
                }
                """);

        assertThat(topics)
                .containsExactly(
                        "wrapped client: mock(DynamoDbEnhancedClient.class)",
                        "wrapped client: abstract class Counting implements DynamoDbEnhancedClient {");
    }

    @Test
    void marksReadsThatHaveAnotherForm() {
        String moved = move("""
                import app.cash.tempest2.BatchWriteResult;
                import app.cash.tempest2.BeginsWith;
                import app.cash.tempest2.InlineView;
                import app.cash.tempest2.Page;
                import app.cash.tempest2.TransactionWriteSet;
                import app.cash.tempest2.WorkerId;
                import kotlin.sequences.Sequence;
                import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

                class Reads {
                    Page<String, String> scan(InlineView<String, String> view) {
                        return view.scan(10, false, null, null, new WorkerId(0, 2));
                    }

                    Page<String, String> query(InlineView<String, String> view) {
                        return view.query(new BeginsWith<>("a"), false, 10, false, null, null, null);
                    }

                    Sequence<String> all(InlineView<String, String> view) {
                        return view.queryAllContents(new BeginsWith<>("a"));
                    }

                    Object load(InlineView<String, String> view) {
                        return view.load("a", true, ReturnConsumedCapacity.TOTAL);
                    }

                    Object content(TransactionWriteSet writeSet, BatchWriteResult result) {
                        return writeSet.getItemsToSave().isEmpty() ? result.getUnprocessedClobbers() : null;
                    }
                }
                """);

        assertThat(topics)
                .containsExactly(
                        "scan by a worker: scan(10, false, null, null, new WorkerId(0, 2))",
                        "arguments by position: query(new BeginsWith<>(\"a\"), false, 10, false, null, null, null)",
                        "lazy results: queryAllContents(new BeginsWith<>(\"a\"))",
                        "consumed capacity: load(\"a\", true, ReturnConsumedCapacity.TOTAL)",
                        "content of a write set: getItemsToSave()",
                        "unprocessed items: getUnprocessedClobbers()");
        assertThat(moved).contains("import dev.tempest.BeginsWith;", "view./*~~(scan by a worker)~~>*/scan(10");
    }

    @Test
    void changesRulesAndServersInDocker() {
        String moved = move("""
                import app.cash.tempest2.LogicalDb;
                import app.cash.tempest2.testing.DockerDynamoDbServer;
                import app.cash.tempest2.testing.TestDynamoDb;
                import org.junit.Rule;

                public class OrdersTest {
                    @Rule
                    public final TestDynamoDb dynamo = new TestDynamoDb.Builder(DockerDynamoDbServer.Factory.INSTANCE).build();
                    private final LogicalDb db = dynamo.logicalDb(LogicalDb.class);
                }
                """);

        assertThat(moved)
                .contains(
                        "public final TestDbRule dynamo = TestDbRule.builder().server(DockerDynamoDb.shared()).build();",
                        "import dev.tempest.testing.TestDbRule;",
                        "import dev.tempest.testing.docker.DockerDynamoDb;")
                .doesNotContain("app.cash");
        assertThat(topics).containsExactly("database of a test: logicalDb(LogicalDb.class)");
    }
}
