package dev.tempest.internal.reflect.bytecode;

import dev.tempest.internal.reflect.bytecode.ClassFile.Code;
import dev.tempest.internal.reflect.bytecode.ClassFile.Handler;
import dev.tempest.internal.reflect.bytecode.ClassFile.MemberReference;
import dev.tempest.internal.reflect.bytecode.Instruction.Kind;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs the instructions of a constructor on {@link Value}s instead of real ones, along every path, to learn what each
 * field holds in the end. A call of another constructor of the object ({@code this(...)}, {@code super(...)}) is
 * entered; any other method is unknown, and its result computed from all that it was given.
 *
 * <p>For one constructor and one thread.
 */
public final class ConstructorFlow {

    /**
     * What came of a constructor.
     *
     * @param values what the fields hold in the end, by name; a field that is never written is absent
     * @param parameterNames the names that the compiler left in the class file for debuggers, by index
     * @param unreadable the classes whose constructor should have been read and could not
     */
    public record Result(Map<String, Value> values, Map<Integer, String> parameterNames, Set<String> unreadable) {}

    private static final int ILOAD_0 = 26;
    private static final int ISTORE_0 = 59;
    private static final int INVOKE_STATIC = 184;
    private static final int INVOKE_DYNAMIC = 186;

    private final Class<?> type;
    private final Map<String, Field> fields;
    private final Map<Class<?>, @Nullable ClassFile> classFiles = new HashMap<>();
    private final Set<String> unreadable = new LinkedHashSet<>();
    private final Set<String> running = new HashSet<>();

    private ConstructorFlow(Class<?> type, Map<String, Field> fields) {
        this.type = type;
        this.fields = fields;
    }

    /** Runs a constructor; only the given fields are followed, which superclasses may declare. */
    public static Result of(Constructor<?> constructor, Map<String, Field> fields) {
        return new ConstructorFlow(constructor.getDeclaringClass(), fields).result(constructor);
    }

    private Result result(Constructor<?> constructor) {
        String descriptor = MethodType.methodType(void.class, constructor.getParameterTypes())
                .toMethodDescriptorString();
        ClassFile file = classFile(type);
        Code code = file == null ? null : file.constructor(descriptor);
        Map<Integer, String> nameBySlot = file == null || code == null ? Map.of() : file.parameterNames(code);

        List<Value> arguments = new ArrayList<>(List.of(Value.THIS));
        Map<Integer, String> names = new HashMap<>();
        for (String parameter : ClassFile.parameterTypes(descriptor)) {
            int index = names.size();
            names.put(index, nameBySlot.getOrDefault(arguments.size(), ""));
            arguments.addAll(Collections.nCopies(ClassFile.slots(parameter), Value.parameter(index)));
        }
        Map<String, Value> values = enter(type, descriptor, arguments, Map.of());
        names.values().removeIf(String::isEmpty);
        return new Result(values, names, unreadable);
    }

    /** Runs a constructor of the object's class or of a superclass; gives the fields after it. */
    private Map<String, Value> enter(
            Class<?> owner, String descriptor, List<Value> arguments, Map<String, Value> fieldsBefore) {
        ClassFile file = classFile(owner);
        Code code = file == null ? null : file.constructor(descriptor);
        Map<String, Value> after = null;
        // No compiler lets constructors call each other in a circle, but a class file can.
        if (file != null && code != null && running.add(owner.getName() + descriptor)) {
            after = new Body(file, code).run(arguments, fieldsBefore);
            running.remove(owner.getName() + descriptor);
        }
        if (after == null) {
            unreadable.add(owner.getName());
            return fieldsBefore;
        }
        return after;
    }

    private @Nullable ClassFile classFile(Class<?> owner) {
        if (!classFiles.containsKey(owner)) {
            classFiles.put(owner, ClassFile.of(owner));
        }
        return classFiles.get(owner);
    }

    /** The class of that name among the object's class and its superclasses. */
    private @Nullable Class<?> ancestor(String internalName) {
        String name = internalName.replace('/', '.');
        Class<?> ancestor = type;
        while (ancestor != null && !ancestor.getName().equals(name)) {
            ancestor = ancestor.getSuperclass();
        }
        return ancestor;
    }

