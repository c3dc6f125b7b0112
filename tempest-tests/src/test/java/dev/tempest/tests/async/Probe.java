package dev.tempest.tests.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A subscriber that does as it is told, and takes note of each rule that its publisher breaks. */
final class Probe<T> implements Subscriber<T> {
    private final List<T> received = new ArrayList<>();
    private final List<String> broken = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicInteger inside = new AtomicInteger();
    private Subscription subscription;
    private long asked;
    private int cancelAfter = Integer.MAX_VALUE;
    private boolean asksEachTime;

    @Override
    public synchronized void onSubscribe(Subscription s) {
        if (subscription != null) {
            broken.add("onSubscribe twice");
        }
        subscription = s;
    }

    @Override
    public void onNext(T next) {
        enter("onNext");
        boolean cancels;
        synchronized (this) {
            received.add(next);
            if (received.size() > asked) {
                broken.add("more than was asked for");
            }
            cancels = received.size() == cancelAfter;
            notifyAll();
        }
        if (cancels) {
            subscription.cancel();
        }
        if (asksEachTime) {
            request(1);
        }
        inside.decrementAndGet();
    }

    @Override
    public void onError(Throwable failure) {
        enter("onError");
        end.completeExceptionally(failure);
        inside.decrementAndGet();
    }

    @Override
    public void onComplete() {
        enter("onComplete");
        end.complete(null);
        inside.decrementAndGet();
    }

    private void enter(String signal) {
        if (subscription == null) {
            broken.add(signal + " before onSubscribe");
        }
        if (end.isDone()) {
            broken.add(signal + " after the end");
        }
        if (inside.getAndIncrement() > 0) {
            broken.add(signal + " within another signal");
        }
    }

    void request(long count) {
        synchronized (this) {
            asked = asked + count < 0 ? Long.MAX_VALUE : asked + count;
        }
        subscription.request(count);
    }

    void cancel() {
        subscription.cancel();
    }

    void cancelAfter(int count) {
        cancelAfter = count;
    }

    void askForOneMoreEachTime() {
        asksEachTime = true;
    }

    synchronized List<T> received() {
        return List.copyOf(received);
    }

    synchronized void awaitReceived(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (received.size() < count && System.nanoTime() < deadline) {
            wait(100);
        }
        assertThat(received.size()).isGreaterThanOrEqualTo(count);
    }

    void awaitEnd() {
        try {
            end.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError("no end", e);
        }
    }

    Throwable awaitFailure() {
        try {
            end.get(30, TimeUnit.SECONDS);
            throw new AssertionError("no failure");
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError("no end", e);
        }
    }

    boolean hasEnded() {
        return end.isDone();
    }

    void assertKeptTheRules() {
        assertThat(broken).isEmpty();
    }
}
