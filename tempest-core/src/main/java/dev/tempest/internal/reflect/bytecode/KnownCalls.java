package dev.tempest.internal.reflect.bytecode;

import dev.tempest.internal.reflect.bytecode.ClassFile.MemberReference;
import java.util.List;

/** Calls whose result is known without a look into the method. */
final class KnownCalls {
    private KnownCalls() {}

    /**
     * Whether a call gives back what it was given first: the same, boxed, checked, or as a copy with equal contents. No
     * other call is trusted: what one has hashed must not be hashed again when the object is built anew.
     */
    static boolean handsOn(MemberReference called) {
        String owner = called.owner();
        List<String> parameters = called.parameterTypes();
        return switch (called.name()) {
            case "requireNonNull", "requireNonNullElse", "requireNonNullElseGet" -> owner.equals("java/util/Objects");
            case "checkNotNull" -> owner.equals("com/google/common/base/Preconditions");
            case "copyOf" ->
                parameters.size() == 1
                        && (owner.startsWith("java/util/") || owner.startsWith("com/google/common/collect/"));
            case "clone" -> owner.startsWith("[");
            case "valueOf" ->
                owner.startsWith("java/lang/") && parameters.get(0).length() == 1; // boxes
            case "<init>" ->
                owner.startsWith("java/util/")
                        && (parameters.equals(List.of("Ljava/util/Collection;"))
                                || parameters.equals(List.of("Ljava/util/Map;")));
            default ->
                (owner.equals("java/util/Collections") && called.name().startsWith("unmodifiable"))
                        || (owner.startsWith("java/lang/") && called.name().endsWith("Value") && parameters.isEmpty());
        };
    }
}
