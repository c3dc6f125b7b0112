package dev.tempest.testing.sdk1;

import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.internal.EachTest;
import org.junit.rules.TestRule;
import org.junit.runner.Description;
import org.junit.runners.model.Statement;

/**
 * A JUnit 4 rule that gives each test a DynamoDB of its own, with empty tables and clients of SDK 1.x.
 *
 * <pre>{@code
 * public class PlaylistTest {
 *     @Rule
 *     public final TestDbRule db = TestDbRule.of(TestTable.create("music_items", MusicItem.class));
 *
 *     @Test
 *     public void savesAPlaylist() {
 *         DynamoDBMapper mapper = db.mapper();
 *     }
 * }
 * }</pre>
 *
 * <p>It does in JUnit 4 what {@link TestDb} does in JUnit 5: all tests of a JVM share one embedded server, and no test
 * sees the tables of another. A {@code @ClassRule} it cannot be, as tests would then find what others have left.
 *
 * <p>JUnit 4 itself is for the user to bring: 4.12 or newer.
 */
public final class TestDbRule extends TestDatabase implements TestRule {

    private TestDbRule(Builder builder) {
        super("Rule", builder);
    }

    /** Tests with the given tables on the {@linkplain LocalDynamoDb#shared() shared embedded server}. */
    public static TestDbRule of(TestTable... tables) {
        return builder().tables(tables).build();
    }

    /** Tests whose tables, and whose server, are said one by one. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Statement apply(Statement test, Description description) {
        return new EachTest<>(test, description, runs);
    }

    /** Says which tables the tests have, and on which server. */
    public static final class Builder extends TestDatabase.Builder<Builder> {
        /** A builder for no tables, on the shared embedded server. */
        public Builder() {}

        /** The rule. */
        public TestDbRule build() {
            return new TestDbRule(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
