package dev.tempest.sdk2.internal.async;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.Offset;
import dev.tempest.internal.observing.OperationInfo;
import dev.tempest.sdk2.Page;
import dev.tempest.sdk2.internal.read.PageSource;
import dev.tempest.sdk2.internal.request.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.exception.SdkClientException;

/** When a publisher asks for a page, and what it hands over, response by response. */
class PagePublisherTest {
    private static final Offset<String> MORE = new Offset<>("more");

    private final List<Asked> asked = new ArrayList<>();
    private final Subject subject = new Subject();

    /** A page that was asked for. */
    private record Asked(
            int segment, @Nullable Offset<String> offset, CompletableFuture<Page<String, Integer>> response) {
        void returns(@Nullable Offset<String> next, Integer... items) {
            response.complete(new Page<>(List.of(items), next, items.length, null));
        }
    }

    /** Keeps what it gets. */
    private static final class Subject implements Subscriber<Integer> {
        private final List<Integer> items = new ArrayList<>();
        private @Nullable Subscription subscription;
        private @Nullable Throwable failure;
        private int completions;

        @Override
        public void onSubscribe(Subscription made) {
            subscription = made;
        }

        @Override
        public void onNext(Integer item) {
            items.add(item);
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onComplete() {
            completions++;
        }

        private Subscription subscription() {
            Subscription made = subscription;
            if (made == null) {
                throw new AssertionError("There is no subscription.");
            }
            return made;
        }

        private void request(long count) {
            subscription().request(count);
        }
    }

    private PageSource<String, Integer> segment(int segment) {
        return offset -> Exchange.of(
                OperationInfo.ofMany("test"),
                new Exchange.Command<>(
                        "Test",
                        false,
                        (client, request) -> {
                            throw new UnsupportedOperationException();
                        },
                        (client, request) -> {
                            Asked one = new Asked(segment, offset, new CompletableFuture<>());
                            asked.add(one);
                            return one.response();
                        }),
                segment,
                page -> page,
                e -> e);
    }

    private static AsyncRequests.Source requests(int forks) {
        return new AsyncRequests.Source(new NoClient(), new Forks(forks), null, null, null);
    }

    private void subscribe() {
        PagePublisher.ofItems(requests(0), segment(0), null).subscribe(subject);
    }

    private void subscribe(int segments, int forks) {
        SdkPublisher<Integer> publisher = PagePublisher.ofItems(
                requests(forks),
                IntStream.range(0, segments).mapToObj(this::segment).toList());
        publisher.subscribe(subject);
    }

    @Test
    void asksForNothingBeforeThereIsDemand() {
        subscribe();

        assertThat(asked).isEmpty();
    }

    @Test
    void signalsNothingElseUntilTheSubscriberHasItsSubscription() {
        List<String> signals = new ArrayList<>();
        PagePublisher.ofItems(requests(0), segment(0), null).subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription made) {
                made.request(1);
                asked.forEach(page -> page.returns(null, 1));
                signals.add("subscribed");
            }

            @Override
            public void onNext(Integer item) {
                signals.add("item " + item);
            }

            @Override
            public void onError(Throwable failure) {
                signals.add("failed");
            }

