package dev.tempest.soak.check;

import dev.tempest.soak.check.Operation.Role;
import dev.tempest.soak.history.Action;
import dev.tempest.soak.history.Ending;
import dev.tempest.soak.history.Intent;
import dev.tempest.soak.history.Kind;
import dev.tempest.soak.history.Network;
import dev.tempest.soak.history.Outcome;
import org.jspecify.annotations.Nullable;

/** Why a write that was reported as not done may be stored all the same. */
final class NotDone {
    private NotDone() {}

    /** Whether a role adds to what is there. */
    static boolean adds(Role role) {
        return role.part().action() == Action.ADD || role.part().action() == Action.ADD_TWO;
    }

    /**
     * The name under which that is documented; null if it must not be.
     *
     * @param unexcused how often it is stored without another excuse
     */
    static @Nullable Documented excuse(Role role, int unexcused, Network network) {
        Intent intent = role.operation().intent();
        boolean mayBeAmbiguous = network.isAmbiguous(role.operation().number());
        boolean mayBeRefusedByItself =
                role.outcome() == Outcome.CONFLICT && !intent.exact() && (adds(role) || unexcused == 1);
        if (mayBeRefusedByItself && mayBeAmbiguous && warns(role.operation())) {
            return adds(role) ? Documented.INCREMENT_REFUSED_BY_OWN_TRY : Documented.REFUSED_BY_OWN_TRY;
        } else if (intent.kind() == Kind.PAGER && mayBeAmbiguous) {
            return Documented.PAGE_EXECUTED_LATE;
        } else if (intent.kind() == Kind.TRANSACTION_AGAIN && mayBeAmbiguous) {
            return Documented.CANCELLED_AND_EXECUTED;
        } else if (intent.kind() == Kind.TRANSACTION && mayBeAmbiguous && warns(role.operation())) {
            return Documented.CANCELLED_AND_EXECUTED;
        }
        return network.isDeliveredAgainOnly(role.operation().number()) ? Documented.DELIVERED_AGAIN : null;
    }

    /** Whether the worker was told that an earlier try of its call may be stored. */
    private static boolean warns(Operation operation) {
        Ending ending = operation.ending();
        return operation.intent().way().startsWith(Checker.SDK_1)
                || (ending != null && ending.error().contains(Checker.WARNING));
    }
}
