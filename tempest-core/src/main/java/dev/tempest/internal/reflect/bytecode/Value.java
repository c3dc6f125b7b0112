package dev.tempest.internal.reflect.bytecode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of a value while a constructor runs: which parameters it depends on, and whether it is one of them,
 * intact. Immutable.
 *
 * @param origins indexes of parameters; as negative numbers also the objects that the interpreter must recognize
 * @param intact whether the value is its single origin, and not merely computed from it
 */
public record Value(Set<Integer> origins, boolean intact) {

    /** A constant, or anything else that depends on no parameter. */
    public static final Value UNRELATED = new Value(Set.of(), false);

    /** The object under construction. */
    static final Value THIS = new Value(Set.of(-1), true);

    public static Value parameter(int index) {
        return new Value(Set.of(index), true);
    }

    /** What the {@code new} instruction at a position made, until a constructor was called on it. */
    static Value created(int position) {
        return new Value(Set.of(-2 - position), true);
    }

    /** Something computed from other values. */
    static Value computedFrom(List<Value> inputs) {
        Set<Integer> parameters = new HashSet<>();
        for (Value input : inputs) {
            for (int origin : input.origins) {
                if (origin >= 0) {
                    parameters.add(origin);
                }
            }
        }
        return parameters.isEmpty() ? UNRELATED : new Value(Set.copyOf(parameters), false);
    }

    /** What a call returns that hands on its first input, unless another parameter has a say in it. */
    static Value handedOn(List<Value> inputs) {
        Value first = inputs.get(0);
        for (Value input : inputs) {
            if (!first.origins.containsAll(input.origins)) {
                return computedFrom(inputs);
            }
        }
        return first;
    }

    /** What is known where two paths meet. */
    Value or(Value other) {
        return equals(other) ? this : computedFrom(List.of(this, other));
    }
}
