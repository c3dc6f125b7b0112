package dev.tempest.samples.musiclibrary.playlists;

import dev.tempest.samples.musiclibrary.model.PlaylistInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Several writers, each in a thread of its own, change one playlist at the same time. */
public final class PlaylistRace {
    /** Longer than the pause after a refusal: who was accepted lets the others have their turn. */
    private static final int MAX_PAUSE_AFTER_SUCCESS_MILLIS = 40;

    private static final int MAX_PAUSE_AFTER_REFUSAL_MILLIS = 20;

    private final Playlists playlists;

    public PlaylistRace(Playlists playlists) {
        this.playlists = playlists;
    }

    /**
     * Lets all writers loose, and waits for them.
     *
     * @param changesByWriter what each writer is to do, in that order
     */
    public RaceResult run(String playlistToken, Map<String, List<PlaylistChange>> changesByWriter)
            throws InterruptedException {
        PlaylistInfo start = playlists.load(playlistToken);
        List<Callable<List<AcceptedChange>>> writers = new ArrayList<>();
        // All begin with the same playlist in hand: however the threads run, all first writes but one are refused.
        changesByWriter.forEach((writer, changes) -> writers.add(() -> writeAll(writer, changes, start)));

        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, writers.size()));
        try {
            List<AcceptedChange> accepted = new ArrayList<>();
            for (Future<List<AcceptedChange>> future : threads.invokeAll(writers)) {
                accepted.addAll(future.get());
            }
            accepted.sort(Comparator.comparing(change -> change.written().playlist_version));
            return new RaceResult(start, accepted, playlists.load(playlistToken));
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer failed: " + e.getCause(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<AcceptedChange> writeAll(String writer, List<PlaylistChange> changes, PlaylistInfo start)
            throws InterruptedException {
        List<AcceptedChange> accepted = new ArrayList<>();
        PlaylistInfo existing = start;
        for (PlaylistChange change : changes) {
            AcceptedChange written = write(writer, change, existing);
            accepted.add(written);
            pause(MAX_PAUSE_AFTER_SUCCESS_MILLIS);
            // What this writer wrote last is what it knows of the playlist, until a refusal tells it that others wrote.
            existing = written.written();
        }
        return accepted;
    }

    /** Writes one change, and begins anew with what is stored for as long as others are faster. */
    private AcceptedChange write(String writer, PlaylistChange change, PlaylistInfo known) throws InterruptedException {
        List<Refusal> refusals = new ArrayList<>();
        PlaylistInfo existing = known;
        while (true) {
            try {
                return new AcceptedChange(writer, change, playlists.change(existing, change), refusals);
            } catch (ConditionalCheckFailedException refusal) {
                refusals.add(new Refusal(existing.playlist_version, playlists.itemIn(refusal).playlist_version));
                pause(MAX_PAUSE_AFTER_REFUSAL_MILLIS);
                existing = playlists.load(existing.playlist_token);
            }
        }
    }

    /** A pause of random length: writers that were refused together do not come back together. */
    private static void pause(int maxMillis) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(1, maxMillis));
    }
}
