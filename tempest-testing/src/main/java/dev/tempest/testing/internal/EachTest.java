package dev.tempest.testing.internal;

import dev.tempest.testing.ServerUnavailableException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.AssumptionViolatedException;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * A JUnit 4 test, with its database made before and taken away after it.
 *
 * @param <C> a connection
 */
public final class EachTest<C> extends Statement {
    private final Statement test;
    private final TestRuns<C> runs;

    /**
     * Wraps a test.
     *
     * @throws IllegalStateException if it is not one test, but a whole class
     */
    public EachTest(Statement test, Description description, TestRuns<C> runs) {
        if (!description.isTest()) {
            throw new IllegalStateException(
                    "This rule gives each test tables of its own: declare it with @Rule, not with @ClassRule");
        }
        this.test = test;
        this.runs = runs;
    }

    @Override
    public void evaluate() throws Throwable {
        AtomicReference<@Nullable C> connection = new AtomicReference<>();
        try {
            runs.begin(connection::set);
            test.evaluate();
        } catch (ServerUnavailableException e) {
            throw new AssumptionViolatedException(e.getMessage(), e);
        } finally {
            runs.end(connection.get());
        }
    }
}
