package dev.tempest.internal.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.locking.TraceToken.Trace;
import dev.tempest.internal.locking.TraceToken.Verdict;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** The token's text, how it grows, and what a refused write can tell from it. */
class TraceTokenTest {
    private static final Trace OWN = new Trace("own", 7);

    private static TraceToken token(int capacity, String... traces) {
        return token("chain", capacity, traces);
    }

    /** A token of traces such as {@code a1}: slot a, sequence 1. */
    private static TraceToken token(String incarnation, int capacity, String... traces) {
        List<Trace> list = new ArrayList<>();
        for (String trace : traces) {
            list.add(new Trace(trace.substring(0, 1), Long.parseLong(trace.substring(1))));
        }
        return new TraceToken(incarnation, capacity, list);
    }

    @Provide
    static Arbitrary<TraceToken> tokens() {
        Arbitrary<String> names = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars('-', '_')
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<Trace> traces = Combinators.combine(names, Arbitraries.longs().greaterOrEqual(0))
                .as(Trace::new);
        return Combinators.combine(
                        names,
                        Arbitraries.integers().between(0, 40),
                        traces.list().uniqueElements(Trace::slot).ofMinSize(1).ofMaxSize(40))
                .as((incarnation, room, list) -> new TraceToken(incarnation, list.size() + room, list));
    }

    @Property
    void isReadAsItWasWritten(@ForAll("tokens") TraceToken token) {
        assertThat(TraceToken.parse(token.text())).isEqualTo(token);
    }

    @Property
    void readsAnyTextOrTellsThatItIsNoToken(@ForAll String text) {
        TraceToken token = TraceToken.parse(text);

        assertThat(token == null || !token.traces().isEmpty()).isTrue();
    }

    @Property
    void readsWhatIsCutOffAsAnotherTokenOrNone(
            @ForAll("tokens") TraceToken token, @ForAll @IntRange(max = 1_000) int length) {
        String text = token.text();
        String part = text.substring(0, Math.min(length, text.length() - 1));

        // A cut-off sequence number is a number, too; the capacity and the traces before it must be right all the same.
        TraceToken read = TraceToken.parse(part);
        if (read != null) {
            int whole = read.traces().size() - 1;
            assertThat(read.incarnation()).isEqualTo(token.incarnation());
            assertThat(read.capacity()).isEqualTo(token.capacity());
            assertThat(read.traces().subList(0, whole)).isEqualTo(token.traces().subList(0, whole));
        }
    }

    @Example
    void rubbishIsNoToken() {
        for (String rubbish : List.of(
                "",
                "|",
                "||",
                "a",
                "a|",
                "a|3",
                "a|3|",
                "|3|a:1",
                "a||a:1",
                "a|x|a:1",
                "a|3|a",
                "a|3|a:",
                "a|3|:1",
                "a|3|a:!",
                "a|1|a:1,b:1",
                "a|3|a:1,,b:1",
                "a|99999999999|a:1",
                "a|3|a:zzzzzzzzzzzzzzzzzzz",
                "a|-1|a:1",
                "my own text",
                "a|3|a:1,b")) {
            assertThat(TraceToken.parse(rubbish)).as(rubbish).isNull();
        }
        assertThat(TraceToken.parse(null)).isNull();
    }

    @Example
    void beginsWithANewIncarnation() {
        TraceToken one = TraceToken.begin(OWN, 5, Nonces.RANDOM);
        TraceToken other = TraceToken.begin(OWN, 5, Nonces.RANDOM);

        assertThat(one.traces()).containsExactly(OWN);
        assertThat(one.capacity()).isEqualTo(5);
        assertThat(one.incarnation()).isNotEqualTo(other.incarnation());
    }

    @Property
    void keepsOneTraceOfEachSlotAndCutsOffTheOldest(
            @ForAll @IntRange(min = 2, max = 6) int capacity, @ForAll List<@IntRange(max = 9) Integer> slots) {
        TraceToken token = TraceToken.begin(new Trace("first", 1), capacity, Nonces.RANDOM);
        List<Trace> newestFirst = new ArrayList<>(token.traces());
        long sequence = 0;
        for (int slot : slots) {
            Trace trace = new Trace("s" + slot, ++sequence);
            TraceToken next = token.followedBy(trace);
            newestFirst.removeIf(earlier -> earlier.slot().equals(trace.slot()));
            newestFirst.add(0, trace);

            assertThat(next.incarnation()).isEqualTo(token.incarnation());
            assertThat(next.traces().size())
                    .isGreaterThanOrEqualTo(token.traces().size());
            assertThat(next.traces()).isEqualTo(newestFirst.subList(0, Math.min(capacity, newestFirst.size())));
            newestFirst.subList(next.traces().size(), newestFirst.size()).clear();
            token = next;
        }
    }

