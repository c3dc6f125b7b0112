package dev.tempest.internal.reflect.bytecode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known before an instruction; a value that takes two slots stands in both. */
record FlowState(List<Value> locals, List<Value> stack, Map<String, Value> fields) {

    FlowState copy(List<Value> newStack) {
        return new FlowState(new ArrayList<>(locals), new ArrayList<>(newStack), new HashMap<>(fields));
    }

    /** Adds what is known on another path to the same place; whether that was news. */
    boolean meet(FlowState other) {
        boolean news = meet(locals, other.locals);
        news |= meet(stack, other.stack);
        news |= meet(fields, other.fields);
        return news;
    }

    private static boolean meet(List<Value> values, List<Value> others) {
        boolean news = false;
        for (int i = 0; i < values.size(); i++) {
            Value met = values.get(i).or(others.get(i));
            news |= !met.equals(values.set(i, met));
        }
        return news;
    }

    private static boolean meet(Map<String, Value> values, Map<String, Value> others) {
        Map<String, Value> before = Map.copyOf(values);
        others.forEach((name, value) -> values.putIfAbsent(name, Value.UNRELATED));
        values.replaceAll((name, value) -> value.or(others.getOrDefault(name, Value.UNRELATED)));
        return !values.equals(before);
    }

    /** Takes slots off the stack, the deepest first. */
    List<Value> pop(int slots) {
        List<Value> top = stack.subList(stack.size() - slots, stack.size());
        List<Value> popped = List.copyOf(top);
        top.clear();
        return popped;
    }

    void push(Value value, int slots) {
        stack.addAll(Collections.nCopies(slots, value));
    }
}
