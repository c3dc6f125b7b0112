package dev.tempest.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Programs that were written for Cash App's Tempest: moved by the recipes alone, they compile and pass their tests. */
class ProgramsTest {
    @TempDir
    Path directory;

    private final List<String> marks = new ArrayList<>();

    @Test
    void movesAProgramInJavaOnSdk2() throws Exception {
        Program moved = move("java-sdk2", "MoveFromCashTempest2");

        assertThat(marks)
                .containsExactly(
                        "orders/EnvironmentTables.java: table name resolver: public class EnvironmentTables implements TableNameResolver {",
                        "orders/OrderDesk.java: save in a transaction: save(order, isNew())",
                        "orders/OrderDesk.java: save in a transaction: save(first)",
                        "orders/OrderDesk.java: save in a transaction: save(second)",
                        "orders/OrderDesk.java: save in a transaction: save(new OrderLine(line.customer, line.line, line.sku, line.quantity * 2))");
        assertThat(moved.source("orders/OrderDesk.java"))
                .contains(
                        "./*~~(save in a transaction)~~>*/save(order, isNew())", "page.contents()", "Runnable proceed")
                .doesNotContain("import kotlin");
        assertRuns(moved, 6);
    }

    @Test
    void movesAProgramInKotlinOnSdk2() throws Exception {
        Program moved = move("kotlin-sdk2", "MoveFromCashTempest2");

        assertThat(marks)
                .containsExactly(
                        "orders/OrderDesk.kt: save in a transaction: save(order, ifNew)",
                        "orders/OrderDesk.kt: save in a transaction: save(line)",
                        "orders/OrderDesk.kt: scan by a worker: scan(workerId = WorkerId(segment = it, totalSegments = 2))",
                        "orders/OrderDesk.kt: save in a transaction: save(item.copy(quantity = item.quantity * 2))",
                        "orders/OrderDesk.kt: table name resolver: class EnvironmentTables(private val environment: String) : TableNameResolver {");
        assertThat(moved.source("orders/OrderDesk.kt"))
                .contains(
                        "LogicalDb.create(OrderDb::class.java, client, EnvironmentTables(environment))",
                        "BeginsWith(OrderLine.Key(customer))",
                        "import dev.tempest.kotlin.*");
        assertRuns(moved, 6);
    }

    @Test
    void movesAProgramInJavaOnSdk1() throws Exception {
        Program moved = move("java-sdk1", "MoveFromCashTempest1");

        assertThat(marks)
                .containsExactly(
                        "orders/OrderDesk.java: save in a transaction: save(order)",
                        "orders/OrderDesk.java: save in a transaction: save(line)");
        assertRuns(moved, 3);
    }

    @Test
    void movesAProgramInKotlinOnSdk1() throws Exception {
        Program moved = move("kotlin-sdk1", "MoveFromCashTempest1");

        assertThat(marks)
                .containsExactly("orders/OrderDesk.kt: scan by a worker: scan(workerId = WorkerId.SEQUENTIAL)");
        assertThat(moved.source("orders/OrderDeskTest.kt")).contains("TestTable.create(OrderItem::class.java)");
        assertRuns(moved, 1);
    }

    private Program move(String program, String recipe) throws IOException {
        return Program.move(program, Program.recipe("dev.tempest.rewrite." + recipe), directory, marks);
    }

    private static void assertRuns(Program moved, int tests) throws IOException, ClassNotFoundException {
        for (Path source : moved.sources()) {
            if (Files.isRegularFile(source)) {
                assertThat(Files.readString(source)).doesNotContain("app.cash");
            }
        }
        assertThat(moved.compile()).isEmpty();
        TestExecutionSummary summary = moved.test("orders.OrderDeskTest");
        assertThat(summary.getFailures()).extracting(ProgramsTest::describe).isEmpty();
        assertThat(summary.getTestsSucceededCount()).isEqualTo(tests);
    }

    private static String describe(TestExecutionSummary.Failure failure) {
        TestIdentifier test = failure.getTestIdentifier();
        return test.getDisplayName() + ": " + failure.getException();
    }
}
