package dev.tempest.testing.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tests that are running on one test database: what each begins and ends with, and which of them a thread belongs
 * to. Thread-safe.
 *
 * @param <C> a connection, of which each test has one
 */
public final class TestRuns<C> {
    private final String name;
    private final String annotation;
    private final Supplier<C> opener;
    private final Consumer<C> before;
    private final Consumer<C> after;
    private final Set<C> running = ConcurrentHashMap.newKeySet();
    // Two databases of one test class have each their own connection on the same thread.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable C> onThisThread = new ThreadLocal<>();

    /**
     * Runs of tests.
     *
     * @param name what messages call the database
     * @param annotation which annotation its field must have
     * @param before makes the tables of a test that begins
     * @param after cleans up after a test, and closes its connection
     */
    public TestRuns(String name, String annotation, Supplier<C> opener, Consumer<C> before, Consumer<C> after) {
        this.name = name;
        this.annotation = annotation;
        this.opener = opener;
        this.before = before;
        this.after = after;
    }

    /**
     * A test begins on this thread.
     *
     * @param opened gets the connection as soon as there is one, for {@link #end}, even if the tables cannot be made
     */
    public void begin(Consumer<C> opened) {
        C connection = opener.get();
        opened.accept(connection);
        running.add(connection);
        onThisThread.set(connection);
        before.accept(connection);
    }

    /** The test of a connection ends on this thread. */
    public void end(@Nullable C connection) {
        onThisThread.remove();
        if (connection != null) {
            running.remove(connection);
            after.accept(connection);
        }
    }

    /** The connection of the test that this thread belongs to. */
    public C current() {
        C connection = onThisThread.get();
        if (connection != null) {
            return connection;
        }
        List<C> candidates = List.copyOf(running);
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        throw new IllegalStateException(
                candidates.isEmpty()
                        ? "No test is running: a " + name
                                + " has its tables from before each test until after it, and must be the value of a"
                                + " field with @" + annotation
                        : candidates.size() + " tests use this " + name + " at once, and this thread belongs to none of"
                                + " them: make its field non-static, or get the clients on the test's own thread");
    }
}
