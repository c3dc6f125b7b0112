package dev.tempest.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of a value while a constructor runs: which parameters it depends on, and whether it is one of them,
 * intact. Immutable.
 *
 * @param origins indexes of parameters; as negative numbers also the objects that the interpreter must recognize
 * @param intact whether the value is its single origin, and not merely computed from it
 */
record Value(Set<Integer> origins, boolean intact) {

    /** A constant, or anything else that depends on no parameter. */
    static final Value UNRELATED = new Value(Set.of(), false);

    /** The object under construction. */
    static final Value THIS = new Value(Set.of(-1), true);

    static Value parameter(int index) {
        return new Value(Set.of(index), true);
    }

    /** What the {@code new} instruction at a position made, until a constructor was called on it. */
    static Value created(int position) {
        return new Value(Set.of(-2 - position), true);
    }

    /** Something computed from other values. */
    static Value computedFrom(List<Value> inputs) {
        Set<Integer> parameters = inputs.stream()
                .flatMap(input -> input.origins.stream())
                .filter(origin -> origin >= 0)
                .collect(Collectors.toUnmodifiableSet());
        return parameters.isEmpty() ? UNRELATED : new Value(parameters, false);
    }

    /** What a call returns that hands on its first input, unless another parameter has a say in it. */
    static Value handedOn(List<Value> inputs) {
        Value first = inputs.get(0);
        boolean alone = inputs.stream().allMatch(input -> first.origins.containsAll(input.origins));
        return alone ? first : computedFrom(inputs);
    }

    /** What is known where two paths meet. */
    Value or(Value other) {
        return equals(other) ? this : computedFrom(List.of(this, other));
    }
}