    /** Whether an instruction means a field that is followed, and not another one of the same name that hides it. */
    private boolean isFollowed(MemberReference reference) {
        Field field = fields.get(reference.name());
        Class<?> owner = ancestor(reference.owner());
        // The instruction may name a subclass of the class that declares the field.
        while (field != null && owner != null && owner != field.getDeclaringClass()) {
            for (Field hiding : owner.getDeclaredFields()) {
                if (hiding.getName().equals(reference.name())) {
                    return false;
                }
            }
            owner = owner.getSuperclass();
        }
        return field != null && owner != null;
    }

    /** Whether a constructor of the class can set a field that is followed. */
    private boolean holdsFields(Class<?> owner) {
        for (Field field : fields.values()) {
            if (field.getDeclaringClass().isAssignableFrom(owner)) {
                return true;
            }
        }
        return false;
    }

    /** One run through the body of one constructor. */
    private final class Body {
        private final ClassFile file;
        private final Code code;
        private final Map<Integer, FlowState> states = new HashMap<>();
        private final Deque<Integer> pending = new ArrayDeque<>();
        private @Nullable FlowState atReturn;

        Body(ClassFile file, Code code) {
            this.file = file;
            this.code = code;
        }

        /** The fields after it, or null if it has an unknown instruction or never returns. */
        @Nullable Map<String, Value> run(List<Value> arguments, Map<String, Value> fieldsBefore) {
            List<Value> locals = new ArrayList<>(arguments);
            locals.addAll(Collections.nCopies(code.maxLocals() - arguments.size(), Value.UNRELATED));
            reach(0, new FlowState(locals, List.of(), fieldsBefore));
            // This ends: what is known at a place only ever gets less, in finitely many steps.
            for (Integer at = pending.poll(); at != null; at = pending.poll()) {
                FlowState state = states.get(at);
                Instruction instruction = Instruction.of(u1(at));
                if (state == null || instruction == null) {
                    return null;
                }
                for (Handler handler : code.handlers()) {
                    if (handler.start() <= at && at < handler.end()) {
                        reach(handler.target(), state.copy(List.of(Value.UNRELATED)));
                    }
                }
                step(at, instruction, state.copy(state.stack()));
            }
            return atReturn == null ? null : atReturn.fields();
        }

        /** Notes what is known at a place; the state stays the caller's own. */
        private void reach(int at, FlowState state) {
            if (states.containsKey(at)) {
                goOn(at, state);
            } else {
                goOn(at, state.copy(state.stack()));
            }
        }

        /** The same with a state that the caller has done with. */
        private void goOn(int at, FlowState state) {
            FlowState known = states.get(at);
            if (known == null) {
                states.put(at, state);
                pending.add(at);
            } else if (known.meet(state)) {
                pending.add(at);
            }
        }

        private void step(int at, Instruction instruction, FlowState state) {
            switch (instruction.kind()) {
                case COMPUTE -> state.push(Value.computedFrom(state.pop(instruction.pops())), instruction.pushes());
                case LOAD, STORE -> move(state, instruction, variable(at, instruction));
                case INCREMENT -> move(state, instruction, u1(at + 1));
                case WIDE -> {
                    Instruction widened = Instruction.of(u1(at + 1));
                    if (widened != null) {
                        move(state, widened, u2(at + 2));
                        reach(at + (widened.kind() == Kind.INCREMENT ? 6 : 4), state);
                    }
                }
                case DUPLICATE -> {
                    List<Value> top = state.pop(instruction.pops());
                    List<Value> below = state.pop(instruction.pushes());
                    List.of(top, below, top).forEach(state.stack()::addAll);
                }
                case SWAP -> {
                    List<Value> top = state.pop(2);
                    state.stack().addAll(List.of(top.get(1), top.get(0)));
                }
                case GET_STATIC -> state.push(Value.UNRELATED, slots(at));
                case PUT_STATIC -> state.pop(slots(at));
                case GET_FIELD -> {
                    MemberReference field = file.member(u2(at + 1));
                    List<Value> object = state.pop(1);
                    boolean known = object.get(0).equals(Value.THIS) && isFollowed(field);
                    Value unknown = Value.computedFrom(object);
                    state.push(known ? state.fields().getOrDefault(field.name(), unknown) : unknown, slots(at));
                }
                case PUT_FIELD -> {
                    MemberReference field = file.member(u2(at + 1));
                    Value value = state.pop(slots(at)).get(0);
                    if (state.pop(1).get(0).equals(Value.THIS) && isFollowed(field)) {
                        state.fields().put(field.name(), value.equals(Value.THIS) ? Value.UNRELATED : value);
                    }
                }
                case CALL -> call(u1(at), file.member(u2(at + 1)), state);
                case NEW -> state.push(Value.created(at), 1);
                case CAST -> {} // still the same object
                case ARRAYS -> state.push(Value.computedFrom(state.pop(u1(at + 3))), 1);
                case BRANCH -> {
                    state.pop(instruction.pops());
                    reach(at + s2(at + 1), state);
                }
                case JUMP -> reach(at + s2(at + 1), state);
                case JUMP_FAR -> reach(at + s4(at + 1), state);
                case TABLE_SWITCH, LOOKUP_SWITCH -> {
                    state.pop(1);
                    chooseCase(at, instruction, state);
                }
                case RETURN -> {
                    FlowState end = new FlowState(List.of(), List.of(), state.fields());
                    if (atReturn == null) {
                        atReturn = end;
                    } else {
                        atReturn.meet(end);
                    }
                }
                case THROW -> {} // the handlers, if any, were reached before
            }
            switch (instruction.kind()) {
                case WIDE, JUMP, JUMP_FAR, TABLE_SWITCH, LOOKUP_SWITCH, RETURN, THROW -> {}
                default -> goOn(at + instruction.length(), state);
            }
        }

