package dev.tempest.soak.check;

import dev.tempest.soak.check.Operation.Application;
import dev.tempest.soak.check.Operation.Role;
import dev.tempest.soak.history.Change;
import dev.tempest.soak.history.Ending;
import dev.tempest.soak.history.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All that is known of an item, for people: its changes, who made each, and the operations that left nothing. */
final class Stories {
    private final Map<String, List<Change>> histories;
    private final Map<Integer, Operation> operations;
    private final Network network;

    Stories(Map<String, List<Change>> histories, Map<Integer, Operation> operations, Network network) {
        this.histories = histories;
        this.operations = operations;
        this.network = network;
    }

    /** The story of the finding's item, and of the other items of its operation. */
    List<String> of(Finding finding) {
        List<String> keys = new ArrayList<>(List.of(finding.key()));
        Operation operation = operations.get(finding.operation());
        if (operation != null) {
            operation.roles().stream()
                    .map(role -> role.part().key())
                    .filter(key -> !key.equals(finding.key()))
                    .forEach(keys::add);
        }
        List<String> lines = new ArrayList<>();
        keys.forEach(key -> tell(key, lines));
        return lines;
    }

    private void tell(String key, List<String> lines) {
        List<Role> roles = operations.values().stream()
                .flatMap(operation -> operation.roles().stream())
                .filter(role -> role.part().key().equals(key))
                .sorted(Comparator.comparing(role -> role.operation().number()))
                .toList();
        lines.add("item " + key);
        List<Change> changes = histories.getOrDefault(key, List.of());
        for (int i = 0; i < changes.size(); i++) {
            int index = i;
            Change change = changes.get(i);
            lines.add(
                    String.format("  %3d %s%s", i, change.after() == null ? "deleted" : change.after(), change.note()));
            for (Role role : roles) {
                role.applications().stream()
                        .filter(application -> application.index() == index)
                        .forEach(application -> lines.add("      by " + describe(role) + excuse(application)));
            }
        }
        roles.stream()
                .filter(role -> role.applications().isEmpty())
                .forEach(role -> lines.add("    nothing by " + describe(role)));
    }

    private static String excuse(Application application) {
        return application.excuse() == null ? "" : ", " + application.excuse();
    }

    private String describe(Role role) {
        Operation operation = role.operation();
        Ending ending = operation.ending();
        String probe = ending == null
                        || ending.probes().size() != operation.roles().size()
                ? ""
                : ", then stored: " + ending.probes().get(operation.roles().indexOf(role));
        return String.format(
                "%s: %s of %s, %s%s, network %s",
                operation.describe(),
                role.part().action(),
                role.part().base(),
                role.outcome(),
                probe,
                network.faults(operation.number()));
    }
}