            @Override
            public void onComplete() {
                signals.add("completed");
            }
        });
        asked.get(0).returns(null, 1);

        assertThat(signals).containsExactly("subscribed", "item 1", "completed");
    }

    @Test
    void handsOverAsMuchAsWasRequested() {
        subscribe();
        subject.request(2);
        asked.get(0).returns(MORE, 1, 2, 3);
        assertThat(subject.items).containsExactly(1, 2);
        subject.request(1);

        assertThat(subject.items).containsExactly(1, 2, 3);
        assertThat(asked).as("a page that nobody has requested an item of").hasSize(1);
    }

    @Test
    void asksForTheNextPageWhereTheLastOneEnded() {
        subscribe();
        subject.request(Long.MAX_VALUE);
        asked.get(0).returns(MORE, 1);
        assertThat(asked.get(1).offset()).isEqualTo(MORE);
        asked.get(1).returns(null, 2);

        assertThat(subject.items).containsExactly(1, 2);
        assertThat(subject.completions).isEqualTo(1);
    }

    @Test
    void completesWithTheLastItemAndWithoutDemand() {
        subscribe();
        subject.request(1);
        asked.get(0).returns(null, 1);

        assertThat(subject.completions).isEqualTo(1);
    }

    @Test
    void passesOverPagesWithoutItems() {
        subscribe();
        subject.request(1);
        asked.get(0).returns(MORE);
        asked.get(1).returns(MORE);
        asked.get(2).returns(null, 1);

        assertThat(subject.items).containsExactly(1);
        assertThat(subject.completions).isEqualTo(1);
    }

    @Test
    void endsWithTheFailureOfAPage() {
        subscribe();
        subject.request(5);
        asked.get(0).returns(MORE, 1);
        SdkClientException failure = SdkClientException.create("broken");
        asked.get(1).response().completeExceptionally(failure);
        subject.request(5);

        assertThat(subject.items).containsExactly(1);
        assertThat(subject.failure).isSameAs(failure);
        assertThat(subject.completions).isZero();
        assertThat(asked).hasSize(2);
    }

    @Test
    void cancelsTheRequestUnderWayAndHandsOverNothingMore() {
        subscribe();
        subject.request(5);
        subject.subscription().cancel();

        assertThat(asked.get(0).response()).isCancelled();
        assertThat(subject.items).isEmpty();
        assertThat(subject.failure).isNull();
        assertThat(subject.completions).isZero();
    }

    @Test
    void rejectsADemandForNothing() {
        subscribe();
        subject.request(0);

        assertThat(subject.failure).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("1 or more");
        assertThat(asked).isEmpty();
    }

    @Test
    void eachSubscriberGetsAllItems() {
        SdkPublisher<Integer> publisher = PagePublisher.ofItems(requests(0), segment(0), null);
        Subject second = new Subject();
        publisher.subscribe(subject);
        publisher.subscribe(second);
        subject.request(1);
        second.request(1);
        asked.get(0).returns(null, 1);
        asked.get(1).returns(null, 1);

        assertThat(subject.items).containsExactly(1);
        assertThat(second.items).containsExactly(1);
    }

    @Test
    void aRequestFromWithinOnNextDoesNotPileUpOnTheStack() {
        List<Integer> many = IntStream.range(0, 100_000).boxed().toList();
        Subject greedy = new Subject();
        PagePublisher.ofItems(requests(0), segment(0), null).subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription made) {
                greedy.onSubscribe(made);
                made.request(1);
            }

            @Override
            public void onNext(Integer item) {
                greedy.onNext(item);
                greedy.request(1);
            }

            @Override
            public void onError(Throwable thrown) {
                greedy.onError(thrown);
            }

            @Override
            public void onComplete() {
                greedy.onComplete();
            }
        });
        asked.get(0).response().complete(new Page<>(many, null, many.size(), null));

        assertThat(greedy.items).isEqualTo(many);
        assertThat(greedy.completions).isEqualTo(1);
    }

    @Test
    void readsSegmentsSideBySideAsFarAsThereIsRoom() {
        subscribe(4, 1);
        subject.request(10);
        assertThat(asked).extracting(Asked::segment).containsExactly(0, 1);
        asked.get(1).returns(null, 11);
        assertThat(asked).extracting(Asked::segment).containsExactly(0, 1, 2);
        asked.get(0).returns(null, 10);
        asked.get(2).returns(null, 12);
        asked.get(3).returns(null, 13);

        assertThat(subject.items).containsExactlyInAnyOrder(10, 11, 12, 13);
        assertThat(subject.completions).isEqualTo(1);
    }

    @Test
    void readsFewerSegmentsAtOnceWhereTheClientHasNoConnectionLeft() {
        subscribe(2, 1);
        subject.request(10);
        asked.get(1)
                .response()
                .completeExceptionally(
                        SdkClientException.create("Acquire operation took longer than the configured maximum time."));
        assertThat(asked).as("before the other segment has its page").hasSize(2);
        asked.get(0).returns(null, 1);
        assertThat(asked.get(2).segment()).isEqualTo(1);
        asked.get(2).returns(null, 2);

        assertThat(subject.items).containsExactly(1, 2);
        assertThat(subject.completions).isEqualTo(1);
        assertThat(subject.failure).isNull();
    }
}