        private void move(FlowState state, Instruction instruction, int variable) {
            switch (instruction.kind()) {
                case LOAD -> state.push(state.locals().get(variable), instruction.pushes());
                case STORE -> {
                    List<Value> value = state.pop(instruction.pops());
                    for (int i = 0; i < value.size(); i++) {
                        state.locals().set(variable + i, value.get(i));
                    }
                }
                default ->
                    state.locals()
                            .set(variable, Value.computedFrom(state.locals().subList(variable, variable + 1)));
            }
        }

        private void call(int opcode, MemberReference called, FlowState state) {
            int argumentSlots = 0;
            for (String parameter : called.parameterTypes()) {
                argumentSlots += ClassFile.slots(parameter);
            }
            List<Value> inputs = new ArrayList<>(state.pop(argumentSlots));
            boolean hasReceiver = opcode != INVOKE_STATIC && opcode != INVOKE_DYNAMIC;
            Value receiver = hasReceiver ? state.pop(1).get(0) : Value.UNRELATED;
            if (!called.name().equals("<init>")) {
                if (hasReceiver) {
                    inputs.add(0, receiver);
                }
                Value result = KnownCalls.handsOn(called) ? Value.handedOn(inputs) : Value.computedFrom(inputs);
                state.push(result, ClassFile.slots(called.type()));
            } else if (receiver.equals(Value.THIS)) {
                Class<?> owner = ancestor(called.owner());
                if (owner != null && holdsFields(owner)) {
                    inputs.add(0, receiver);
                    Map<String, Value> after = enter(owner, called.descriptor(), inputs, Map.copyOf(state.fields()));
                    state.fields().putAll(after);
                }
            } else {
                Value result = KnownCalls.handsOn(called) ? Value.handedOn(inputs) : Value.computedFrom(inputs);
                state.locals().replaceAll(value -> value.equals(receiver) ? result : value);
                state.stack().replaceAll(value -> value.equals(receiver) ? result : value);
            }
        }

        private void chooseCase(int at, Instruction instruction, FlowState state) {
            boolean table = instruction.kind() == Kind.TABLE_SWITCH;
            int operands = (at & ~3) + 4; // aligned from the first instruction on
            int cases = table ? s4(operands + 8) - s4(operands + 4) + 1 : s4(operands + 4);
            reach(at + s4(operands), state);
            for (int i = 0; i < cases; i++) {
                reach(at + s4(table ? operands + 12 + 4 * i : operands + 12 + 8 * i), state);
            }
        }

        /** The variable of a load or a store: it follows, or the opcode itself says it (four opcodes in a row). */
        private int variable(int at, Instruction instruction) {
            int first = instruction.kind() == Kind.LOAD ? ILOAD_0 : ISTORE_0;
            return instruction.length() > 1 ? u1(at + 1) : (u1(at) - first) % 4;
        }

        /** How many slots the field takes that the instruction names. */
        private int slots(int at) {
            return ClassFile.slots(file.member(u2(at + 1)).type());
        }

        private int u1(int at) {
            return code.instructions().get(at) & 0xFF;
        }

        private int u2(int at) {
            return code.instructions().getShort(at) & 0xFFFF;
        }

        private int s2(int at) {
            return code.instructions().getShort(at);
        }

        private int s4(int at) {
            return code.instructions().getInt(at);
        }
    }
}
