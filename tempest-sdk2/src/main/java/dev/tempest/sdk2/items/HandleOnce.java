package dev.tempest.sdk2.items;

import dev.tempest.items.ChangeHandler;
import dev.tempest.items.ItemChange;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.TransactionFailure;
import dev.tempest.sdk2.TransactionWriteSet;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Remembers which changes were handled, as Lambda, Kinesis and the Kinesis Client Library may deliver a record more than once.
 *
 * <pre>{@code
 * HandleOnce once = HandleOnce.of(db, db.handledChanges(), "artist-counts");
 * Changes changes = Changes.on(AlbumInfo.class, once.writing((change, writes) -> writes.patch(key(change), plusOne())));
 * }</pre>
 *
 * <p>What is promised depends on what the handler does:
 * <ul>
 *   <li>{@link #writing}: the handler's writes and the mark are one transaction. However often a record is delivered, and wherever
 *       the process is killed, <b>they are written once</b>. The handler itself may run several times.
 *   <li>{@link #calling}: the mark is written after the handler has returned. A process that is killed in between runs the handler
 *       again: <b>at least once</b>. So do two processes that have the same record at the same time.
 * </ul>
 *
 * <p>A change is known by its {@link ItemChange#eventId()}, or else by its sequence number.
 *
 * <p>Instances are immutable, and safe for use by several threads.
 */
public final class HandleOnce {
    private static final Duration RETENTION = Duration.ofDays(7);
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final LogicalDb db;
    private final HandledChangeTable table;
    private final String consumer;
    private final Duration retention;
    private final Clock clock;

    private HandleOnce(LogicalDb db, HandledChangeTable table, String consumer, Duration retention, Clock clock) {
        this.db = db;
        this.table = table;
        this.consumer = consumer;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Remembers what a consumer has handled.
     *
     * @param db writes the transactions
     * @param table of the database, for the marks
     * @param consumer a name that no other consumer of the same stream has. It must stay the same
     */
    public static HandleOnce of(LogicalDb db, HandledChangeTable table, String consumer) {
        if (consumer.isEmpty()) {
            throw new IllegalArgumentException("The name of the consumer is empty.");
        }
        return new HandleOnce(db, table, consumer, RETENTION, Clock.systemUTC());
    }

    /**
     * The same with another time for which marks are kept: seven days, unless you say otherwise. It must be longer than the
     * source keeps records: DynamoDB Streams do for a day, Kinesis for up to a year.
     */
    public HandleOnce withRetention(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("The retention must be more than zero, not " + time + ".");
        }
        return new HandleOnce(db, table, consumer, time, clock);
    }

    /** The same with a clock for the time when marks expire. */
    public HandleOnce withClock(Clock times) {
        return new HandleOnce(db, table, consumer, retention, times);
    }

    /**
     * Writes what a handler says, and the mark, in one transaction. A change that has a mark writes nothing. So does one for
     * which the handler adds no write, and which then gets no mark.
     *
     * @throws TransactionCanceledException from the returned handler, if the handler's own conditions do not hold
     */
    public <T> ChangeHandler<T> writing(TransactionalHandler<T> handler) {
        return change -> {
            HandledChange mark = mark(change);
            TransactionWriteSet.Builder writes = TransactionWriteSet.builder();
            handler.handle(change, writes);
            if (writes.size() == 0) {
                return;
            }
            try {
                db.transactionWrite(writes.create(mark).build());
            } catch (TransactionCanceledException e) {
                if (!isHandled(mark, e)) {
                    throw e;
                }
            }
        };
    }

    private boolean isHandled(HandledChange mark, TransactionCanceledException cancelled) {
        for (TransactionFailure failure : db.failuresIn(cancelled)) {
            if (failure.operation().target() == mark && failure.code().equals(CONDITION_FAILED)) {
                return true;
            }
        }
        return false;
    }

    /** Calls a handler for changes that have no mark, and marks them afterwards. It may be called again after a crash. */
    public <T> ChangeHandler<T> calling(ChangeHandler<T> handler) {
        return change -> {
            HandledChange mark = mark(change);
            if (table.handledChanges().load(new HandledChange.Key(mark.id()), true) != null) {
                return;
            }
            handler.handle(change);
            try {
                table.handledChanges().create(mark);
            } catch (ConditionalCheckFailedException e) {
                // Another process had the same record at the same time, and has marked it.
            }
        };
    }

    private HandledChange mark(ItemChange<?> change) {
        String id = change.eventId() == null ? change.sequenceNumber() : change.eventId();
        if (id == null) {
            throw new IllegalArgumentException(
                    change + " has neither an eventId nor a sequence number, by which it could be known again.");
        }
        return new HandledChange(
                consumer + "#" + id, clock.instant().plus(retention).getEpochSecond());
    }
}
