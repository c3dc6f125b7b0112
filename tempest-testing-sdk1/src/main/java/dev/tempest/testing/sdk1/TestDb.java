package dev.tempest.testing.sdk1;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.datamodeling.DynamoDBMapper;
import dev.tempest.testing.LocalDynamoDb;
import dev.tempest.testing.ServerUnavailableException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A JUnit 5 extension that gives each test a DynamoDB of its own, with empty tables and clients of SDK 1.x.
 *
 * <pre>{@code
 * class PlaylistTest {
 *     @RegisterExtension
 *     TestDb db = TestDb.of(TestTable.create("music_items", MusicItem.class));
 *
 *     @Test
 *     void savesAPlaylist() {
 *         DynamoDBMapper mapper = db.mapper();
 *     }
 * }
 * }</pre>
 *
 * <p>All tests of a JVM share one embedded server, yet no test sees the tables of another, even though they bear the
 * same names and the tests run at the same time. Nothing has to be cleaned up.
 *
 * <p>The field may be static or not. Where the tests of one class object run at the same time (a static field, or the
 * {@code PER_CLASS} life cycle, with parallel execution), a thread that a test starts cannot be distinguished from one that
 * another test starts: let the test's own thread get the clients, or take them as parameters of the test method. A test
 * method can have a {@link DynamoDbConnection} and each of the clients below as a parameter.
 *
 * <p>JUnit 5 itself is for the user to bring. {@link TestDbRule} does the same in JUnit 4.
 */
public final class TestDb extends TestDatabase implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(TestDb.class);
    private static final Map<Class<?>, Function<DynamoDbConnection, Object>> PARAMETERS = Map.of(
            DynamoDbConnection.class, connection -> connection,
            AmazonDynamoDB.class, DynamoDbConnection::client,
            DynamoDBMapper.class, DynamoDbConnection::mapper,
            AmazonDynamoDBStreams.class, DynamoDbConnection::streamsClient);

    private TestDb(Builder builder) {
        super("RegisterExtension", builder);
    }

    /** Tests with the given tables on the {@linkplain LocalDynamoDb#shared() shared embedded server}. */
    public static TestDb of(TestTable... tables) {
        return builder().tables(tables).build();
    }

    /** Tests whose tables, and whose server, are said one by one. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        try {
            runs.begin(connection -> context.getStore(NAMESPACE).put(this, connection));
        } catch (ServerUnavailableException e) {
            Assumptions.abort(e.getMessage());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        runs.end(connectionOf(context));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return connectionOf(context) != null
                && PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Function<DynamoDbConnection, Object> resolver =
                PARAMETERS.get(parameter.getParameter().getType());
        DynamoDbConnection connection = connectionOf(context);
        return resolver == null || connection == null ? null : resolver.apply(connection);
    }

    private @Nullable DynamoDbConnection connectionOf(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(this, DynamoDbConnection.class);
    }

    /** Says which tables the tests have, and on which server. */
    public static final class Builder extends TestDatabase.Builder<Builder> {
        /** A builder for no tables, on the shared embedded server. */
        public Builder() {}

        /** The extension. */
        public TestDb build() {
            return new TestDb(this);
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
