package dev.tempest.soak.work;

import dev.tempest.soak.check.Checker;
import dev.tempest.soak.history.Guard;
import dev.tempest.soak.history.Kind;
import dev.tempest.soak.item.Entry;
import dev.tempest.soak.item.Family;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What one operation does, as far as its number and the seed decide it.
 *
 * @param knowsToken whether its type has the write token as a property, where there is one
 * @param members the items; one, but for transactions
 * @param haste when the worker cancels the call or closes the client, in milliseconds
 * @param random for what remains to be decided
 */
record Plan(
        int operation,
        Kind kind,
        Api api,
        boolean transactional,
        boolean knowsToken,
        End end,
        int haste,
        List<Member> members,
        SplittableRandom random) {
    private static final int SLOTS = 5;
    /** So many operations have their items to themselves, those before and after them aside. */
    private static final int GENERATION = 900;

    private static final Map<Kind, Integer> WEIGHTS = new EnumMap<>(Kind.class);
    private static final Set<Kind> NOT_IN_V1 = Set.of(
            Kind.UPDATE,
            Kind.UPDATE_OR_CREATE,
            Kind.MERGE,
            Kind.INCREMENT,
            Kind.INCREMENT_TWO,
            Kind.INCREMENT_IF,
            Kind.INCREMENT_OR_CREATE);
    private static final Set<Kind> NEVER_A_TRANSACTION_OF_ONE =
            Set.of(Kind.INCREMENT, Kind.INCREMENT_TWO, Kind.INCREMENT_IF, Kind.INCREMENT_OR_CREATE);
    private static final List<Family> PLAIN = List.of(Family.NUMBER, Family.TEXT, Family.HAND);
    private static final List<Family> ALL = List.of(Family.values());

    static {
        WEIGHTS.put(Kind.UPDATE, 22);
        WEIGHTS.put(Kind.UPDATE_OR_CREATE, 8);
        WEIGHTS.put(Kind.CREATE, 5);
        WEIGHTS.put(Kind.SAVE, 16);
        WEIGHTS.put(Kind.SAVE_IF, 7);
        WEIGHTS.put(Kind.MERGE, 8);
        WEIGHTS.put(Kind.DELETE, 4);
        WEIGHTS.put(Kind.DELETE_IF, 2);
        WEIGHTS.put(Kind.INCREMENT, 11);
        WEIGHTS.put(Kind.INCREMENT_TWO, 3);
        WEIGHTS.put(Kind.INCREMENT_IF, 4);
        WEIGHTS.put(Kind.INCREMENT_OR_CREATE, 3);
        WEIGHTS.put(Kind.TRANSACTION, 8);
        WEIGHTS.put(Kind.TRANSACTION_AGAIN, 4);
        WEIGHTS.put(Kind.PAGER, 3);
    }

    /** Through which client. */
    enum Api {
        SYNC,
        ASYNC,
        V1
    }

    /** How a call ends. */
    enum End {
        NORMALLY,
        CANCELLED,
        CLOSED
    }

    /** An item, by its family and its name. */
    record Member(Family family, String name) {}

    static Plan of(long seed, int operation) {
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + operation);
        Kind kind = kind(random);
        Api api = api(random, kind);
        List<Family> families = api == Api.V1 ? PLAIN : ALL;
        boolean counts = NEVER_A_TRANSACTION_OF_ONE.contains(kind);
        boolean needsMore = counts || kind == Kind.UPDATE || kind == Kind.UPDATE_OR_CREATE || kind == Kind.PAGER;
        int count = switch (kind) {
            case TRANSACTION, TRANSACTION_AGAIN -> random.nextInt(2, 4);
            case PAGER -> random.nextInt(3, 7);
            default -> 1;
        };
        List<Member> members = new ArrayList<>();
        while (members.size() < count) {
            Member member = member(families, random, operation);
            // What needs a guard of the library's own has none there.
            boolean fits = member.family() != Family.HAND || !needsMore;
            if (fits && !members.contains(member)) {
                members.add(member);
            }
        }
        boolean single = count == 1;
        int chance = random.nextInt(1_000);
        End end = End.NORMALLY;
        if (single && api == Api.ASYNC && chance < 40) {
            end = End.CANCELLED;
        } else if (single && api != Api.V1 && chance >= 998) {
            end = End.CLOSED;
        }
        return new Plan(
                operation,
                kind,
                api,
                !single || (api != Api.V1 && !counts && random.nextInt(4) == 0),
                random.nextBoolean(),
                end,
                random.nextInt(1, 30),
                members,
                random);
    }

    private static Kind kind(SplittableRandom random) {
        int left = random.nextInt(
                WEIGHTS.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<Kind, Integer> weight : WEIGHTS.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return weight.getKey();
            }
        }
        throw new AssertionError();
    }

    private static Api api(SplittableRandom random, Kind kind) {
        int chance = random.nextInt(100);
        if (chance < 20 && !NOT_IN_V1.contains(kind)) {
            return Api.V1;
        }
        return chance < 60 ? Api.SYNC : Api.ASYNC;
    }

    private static Member member(List<Family> families, SplittableRandom random, int operation) {
        Family family = families.get(random.nextInt(families.size()));
        double skewed = random.nextDouble() * random.nextDouble();
        return new Member(family, family + "-" + operation / GENERATION + "-" + (int) (skewed * SLOTS));
    }

    /** By what a write of what was read is guarded; an absent token is no mark. */
    static Guard guardOfSave(Family family, @Nullable Entry<?> read) {
        return Entry.hasToken(read) ? Guard.MARK : family.guard();
    }

    /** What the report groups operations by. */
    String way() {
        List<String> words = new ArrayList<>();
        words.add(api == Api.V1 ? Checker.SDK_1 : api.name().toLowerCase(java.util.Locale.ROOT));
        if (members.size() == 1) {
            Family family = members.get(0).family();
            words.add(family.name());
            if (family.isTraced()) {
                words.add(knowsToken ? "mapped" : "unmapped");
            }
            if (transactional) {
                words.add("transactional");
            }
            if (end != End.NORMALLY) {
                words.add(end.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return String.join(" ", words);
    }
}
