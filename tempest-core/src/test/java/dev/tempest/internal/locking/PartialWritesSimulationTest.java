package dev.tempest.internal.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.locking.TraceToken.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Writes of a part of an item (increments, merges) among writes of all of it, against a network that loses responses, in
 * memory. What every write is told is held against what became of it, and no acknowledged write may be missing in the end.
 */
class PartialWritesSimulationTest {
    private static final int OPERATIONS = 100_000;
    private static final int SDK_TRIES = 4;
    private static final int CAPACITY = 32;

    /** How an increment that may be executed twice lets others see that it was there. */
    private enum Mark {
        /** A text that is fixed in the request. */
        FIXED_TEXT,
        /** A number that the request itself counts up. */
        COUNTED,
        /** A text that is fixed in the request, which is executed only on the item that was read. */
        GUARDED,
        /** The same; where the item that was read bears no mark, in a transaction, which is never executed twice. */
        GUARDED_ONCE
    }

    private enum Scenario {
        TEXT_VERSION_FIXED_TEXT(true, false, false, Mark.FIXED_TEXT, 0),
        TOKEN_FIXED_TEXT(false, false, true, Mark.FIXED_TEXT, 0),
        TEXT_VERSION_AND_TOKEN_FIXED_TEXT(true, false, true, Mark.FIXED_TEXT, 0),
        TEXT_VERSION(true, false, false, Mark.GUARDED, 0),
        TOKEN(false, false, true, Mark.GUARDED, 0),
        TEXT_VERSION_AND_TOKEN(true, false, true, Mark.GUARDED, 0),
        NUMBER_VERSION(false, true, false, Mark.COUNTED, 0),
        NUMBER_VERSION_AND_TOKEN(false, true, true, Mark.COUNTED, 0),
        TOKEN_THAT_OTHERS_REMOVE(false, false, true, Mark.GUARDED, 0.3),
        TOKEN_THAT_OTHERS_REMOVE_ONCE(false, false, true, Mark.GUARDED_ONCE, 0.3);

        private final boolean textVersion;
        private final boolean numberVersion;
        private final boolean token;
        private final Mark mark;
        private final double unguarded;

        Scenario(boolean textVersion, boolean numberVersion, boolean token, Mark mark, double unguarded) {
            this.textVersion = textVersion;
            this.numberVersion = numberVersion;
            this.token = token;
            this.mark = mark;
            this.unguarded = unguarded;
        }

        boolean versioned() {
            return textVersion || numberVersion;
        }
    }

    /** The list of those whose whole items led to what is stored: none of them may be missing. */
    private record Chain(Write write, @Nullable Chain before) {
        // By identity: equal contents are those that one write left.
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** @param note is overwritten by merges that nothing guards */
    private record Row(
            @Nullable Chain chain,
            long count,
            int note,
            @Nullable Object version,
            @Nullable TraceToken token) {
        boolean isMarked() {
            return version != null || token != null;
        }

        boolean isStill(Row base) {
            return base.isMarked()
                    ? Objects.equals(version, base.version) && Objects.equals(token, base.token)
                    : !isMarked() && Objects.equals(chain, base.chain) && count == base.count && note == base.note;
        }
    }

    private enum Kind {
        /** Replaces the item that was read. */
        UPDATE,
        /** Replaces an item of the version that was read, and leaves a token that continues none. */
        SAVE,
        /** Sets some attributes of an item of the version that was read. */
        MERGE,
        /** Sets some attributes of any item, and removes the token. */
        UNGUARDED,
        INCREMENT
    }

    /** One write, and what became of it. */
    private static final class Write {
        private final Kind kind;
        private final Scenario scenario;
        private final Row base;
        private final long delta;
        private final @Nullable Object nextVersion;
        private final @Nullable TraceToken written;
        private final boolean knowsToken;
        private final WriterSlots.@Nullable Slot slot;
        private final boolean once;
        private int sent;
        private int applied;
        private @Nullable Verdict told;

        Write(Kind kind, Scenario scenario, Row base, long delta, WriterSlots slots) {
            this.kind = kind;
            this.scenario = scenario;
            this.base = base;
            this.delta = delta;
            this.knowsToken = kind == Kind.UPDATE || (kind == Kind.INCREMENT && isGuarded());
            this.nextVersion = scenario.textVersion
                    ? RandomText.next()
                    : base.version instanceof Long number ? Long.valueOf(number + 1) : null;
            boolean leavesToken = scenario.token
                    && kind != Kind.UNGUARDED
                    && !(kind == Kind.INCREMENT && scenario.mark == Mark.COUNTED);
            this.slot = leavesToken ? slots.lease() : null;
            this.written = slot == null
                    ? null
                    : knowsToken && base.token != null
                            ? base.token.followedBy(slot.trace())
                            : TraceToken.begin(slot.trace(), CAPACITY, Nonces.RANDOM);
            this.once = kind == Kind.INCREMENT && scenario.mark == Mark.GUARDED_ONCE && !base.isMarked();
        }

