package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.Version;
import dev.tempest.sdk2.AsyncLogicalDb;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.AsyncItems;
import dev.tempest.tests.faces.Items;
import dev.tempest.tests.faces.Retries;
import dev.tempest.tests.faces.SyncItems;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedAsyncClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What cannot get better is tried once: an update says so at once, and not after its time. */
class LastingFailuresTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {
        Note with(String newStatus) {
            return new Note(id, newStatus, version);
        }
    }

    private static final Key KEY = new Key("a");

    /** Counts the calls of the SDK, of which each asks once. */
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void save() {
        open().traced(Key.class, Note.class).save(new Note("a", "one", null));
    }

    private Items<Key, Note> notes(AwsCredentialsProvider credentials) {
        return notes(credentials, db.connection());
    }

    private Items<Key, Note> notes(AwsCredentialsProvider credentials, DynamoDbConnection connection) {
        if (way == Store.Way.SYNC) {
            var client = connection
                    .clientBuilder()
                    .credentialsProvider(credentials)
                    .overrideConfiguration(override -> override.retryStrategy(Retries.quick(1)));
            return new SyncItems<>(LogicalDb.create(
                            LogicalDb.class,
                            DynamoDbEnhancedClient.builder()
                                    .dynamoDbClient(client.build())
                                    .build())
                    .logicalTable(Store.TABLE, Store.Traced.class)
                    .inlineView(Key.class, Note.class));
        }
        var client = connection
                .asyncClientBuilder()
                .credentialsProvider(credentials)
                .overrideConfiguration(override -> override.retryStrategy(Retries.quick(1)));
        return new AsyncItems<>(AsyncLogicalDb.create(
                        AsyncLogicalDb.class,
                        DynamoDbEnhancedAsyncClient.builder()
                                .dynamoDbClient(client.build())
                                .build())
                .logicalTable(Store.TABLE, Store.AsyncTraced.class)
                .inlineView(Key.class, Note.class));
    }

    private AwsCredentials valid() {
        return AwsBasicCredentials.create(db.connection().accessKeyId(), "secret");
    }

    @Test
    void missingCredentials() {
        Stream.<RuntimeException>of(
                        SdkClientException.create("No credentials."),
                        SdkClientException.create("No credentials.", new IOException("Their endpoint is gone.")))
                .forEach(failure -> {
                    calls.set(0);

                    assertThatThrownBy(() -> notes(() -> {
                                        calls.incrementAndGet();
                                        failure.fillInStackTrace();
                                        throw failure;
                                    })
                                    .update(KEY, note -> note.with("two")))
                            .isInstanceOf(SdkClientException.class)
                            .hasMessageContaining("No credentials.");
                    assertThat(calls).hasValue(1);
                });
    }

    /** Nothing was sent, so nothing is unknown. */
    @Test
    void credentialsThatExpireBeforeTheWrite() {
        Throwable thrown = catchThrowable(() -> notes(() -> {
                    if (calls.incrementAndGet() == 1) {
                        return valid();
                    }
                    throw SdkClientException.create("Expired.", new IOException("Their endpoint is gone."));
                })
                .update(KEY, note -> note.with("two")));

        assertThat(thrown).isInstanceOf(SdkClientException.class).hasMessageContaining("Expired.");
        assertThat(calls).hasValue(2);
        assertThat(row().get("status").s()).isEqualTo("one");
    }

    @Test
    void credentialsThatExpireBeforeASave() {
        assertThatThrownBy(() -> notes(() -> {
                            throw SdkClientException.create("Expired.");
                        })
                        .save(new Note("b", "one", null)))
                .isNotInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("Expired.");
    }

    @Test
    void anUnknownHost() {
        try (DynamoDbConnection nowhere = DynamoDbConnection.to(URI.create("http://tempest.invalid:8000"))) {
            assertThatThrownBy(() -> notes(
                                    () -> {
                                        calls.incrementAndGet();
                                        return valid();
                                    },
                                    nowhere)
                            .update(KEY, note -> note.with("two")))
                    .isInstanceOf(SdkClientException.class)
                    .hasRootCauseInstanceOf(UnknownHostException.class);
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void whatDynamoDbRejects() {
        for (String code : new String[] {
            "ValidationException", "AccessDeniedException", "UnrecognizedClientException", "ResourceNotFoundException"
        }) {
            for (String operation : new String[] {"GetItem", "UpdateItem"}) {
                FaultyHttp network = FaultyHttp.builder()
                        .rate(1, Fault.error(400, code, "No. (injected)"), operation)
                        .build();

                assertThatThrownBy(() ->
                                open(network).traced(Key.class, Note.class).update(KEY, note -> note.with("two")))
                        .as("%s of %s", code, operation)
                        .isInstanceOf(DynamoDbException.class)
                        .hasMessageContaining("No. (injected)");
                assertThat(network.requests(operation)).isEqualTo(1);
            }
        }
    }
}
