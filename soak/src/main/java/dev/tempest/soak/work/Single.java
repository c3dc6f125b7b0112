package dev.tempest.soak.work;

import dev.tempest.sdk2.Increment;
import dev.tempest.soak.access.Access;
import dev.tempest.soak.access.Condition;
import dev.tempest.soak.history.Action;
import dev.tempest.soak.history.Guard;
import dev.tempest.soak.history.Intent;
import dev.tempest.soak.history.Kind;
import dev.tempest.soak.history.Part;
import dev.tempest.soak.item.Entry;
import dev.tempest.soak.item.Family;
import dev.tempest.soak.item.HandItem;
import dev.tempest.soak.item.Type;
import dev.tempest.soak.work.Plan.Api;
import dev.tempest.soak.work.Plan.Member;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An operation on one item: what has been read for it, and the call that is to come.
 *
 * @param call returns what the journal should say of its result
 */
record Single(Intent intent, Supplier<String> call) {
    /** Reads what the operation needs. */
    static <I extends Entry<I>> Single prepare(Plan plan, Access<I> access, Type<?, I> type) {
        Member member = plan.members().get(0);
        String name = member.name();
        int operation = plan.operation();
        return switch (plan.kind()) {
            case UPDATE ->
                new Preparation(plan, null)
                        .append(() -> access.update(name, item -> item.with(operation)), ofUpdate(member));
            case UPDATE_OR_CREATE ->
                new Preparation(plan, null)
                        .append(
                                () -> access.updateOrCreate(
                                        name,
                                        item -> item == null
                                                ? type.fresh().make(name, operation)
                                                : item.with(operation)),
                                ofUpdate(member));
            case CREATE -> create(plan, access, type);
            case SAVE, SAVE_IF, MERGE -> {
                I read = access.load(name);
                yield read == null ? create(plan, access, type) : save(plan, access, read);
            }
            case DELETE, DELETE_IF -> {
                I read = access.load(name);
                yield read == null ? create(plan, access, type) : delete(plan, access, read);
            }
            case INCREMENT -> increment(plan, null, access, Increment.of("total", operation));
            case INCREMENT_TWO ->
                increment(plan, null, access, Increment.of("total", operation).and("second", operation));
            case INCREMENT_OR_CREATE ->
                increment(plan, null, access, Increment.of("total", operation).orCreate());
            case INCREMENT_IF -> {
                I read = access.load(name);
                Increment<Object> increment = Increment.of("total", operation);
                yield increment(
                        plan,
                        read,
                        access,
                        read == null
                                ? increment.orCreate()
                                : increment.withCondition(
                                        Condition.unchanged(read).expression()));
            }
            case TRANSACTION, TRANSACTION_AGAIN, PAGER -> throw new IllegalArgumentException("Not of one item.");
        };
    }

    private static Guard ofUpdate(Member member) {
        return member.family().guard();
    }

    private static <I extends Entry<I>> Single create(Plan plan, Access<I> access, Type<?, I> type) {
        Member member = plan.members().get(0);
        I fresh = type.fresh().make(member.name(), plan.operation());
        boolean byVersion = plan.kind() != Kind.CREATE && member.family().hasVersion();
        return new Preparation(plan, null)
                .append(() -> byVersion ? access.save(fresh, null) : access.create(fresh), Guard.MARK);
    }

    private static <I extends Entry<I>> Single save(Plan plan, Access<I> access, I read) {
        Family family = plan.members().get(0).family();
        boolean own = plan.kind() != Kind.SAVE_IF;
        Condition condition = own ? ofSave(family, read) : Condition.unchanged(read);
        return new Preparation(plan, read)
                .append(
                        () -> plan.kind() == Kind.MERGE
                                ? access.merge(read.with(plan.operation()), condition)
                                : access.save(read.with(plan.operation()), condition),
                        own ? Plan.guardOfSave(family, read) : Guard.MARK);
    }

    private static <I extends Entry<I>> Single delete(Plan plan, Access<I> access, I read) {
        Member member = plan.members().get(0);
        boolean own = plan.kind() == Kind.DELETE;
        return new Preparation(plan, read)
                .of(Action.DELETE, own ? Plan.guardOfSave(member.family(), read) : Guard.MARK, () -> {
                    I deleted = own
                            ? access.delete(read, ofSave(member.family(), read))
                            : access.deleteKey(member.name(), Condition.unchanged(read));
                    return deleted == null ? Part.UNREAD : Entry.digest(deleted);
                });
    }

    /** What must be said beside what the library checks by itself: null for nothing. */
    static @Nullable Condition ofSave(Family family, Entry<?> read) {
        if (family.hasVersion()) {
            return null;
        } else if (read instanceof HandItem item) {
            return Condition.version(item.version());
        }
        // The token that the item carries says all; an absent one says nothing.
        return Entry.hasToken(read) ? Condition.EXISTS : Condition.unchanged(read);
    }

    private static <I extends Entry<I>> Single increment(
            Plan plan, @Nullable I read, Access<I> access, Increment<Object> increment) {
        return new Preparation(plan, read)
                .of(
                        plan.kind() == Kind.INCREMENT_TWO ? Action.ADD_TWO : Action.ADD,
                        increment.condition() == null
                                        && isBlind(plan.members().get(0).family())
                                ? Guard.NONE
                                : Guard.MARK,
                        () -> Long.toString(
                                access.increment(plan.members().get(0).name(), increment)));
    }

    /** Whether an increment is one request that nothing keeps from counting twice: the version counts itself up. */
    private static boolean isBlind(Family family) {
        return family.hasVersion() && family.guard() == Guard.NUMBER;
    }

    private record Preparation(Plan plan, @Nullable Entry<?> read) {
        private boolean leavesTrace() {
            Family family = plan.members().get(0).family();
            // Guarded by a condition of the caller's alone, a merge removes the token.
            boolean removesToken = plan.kind() == Kind.MERGE && !family.hasVersion() && !Entry.hasToken(read);
            return family.isTraced() && !removesToken;
        }

        Single append(Supplier<? extends Entry<?>> call, Guard guard) {
            return of(Action.APPEND, guard, () -> Entry.digest(call.get()));
        }

        Single of(Action action, Guard guard, Supplier<String> call) {
            Member member = plan.members().get(0);
            boolean isUpdate = plan.kind() == Kind.UPDATE || plan.kind() == Kind.UPDATE_OR_CREATE;
            boolean adds = action == Action.ADD || action == Action.ADD_TWO;
            boolean recognises = adds ? !isBlind(member.family()) : isUpdate || leavesTrace() || plan.transactional();
            String base = read == null ? Part.UNREAD : Entry.digest(read);
            return new Single(
                    new Intent(
                            plan.operation(),
                            plan.kind(),
                            plan.way(),
                            recognises && plan.api() != Api.V1,
                            plan.transactional(),
                            List.of(new Part(member.name(), action, guard, 0, base))),
                    call);
        }
    }
}
