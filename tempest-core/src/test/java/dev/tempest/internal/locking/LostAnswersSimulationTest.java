package dev.tempest.internal.locking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.internal.locking.TraceToken.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The protocol of the write tokens, against a network that loses answers, in memory: one item, many writers, and every
 * order of events that a random number makes. What each write is told is held against what became of it.
 */
class LostAnswersSimulationTest {
    private static final int OPERATIONS = 100_000;
    private static final int SDK_TRIES = 4;

    /** What the writers do. Shares are of the writes. */
    enum Scenario {
        MANY_TRACES(16, 32, 0, 0, Creates.PLAIN),
        FEW_WRITERS(8, 16, 0, 0, Creates.PLAIN),
        FEW_TRACES(16, 4, 0, 0, Creates.PLAIN),
        AS_FEW_TRACES_AS_CAN_BE(16, 2, 0, 0, Creates.PLAIN),
        MANUAL_SAVES(8, 32, 0.2, 0, Creates.PLAIN),
        DELETES(8, 32, 0, 0.1, Creates.KNOWN_AGAIN),
        DELETES_AND_FEW_TRACES(16, 4, 0, 0.1, Creates.KNOWN_AGAIN),
        DELETES_AND_PLAIN_CREATES(8, 32, 0, 0.1, Creates.PLAIN);

        private final int writers;
        private final int capacity;
        private final double manualSaves;
        private final double deletes;
        private final Creates creates;

        Scenario(int writers, int capacity, double manualSaves, double deletes, Creates creates) {
            this.writers = writers;
            this.capacity = capacity;
            this.manualSaves = manualSaves;
            this.deletes = deletes;
            this.creates = creates;
        }
    }

    /** How the first write of an item is sent. */
    private enum Creates {
        /**
         * As a put on condition that the key is free. This is the one thing that the protocol cannot see: no condition
         * tells an item that was never there from one that no longer is, so a second try of a create, or a late one, that
         * lands after another writer deleted the item brings the old incarnation back.
         */
        PLAIN,
        /**
         * As a transaction, which DynamoDB recognises if it was executed before. One that failed it does not: an earlier try
         * that is late is executed if the key is free by then, so that after a second try nobody knows.
         */
        KNOWN_AGAIN
    }

    private record Row(int version, TraceToken token) {}

    /** One write, and what became of it. */
    private static final class Write {
        private final @Nullable Row base;
        private final @Nullable Row put;
        private final boolean knowsToken;
        private final WriterSlots.@Nullable Slot slot;
        private int sent;
        private int applied;
        private @Nullable Verdict told;

        Write(@Nullable Row base, @Nullable Row put, boolean knowsToken, WriterSlots.@Nullable Slot slot) {
            this.base = base;
            this.put = put;
            this.knowsToken = knowsToken;
            this.slot = slot;
        }

        boolean isAllowedOn(@Nullable Row stored) {
            if (base == null || stored == null) {
                return base == null && stored == null;
            }
            return stored.version() == base.version()
                    && (!knowsToken || stored.token().equals(base.token()));
        }

        boolean begins() {
            return put != null && (base == null || !knowsToken);
        }

        String incarnation() {
            Row row = put == null ? base : put;
            return row == null ? "" : row.token().incarnation();
        }

        boolean isWrong() {
            return switch (told == null ? Verdict.UNKNOWN : told) {
                case DONE -> applied != 1;
                case NOT_DONE -> applied != 0;
                case UNKNOWN -> applied > 1;
            };
        }
    }

    private static final class Writer {
        private final WriterSlots slots;
        private @Nullable Write underWay;
        private boolean knowsBase;
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
        private @Nullable Row stored;

        World(Scenario scenario, long seed) {
            this.scenario = scenario;
            this.random = new Random(seed);
            WriterSlots slots = new WriterSlots();
            for (int i = 0; i < scenario.writers; i++) {
                slots = i % 4 == 0 ? new WriterSlots() : slots;
                writers.add(new Writer(slots));
            }
        }

        void run() {
            while (writes.size() < OPERATIONS) {
                if (!late.isEmpty() && random.nextInt(scenario.writers) == 0) {
                    land(late.remove(random.nextInt(late.size())));
                } else {
                    step(writers.get(random.nextInt(writers.size())));
                }
            }
            late.forEach(this::land);
        }

        private boolean land(Write write) {
            if (write.base == null && write.applied > 0 && scenario.creates == Creates.KNOWN_AGAIN) {
                return true;
            }
            boolean allowed = write.isAllowedOn(stored);
            if (allowed) {
                stored = write.put;
                write.applied++;
            }
            return allowed;
        }

