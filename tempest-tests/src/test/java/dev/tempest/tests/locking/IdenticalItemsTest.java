package dev.tempest.tests.locking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tempest.OutcomeUnknownException;
import dev.tempest.Version;
import dev.tempest.sdk2.ConditionalWrites;
import dev.tempest.testing.Fault;
import dev.tempest.testing.FaultyHttp;
import dev.tempest.tests.faces.Items;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Two writers may make the very same item of the same version: the second has not written it. */
class IdenticalItemsTest extends LockingTest {
    record Key(String id) {}

    record Note(String id, String status, @Version Long version) {}

    record WithToken(String id, String status, @Version Long version, String write_token) {}

    record Manual(String id, String status, Long version) {}

    private static final Key KEY = new Key("a");

    /** Loses the request, not only the answer, of the n-th write; the other writer comes before the SDK's second try. */
    private static FaultyHttp withOtherWriter(int write, Runnable other) {
        return FaultyHttp.builder()
                .when(
                        request -> request.number() == write
                                && List.of("PutItem", "UpdateItem").contains(request.operation()),
                        Fault.connectionReset())
                .afterFault((request, fault) -> other.run())
                .build();
    }

    @Test
    void theSecondIsToldOfAConflict() {
        Items<Key, Note> first = open().traced(Key.class, Note.class);
        Items<Key, Note> second = open().traced(Key.class, Note.class);
        Note read = first.save(new Note("a", "one", null));
        Note same = new Note("a", "two", read.version());

        assertThat(first.save(same)).isEqualTo(new Note("a", "two", 2L));
        assertThat(catchThrowable(() -> second.save(same))).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void whereAnswersAreLostTheSecondIsNotToldOfSuccess() {
        Items<Key, Note> first = open().traced(Key.class, Note.class);
        Note read = first.save(new Note("a", "one", null));
        Note same = new Note("a", "two", read.version());
        Items<Key, Note> second =
                open(withOtherWriter(1, () -> first.save(same))).traced(Key.class, Note.class);

        assertThat(catchThrowable(() -> second.save(same))).isInstanceOf(OutcomeUnknownException.class);
        assertThat(first.load(KEY, true)).isEqualTo(new Note("a", "two", 2L));
    }

    @Test
    void whoMapsTheTokenIsToldOfAConflictEvenThen() {
        Items<Key, WithToken> first = open().traced(Key.class, WithToken.class);
        WithToken read = first.save(new WithToken("a", "one", null, null));
        WithToken same = new WithToken("a", "two", read.version(), read.write_token());
        Items<Key, WithToken> second =
                open(withOtherWriter(1, () -> first.save(same))).traced(Key.class, WithToken.class);

        assertThat(catchThrowable(() -> second.save(same))).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void anUpdateWhoseResultAnotherHasStoredWritesNothing() {
        Items<Key, Note> first = open().traced(Key.class, Note.class);
        first.save(new Note("a", "one", null));
        AtomicInteger calls = new AtomicInteger();
        Items<Key, Note> second = open(withOtherWriter(
                        1, () -> first.update(KEY, note -> new Note("a", "two", note.version()))))
                .traced(Key.class, Note.class);

        Note updated = second.update(KEY, note -> {
            calls.incrementAndGet();
            return new Note("a", "two", note.version());
        });

        assertThat(updated).isEqualTo(new Note("a", "two", 2L));
        assertThat(calls).hasValue(2);
    }

    @Test
    void theSecondIsToldOfAConflictInTransactions() {
        Items<Key, Note> first = open().plain(Key.class, Note.class).with(ConditionalWrites.TRANSACTIONAL);
        Note read = first.save(new Note("a", "one", null));
        Note same = new Note("a", "two", read.version());
        FaultyHttp network = FaultyHttp.builder()
                .nth(1, "TransactWriteItems", Fault.connectionReset())
                .afterFault((request, fault) -> first.save(same))
                .build();
        Items<Key, Note> second = open(network).plain(Key.class, Note.class).with(ConditionalWrites.TRANSACTIONAL);

        assertThat(catchThrowable(() -> second.save(same))).isInstanceOf(ConditionalCheckFailedException.class);
    }

    @Test
    void savesByHandAreToldApartToo() {
        Items<Key, Manual> first = open().traced(Key.class, Manual.class);
        first.create(new Manual("a", "one", 1L));
        Manual same = new Manual("a", "two", 2L);
        FaultyHttp network = withOtherWriter(1, () -> first.save(same, equal("version", 1)));
        Items<Key, Manual> second = open(network).traced(Key.class, Manual.class);

        assertThat(catchThrowable(() -> second.save(same, equal("version", 1))))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(catchThrowable(() -> second.save(same, equal("version", 1))))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }
}