        boolean isGuarded() {
            return kind != Kind.UNGUARDED
                    && (kind != Kind.INCREMENT || scenario.mark == Mark.GUARDED || scenario.mark == Mark.GUARDED_ONCE);
        }

        boolean isAllowedOn(Row stored) {
            if (!isGuarded()) {
                return true;
            }
            return knowsToken ? stored.isStill(base) : Objects.equals(stored.version, base.version);
        }

        Row on(Row stored) {
            Object version = kind == Kind.INCREMENT && stored.version instanceof Long number
                    ? Long.valueOf(number + 1)
                    : kind == Kind.UNGUARDED ? stored.version : nextVersion;
            TraceToken token = slot != null ? written : kind == Kind.UNGUARDED ? null : stored.token;
            return switch (kind) {
                case UPDATE, SAVE -> new Row(new Chain(this, base.chain), base.count, base.note, version, token);
                case MERGE -> new Row(new Chain(this, base.chain), stored.count, stored.note, version, token);
                case UNGUARDED -> new Row(stored.chain, stored.count, (int) delta, version, token);
                case INCREMENT -> new Row(stored.chain, stored.count + delta, stored.note, version, token);
            };
        }

        /** As the library decides; see {@code Settlement}. */
        Verdict judge(Row found) {
            if (once) {
                // A copy that is late may still land after a refusal, which DynamoDB does not remember.
                return sent == 1 ? Verdict.NOT_DONE : Verdict.UNKNOWN;
            }
            TraceToken own = written;
            if (own != null) {
                boolean wentBack =
                        found.version instanceof Long number && number < (Long) Objects.requireNonNull(base.version);
                return TraceToken.judge(own, knowsToken ? base.token : null, found.token, sent == 1, wentBack);
            }
            if (sent == 1) {
                return Verdict.NOT_DONE;
            }
            if (!scenario.textVersion || found.version == null) {
                return Verdict.UNKNOWN;
            }
            return found.version.equals(nextVersion)
                    ? Verdict.DONE
                    : found.version.equals(base.version) ? Verdict.NOT_DONE : Verdict.UNKNOWN;
        }

        boolean isWrong() {
            return isGuarded()
                    && switch (told == null ? Verdict.UNKNOWN : told) {
                        case DONE -> applied != 1;
                        case NOT_DONE -> applied != 0;
                        case UNKNOWN -> applied > 1;
                    };
        }
    }

    private static final class Writer {
        private final WriterSlots slots;
        private @Nullable Write underWay;
        private @Nullable Row base;

        Writer(WriterSlots slots) {
            this.slots = slots;
        }
    }

    private static final class World {
        private final Scenario scenario;
        private final Random random;
        private final List<Writer> writers = new ArrayList<>();
        private final List<Write> writes = new ArrayList<>();
        private final List<Write> late = new ArrayList<>();
        private final Set<Object> marks = new HashSet<>();
        private int marksThatCameAgain;
        private Row stored;

        World(Scenario scenario, long seed) {
            this.scenario = scenario;
            this.random = new Random(seed);
            this.stored =
                    new Row(null, 0, 0, scenario.textVersion ? "first" : scenario.numberVersion ? 1L : null, null);
            for (int i = 0; i < 8; i++) {
                writers.add(new Writer(new WriterSlots()));
            }
        }

        void run() {
            while (writes.size() < OPERATIONS) {
                if (!late.isEmpty() && random.nextInt(writers.size()) == 0) {
                    land(late.remove(random.nextInt(late.size())));
                } else {
                    step(writers.get(random.nextInt(writers.size())));
                }
            }
            late.forEach(this::land);
        }

        boolean land(Write write) {
            if (write.once && write.applied > 0) {
                return true;
            }
            if (!write.isAllowedOn(stored)) {
                return false;
            }
            stored = write.on(stored);
            write.applied++;
            Object mark = scenario.versioned() ? stored.version : stored.token;
            if (mark != null && !marks.add(mark)) {
                marksThatCameAgain++;
            }
            return true;
        }

        private void step(Writer writer) {
            Write underWay = writer.underWay;
            Row base = writer.base;
            if (underWay != null) {
                send(writer, underWay);
            } else if (base != null) {
                writer.underWay = compute(writer, base);
                writes.add(writer.underWay);
            } else {
                writer.base = stored;
            }
        }

        private Write compute(Writer writer, Row base) {
            double fate = random.nextDouble();
            Kind kind = fate < scenario.unguarded
                    ? Kind.UNGUARDED
                    : fate < 0.6
                            ? Kind.INCREMENT
                            : fate < 0.8 || !scenario.versioned() ? Kind.UPDATE : fate < 0.9 ? Kind.SAVE : Kind.MERGE;
            // One up and one down, and few notes: contents do come again.
            return new Write(kind, scenario, base, random.nextInt(2) * 2L - 1, writer.slots);
        }