        private void step(Writer writer) {
            if (writer.underWay != null) {
                send(writer, writer.underWay);
            } else if (writer.knowsBase) {
                writer.underWay = compute(writer, writer.base);
                writes.add(writer.underWay);
            } else {
                writer.base = stored;
                writer.knowsBase = true;
            }
        }

        private Write compute(Writer writer, @Nullable Row base) {
            if (base != null && random.nextDouble() < scenario.deletes) {
                return new Write(base, null, true, null);
            }
            WriterSlots.Slot slot = writer.slots.lease();
            boolean knowsToken = random.nextDouble() >= scenario.manualSaves;
            TraceToken token = base == null || !knowsToken
                    ? TraceToken.begin(slot.trace(), scenario.capacity, Nonces.RANDOM)
                    : base.token().followedBy(slot.trace());
            return new Write(base, new Row(base == null ? 1 : base.version() + 1, token), knowsToken, slot);
        }

        private void send(Writer writer, Write write) {
            write.sent++;
            double fate = random.nextDouble();
            boolean arrives = fate >= 0.05;
            boolean deliveredLate = fate >= 0.05 && fate < 0.10;
            boolean answerLost = fate >= 0.10 && fate < 0.30;
            if (deliveredLate) {
                late.add(write);
                late.add(write);
                arrives = false;
            }
            if (!arrives) {
                giveUp(writer, write);
                return;
            }
            boolean allowed = land(write);
            Row found = stored;
            if (answerLost) {
                giveUp(writer, write);
            } else if (allowed) {
                settle(writer, write, Verdict.DONE, null);
            } else {
                settle(writer, write, judge(write, found), found);
            }
        }

        /** Whoever knows the token is an update, which sends its request until it is answered; others leave it to the SDK. */
        private static void giveUp(Writer writer, Write write) {
            if (!write.knowsToken && write.sent >= SDK_TRIES) {
                settle(writer, write, Verdict.UNKNOWN, null);
            }
        }

        private Verdict judge(Write write, @Nullable Row found) {
            if (write.base == null && scenario.creates == Creates.KNOWN_AGAIN) {
                return write.sent == 1 ? Verdict.NOT_DONE : Verdict.UNKNOWN;
            }
            TraceToken base = write.base == null || !write.knowsToken ? null : write.base.token();
            TraceToken token = found == null ? null : found.token();
            boolean wentBack = found != null && write.base != null && found.version() < write.base.version();
            return write.put == null
                    ? TraceToken.judgeDelete(base, token, write.sent == 1, wentBack)
                    : TraceToken.judge(write.put.token(), base, token, write.sent == 1, wentBack);
        }

        private static void settle(Writer writer, Write write, Verdict verdict, @Nullable Row found) {
            write.told = verdict;
            writer.underWay = null;
            writer.base = found;
            writer.knowsBase = verdict == Verdict.NOT_DONE && found != null;
            if (verdict != Verdict.UNKNOWN && write.slot != null) {
                writer.slots.release(write.slot);
            }
        }

        private List<Write> wrong() {
            return writes.stream().filter(Write::isWrong).toList();
        }

        private long told(Verdict verdict) {
            return writes.stream().filter(write -> write.told == verdict).count();
        }
    }

    @ParameterizedTest
    @EnumSource
    void noWriteIsToldWhatIsNotSo(Scenario scenario) {
        World world = new World(scenario, 4);
        world.run();

        List<Write> wrong = world.wrong();
        long unknown = world.told(Verdict.UNKNOWN);
        System.out.printf(
                "%s: of %,d writes %,d done, %,d refused, %,d unknown, %d wrong%n",
                scenario, OPERATIONS, world.told(Verdict.DONE), world.told(Verdict.NOT_DONE), unknown, wrong.size());
        if (scenario.deletes == 0 || scenario.creates == Creates.KNOWN_AGAIN) {
            assertThat(wrong).isEmpty();
        } else {
            Set<String> createdTwice = world.writes.stream()
                    .filter(write -> write.begins() && write.applied > 1)
                    .map(Write::incarnation)
                    .collect(Collectors.toSet());
            assertThat(wrong).allMatch(write -> createdTwice.contains(write.incarnation()));
            assertThat(wrong).hasSizeLessThan(OPERATIONS / 1_000);
        }
        if (scenario.capacity > scenario.writers && scenario.deletes == 0 && scenario.manualSaves == 0) {
            assertThat(unknown).isLessThan(OPERATIONS / 1_000);
        }
        assertThat(world.told(Verdict.DONE)).isGreaterThan(OPERATIONS / 20);
    }
}
