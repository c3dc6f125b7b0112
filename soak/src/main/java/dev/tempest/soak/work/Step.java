package dev.tempest.soak.work;

import dev.tempest.soak.access.Access;
import dev.tempest.soak.access.Condition;
import dev.tempest.soak.history.Action;
import dev.tempest.soak.history.Guard;
import dev.tempest.soak.history.Kind;
import dev.tempest.soak.history.Part;
import dev.tempest.soak.item.Entry;
import dev.tempest.soak.item.Family;
import dev.tempest.soak.item.HandItem;
import dev.tempest.soak.item.Type;
import dev.tempest.soak.work.Plan.Api;
import dev.tempest.soak.work.Plan.Member;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction does to one item.
 *
 * @param read what was read; null if there is no item
 * @param <K> the key type
 * @param <I> the item type
 */
record Step<K, I extends Entry<I>>(
        Plan plan,
        Member member,
        Type<K, I> type,
        Action action,
        @Nullable I read) {
    /** Reads the item, and decides. */
    static <K, I extends Entry<I>> Step<K, I> decide(
            Plan plan, Member member, Type<K, I> type, Access<I> access, boolean first) {
        I read = access.load(member.name());
        boolean canAdd = member.family() != Family.HAND && plan.api() != Api.V1;
        int chance = plan.random().nextInt(100);
        Action action;
        if (canAdd && (chance < 25 || (plan.kind() == Kind.PAGER && chance < 60))) {
            action = Action.ADD;
        } else if (read == null || chance < 80 || plan.kind() == Kind.PAGER) {
            action = Action.APPEND;
        } else if (chance < 90 || first) {
            action = Action.DELETE;
        } else {
            action = Action.CHECK;
        }
        return new Step<>(plan, member, type, action, read);
    }

    Part part(int group) {
        Guard guard = switch (action) {
            case ADD, ADD_TWO -> Guard.NONE;
            case APPEND, DELETE -> read == null ? Guard.MARK : Plan.guardOfSave(member.family(), read);
            case CHECK -> Guard.MARK;
        };
        return new Part(member.name(), action, guard, group, action == Action.ADD ? Part.UNREAD : Entry.digest(read));
    }

    K key() {
        return type.key().apply(member.name());
    }

    /** The item as it is to be. */
    I written() {
        return read == null ? type.fresh().make(member.name(), plan.operation()) : read.with(plan.operation());
    }

    I known() {
        if (read == null) {
            throw new IllegalStateException("Nothing was read.");
        }
        return read;
    }

    /** What must be said beside what the library checks by itself: null for nothing. */
    @Nullable Condition condition() {
        if (action == Action.CHECK) {
            return Condition.unchanged(known());
        }
        return read == null || member.family().hasVersion()
                ? null
                : read instanceof HandItem item ? Condition.version(item.version()) : Condition.unchanged(read);
    }
}
