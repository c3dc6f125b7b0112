package dev.tempest.soak.check;

import dev.tempest.soak.history.Action;
import dev.tempest.soak.history.Change;
import dev.tempest.soak.history.Ending;
import dev.tempest.soak.history.Intent;
import dev.tempest.soak.history.Outcome;
import dev.tempest.soak.history.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One operation: what its worker meant, what it was told, and how often each part of it was stored. */
final class Operation {
    private final Intent intent;
    private final List<Role> roles = new ArrayList<>();
    private @Nullable Ending ending;

    Operation(Intent intent) {
        this.intent = intent;
        for (int i = 0; i < intent.parts().size(); i++) {
            roles.add(new Role(this, intent.parts().get(i), i));
        }
    }

    void end(Ending told) {
        ending = told;
    }

    Intent intent() {
        return intent;
    }

    int number() {
        return intent.operation();
    }

    List<Role> roles() {
        return roles;
    }

    @Nullable Ending ending() {
        return ending;
    }

    Outcome outcome(int part) {
        return ending == null ? Outcome.KILLED : ending.outcomes().get(part);
    }

    String returned(int part) {
        return ending == null || ending.returned().size() <= part
                ? Part.UNREAD
                : ending.returned().get(part);
    }

    String describe() {
        return "operation " + number() + ", " + intent.kind() + " " + intent.way();
    }

    /** That a part was stored, as a change of its item. */
    record Application(int index, Change change, @Nullable Documented excuse) {}

    /** One part, and when it was stored. */
    static final class Role {
        private final Operation operation;
        private final Part part;
        private final int index;
        private final List<Application> applications = new ArrayList<>(1);
        private boolean isIdle;

        Role(Operation operation, Part part, int index) {
            this.operation = operation;
            this.part = part;
            this.index = index;
        }

        Operation operation() {
            return operation;
        }

        Part part() {
            return part;
        }

        Outcome outcome() {
            return operation.outcome(index);
        }

        String returned() {
            return operation.returned(index);
        }

        List<Application> applications() {
            return applications;
        }

        /** Notes whether it cannot have done anything, whatever others did. */
        void setIdle(boolean idle) {
            isIdle = idle;
        }

        /** Whether its transaction wrote another item. */
        boolean isLeftElsewhere() {
            return applications.isEmpty() && writtenMates().anyMatch(mate -> !mate.applications.isEmpty());
        }

        /** Whether its transaction should have written or deleted another item, and did not. */
        boolean isMissingElsewhere() {
            return writtenMates().anyMatch(mate -> mate.applications.isEmpty())
                    || mates().anyMatch(mate -> mate.isIdle);
        }

        private Stream<Role> writtenMates() {
            return mates().filter(mate -> mate.part.action() != Action.DELETE);
        }

        private Stream<Role> mates() {
            return operation.roles.stream()
                    .filter(mate ->
                            mate != this && mate.part.group() == part.group() && mate.part.action() != Action.CHECK);
        }

        int unexcused() {
            return (int) applications.stream()
                    .filter(application -> application.excuse() == null)
                    .count();
        }
    }
}
