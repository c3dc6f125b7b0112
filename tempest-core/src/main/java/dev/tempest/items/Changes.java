package dev.tempest.items;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Handles changes by their item types:
 *
 * <pre>{@code
 * Changes changes = Changes.on(AlbumInfo.class, change -> index(change.after()))
 *         .and(AlbumTrack.class, change -> count(change))
 *         .orElse(change -> log(change.kind()))
 *         .onUnreadable(record -> park(record));
 * HandledRecords result = changes.handle(reader.records(response.records()));
 * }</pre>
 *
 * <p>The records are handled in their order, one after the other. A handler that throws an exception ends that, so that no later
 * change of the same item overtakes an earlier one. A change of an item type without a handler goes to {@link #orElse}, or is
 * skipped.
 *
 * <p>Instances are immutable, and safe for use by several threads if the handlers are.
 */
public final class Changes {
    private final List<TypeHandler<?>> handlers;
    private final @Nullable ChangeHandler<Object> otherwise;
    private final @Nullable Consumer<? super UnreadableRecord> unreadable;

    private record TypeHandler<T>(Class<T> type, ChangeHandler<? super T> handler) {
        private boolean takes(ItemChange<?> change) {
            if (type.isAssignableFrom(change.type())) {
                return true;
            }
            Optional<?> before = change.before();
            Optional<?> after = change.after();
            // A subtype of the item type: both images have to be of it.
            return (before.isPresent() || after.isPresent())
                    && (before.isEmpty() || type.isInstance(before.get()))
                    && (after.isEmpty() || type.isInstance(after.get()));
        }

        @SuppressWarnings("unchecked") // takes() has looked
        private void handle(ItemChange<?> change) throws Exception {
            ((ChangeHandler<Object>) handler).handle((ItemChange<Object>) change);
        }
    }

    private Changes(
            List<TypeHandler<?>> handlers,
            @Nullable ChangeHandler<Object> otherwise,
            @Nullable Consumer<? super UnreadableRecord> unreadable) {
        this.handlers = handlers;
        this.otherwise = otherwise;
        this.unreadable = unreadable;
    }

    /**
     * Handles the changes of one item type.
     *
     * @param type an item type, a subtype of one, a supertype of several, or {@link UnknownItem}
     */
    public static <T> Changes on(Class<T> type, ChangeHandler<? super T> handler) {
        return new Changes(List.of(new TypeHandler<>(type, handler)), null, null);
    }

    /** The same with a handler of another type. Of two handlers that fit a change, the first is called. */
    public <T> Changes and(Class<T> type, ChangeHandler<? super T> handler) {
        List<TypeHandler<?>> all = new ArrayList<>(handlers);
        all.add(new TypeHandler<>(type, handler));
        return new Changes(List.copyOf(all), otherwise, unreadable);
    }

    /** The same with a handler of all changes that no other handler takes, those of {@link UnknownItem} among them. */
    public Changes orElse(ChangeHandler<Object> handler) {
        return new Changes(handlers, handler, unreadable);
    }

    /**
     * The same with a callback for records that cannot be read. It is to keep them for later, in a queue or a file. Without one, or
     * if it throws an exception, such a record fails, and blocks its shard.
     */
    public Changes onUnreadable(Consumer<? super UnreadableRecord> callback) {
        return new Changes(handlers, otherwise, callback);
    }

    /** Handles the records of a batch in their order, up to the first one whose handler throws an exception. */
    public HandledRecords handle(Iterable<? extends ReadRecord> records) {
        return handle(records.iterator());
    }

    /** As {@link #handle(Iterable)}, one record in memory at a time. It does not close the stream. */
    public HandledRecords handle(Stream<? extends ReadRecord> records) {
        return handle(records.iterator());
    }

    private HandledRecords handle(Iterator<? extends ReadRecord> records) {
        int handled = 0;
        int broken = 0;
        while (records.hasNext()) {
            ReadRecord record = records.next();
            try {
                if (record instanceof ItemChange<?> change) {
                    handle(change);
                    handled++;
                } else if (record instanceof UnreadableRecord lost) {
                    handle(lost);
                    broken++;
                }
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                return new HandledRecords(handled, broken, Optional.of(record), e);
            }
        }
        return new HandledRecords(handled, broken, Optional.empty(), null);
    }

    @SuppressWarnings("unchecked") // images are only read
    private void handle(ItemChange<?> change) throws Exception {
        for (TypeHandler<?> handler : handlers) {
            if (handler.takes(change)) {
                handler.handle(change);
                return;
            }
        }
        if (otherwise != null) {
            otherwise.handle((ItemChange<Object>) change);
        }
    }

    private void handle(UnreadableRecord record) {
        if (unreadable == null) {
            throw new IllegalStateException(record + " Set onUnreadable(..) to keep such records and go on.");
        }
        unreadable.accept(record);
    }
}