    private static Verdict judge(@Nullable TraceToken base, @Nullable TraceToken stored, boolean sentOnce) {
        TraceToken written = base == null ? token(4, "o7") : base.followedBy(new Trace("o", 7));
        return TraceToken.judge(written, base, stored, sentOnce, false);
    }

    @Example
    void aWriteWhoseTraceIsStoredWasDone() {
        assertThat(judge(token(4, "a1"), token(4, "o7", "a1"), false)).isEqualTo(Verdict.DONE);
        assertThat(judge(token(4, "a1"), token(4, "b1", "o7"), false)).isEqualTo(Verdict.DONE);
        assertThat(judge(token(4, "a1"), token(4, "b1", "o7"), true)).isEqualTo(Verdict.DONE);
    }

    @Example
    void aWriteThatBeganTheStoredIncarnationWasDone() {
        assertThat(judge(null, token(4, "o7"), false)).isEqualTo(Verdict.DONE);
        assertThat(judge(null, token(4, "d1", "c1", "b1", "a1"), false)).isEqualTo(Verdict.DONE);
        assertThat(judge(null, token("other", 4, "o7"), false)).isEqualTo(Verdict.UNKNOWN);
    }

    @Example
    void anotherSequenceOfTheSlotIsAnotherWrite() {
        assertThat(judge(token(4, "o6", "a1"), token(4, "b1", "o6", "a1"), false))
                .isEqualTo(Verdict.NOT_DONE);
    }

    @Example
    void aWriteSentOnceAndRefusedWasNotDone() {
        assertThat(judge(token(4, "a1"), null, true)).isEqualTo(Verdict.NOT_DONE);
        assertThat(judge(token(4, "a1"), token("other", 4, "b1"), true)).isEqualTo(Verdict.NOT_DONE);
        assertThat(judge(null, token("other", 4, "b1"), true)).isEqualTo(Verdict.NOT_DONE);
    }

    @Example
    void aWriteWasNotDoneIfAListThatIsNotFullHoldsAllItBuiltOnAndNotItself() {
        assertThat(judge(token(4, "b1", "a1"), token(4, "c1", "b1", "a1"), false))
                .isEqualTo(Verdict.NOT_DONE);
        assertThat(judge(token(4, "b1", "a1"), token(4, "b2", "c1", "a1"), false))
                .as("a later write of a slot stands for an earlier one")
                .isEqualTo(Verdict.NOT_DONE);
        assertThat(judge(token(4, "b2", "a1"), token(4, "c1", "a1"), false))
                .as("an item from before the one that was read")
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(token(4, "b2", "a1"), token(4, "b1", "a1"), false)).isEqualTo(Verdict.UNKNOWN);
    }

    @Example
    void aWriteWasNotDoneIfAFullListHoldsSomethingOlderAndNotItself() {
        assertThat(judge(token(4, "b1", "a1"), token(4, "e1", "d1", "c1", "b1"), false))
                .isEqualTo(Verdict.NOT_DONE);
        assertThat(judge(token(4, "b1", "a1"), token(4, "f1", "e1", "d1", "c1"), false))
                .as("the write may have been cut off as well")
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(token(4, "b1", "a1"), token(4, "e1", "d1", "b2", "c1"), false))
                .as("a later write of a slot may be younger than the write")
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Example
    void whatIsNoLongerOfTheChainTellsNothing() {
        assertThat(judge(token(4, "a1"), null, false)).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(token(4, "a1"), token("other", 4, "a1"), false)).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge(null, null, false)).isEqualTo(Verdict.UNKNOWN);
    }

    @Example
    void aVersionThatWentBackTellsNothing() {
        TraceToken base = token(4, "a1");
        TraceToken written = base.followedBy(OWN);

        assertThat(TraceToken.judge(written, base, token(4, "b1", "a1"), false, true))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(TraceToken.judge(written, base, token(4, "b1", "a1"), true, true))
                .isEqualTo(Verdict.NOT_DONE);
    }

    @Example
    void aDeleteWasNotDoneIfItsChainGoesOn() {
        TraceToken base = token(4, "a1");

        assertThat(TraceToken.judgeDelete(base, token(4, "b1", "a1"), false, false))
                .isEqualTo(Verdict.NOT_DONE);
        assertThat(TraceToken.judgeDelete(base, token(4, "b1", "a1"), false, true))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(TraceToken.judgeDelete(base, null, false, false)).isEqualTo(Verdict.UNKNOWN);
        assertThat(TraceToken.judgeDelete(base, token("other", 4, "b1"), false, false))
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(TraceToken.judgeDelete(null, token(4, "b1"), false, false)).isEqualTo(Verdict.UNKNOWN);
        assertThat(TraceToken.judgeDelete(null, null, true, false)).isEqualTo(Verdict.NOT_DONE);
    }
}