        private void send(Writer writer, Write write) {
            write.sent++;
            double fate = random.nextDouble();
            boolean deliveredLate = fate >= 0.05 && fate < 0.10;
            if (deliveredLate) {
                late.add(write);
                late.add(write);
            }
            if (fate < 0.10) {
                giveUp(writer, write);
                return;
            }
            boolean allowed = land(write);
            if (fate < 0.30) {
                giveUp(writer, write);
            } else {
                settle(writer, write, allowed ? Verdict.DONE : write.judge(stored));
            }
        }

        /** Whoever knows what it replaces sends its request until it is answered; others leave it to the SDK. */
        private static void giveUp(Writer writer, Write write) {
            if (!write.knowsToken && write.sent >= SDK_TRIES) {
                settle(writer, write, Verdict.UNKNOWN);
            }
        }

        private static void settle(Writer writer, Write write, Verdict verdict) {
            write.told = verdict;
            writer.underWay = null;
            writer.base = null;
            if (verdict != Verdict.UNKNOWN && write.slot != null) {
                writer.slots.release(write.slot);
            }
        }

        List<Write> wrong() {
            return writes.stream().filter(Write::isWrong).toList();
        }

        /** The acknowledged writes that nothing stored comes of, though nobody was allowed to overwrite them. */
        long lost() {
            Set<Write> kept = new HashSet<>();
            for (Chain chain = stored.chain; chain != null; chain = chain.before) {
                kept.add(chain.write);
            }
            long lost = writes.stream()
                    .filter(write -> write.told == Verdict.DONE
                            && write.kind != Kind.INCREMENT
                            && write.kind != Kind.UNGUARDED
                            && !kept.contains(write))
                    .count();
            long counted = writes.stream()
                    .filter(write -> write.kind == Kind.INCREMENT)
                    .mapToLong(write -> write.applied * write.delta)
                    .sum();
            return lost + Math.abs(counted - stored.count);
        }

        long told(Verdict verdict) {
            return writes.stream().filter(write -> write.told == verdict).count();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAmongWritesOfPartsAndOfAll(Scenario scenario) {
        World world = new World(scenario, 4);
        world.run();

        List<Write> wrong = world.wrong();
        System.out.printf(
                "%s: of %,d writes %,d done, %,d not, %,d unknown; %,d wrong, %,d lost, %,d marks came again%n",
                scenario,
                OPERATIONS,
                world.told(Verdict.DONE),
                world.told(Verdict.NOT_DONE),
                world.told(Verdict.UNKNOWN),
                wrong.size(),
                world.lost(),
                world.marksThatCameAgain);
        if (scenario.mark == Mark.FIXED_TEXT) {
            assertThat(world.lost()).isPositive();
            assertThat(world.marksThatCameAgain).isPositive();
        } else if (scenario != Scenario.TOKEN_THAT_OTHERS_REMOVE) {
            assertThat(wrong).isEmpty();
            assertThat(world.lost()).isZero();
            assertThat(world.marksThatCameAgain).isZero();
        }
        assertThat(world.told(Verdict.DONE)).isGreaterThan(OPERATIONS / 20);
    }

    /** A increments, and its response is lost; C reads; B updates; A's request is sent again; C saves what it has read. */
    private static boolean staleSaveIsTaken(Scenario scenario) {
        World world = new World(scenario, 1);
        WriterSlots slots = new WriterSlots();
        Row first = world.stored;
        if (scenario.token) {
            world.land(new Write(Kind.UPDATE, scenario, first, 1, slots));
        }
        Write increment = new Write(Kind.INCREMENT, scenario, world.stored, 1, slots);
        assertThat(world.land(increment)).isTrue();
        Row readByC = world.stored;
        assertThat(world.land(new Write(Kind.UPDATE, scenario, readByC, 1, new WriterSlots())))
                .isTrue();
        world.land(increment);
        return world.land(new Write(Kind.UPDATE, scenario, readByC, 1, new WriterSlots()));
    }

    @ParameterizedTest
    @EnumSource
    void anIncrementThatIsSentAgainLetsNoStaleSaveThrough(Scenario scenario) {
        assertThat(staleSaveIsTaken(scenario)).isEqualTo(scenario.mark == Mark.FIXED_TEXT);
    }

    @Test
    void anAbsentMarkThatIsAbsentAgainDoesNotCountTwiceInATransaction() {
        assertThat(timesCounted(Scenario.TOKEN_THAT_OTHERS_REMOVE)).isEqualTo(2);
        assertThat(timesCounted(Scenario.TOKEN_THAT_OTHERS_REMOVE_ONCE)).isEqualTo(1);
    }

    private static int timesCounted(Scenario scenario) {
        World world = new World(scenario, 1);
        Write increment = new Write(Kind.INCREMENT, scenario, world.stored, 1, new WriterSlots());
        world.land(increment);
        world.land(new Write(Kind.UNGUARDED, scenario, world.stored, 0, new WriterSlots()));
        world.land(new Write(Kind.INCREMENT, scenario, world.stored, -1, new WriterSlots()));
        world.land(new Write(Kind.UNGUARDED, scenario, world.stored, 0, new WriterSlots()));
        world.land(increment);
        return increment.applied;
    }
}
