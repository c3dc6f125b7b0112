package dev.tempest.internal.reflect;

import dev.tempest.internal.reflect.bytecode.KotlinClass;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Makes objects through a Kotlin constructor whose absent arguments take their default values. */
final class DefaultArguments {
    private final MemberHandle constructor;
    private final BitSet defaults;
    private final @Nullable Object[] placeholders;

    /**
     * @param constructor the one that {@link KotlinClass#withDefaults} found
     * @param count how many parameters it has
     * @param parameters the types of the parameters that the user declared
     * @param defaults which of them have a default
     */
    DefaultArguments(MemberHandle constructor, int count, Class<?>[] parameters, BitSet defaults) {
        this.constructor = constructor;
        this.defaults = defaults;
        this.placeholders = new @Nullable Object[count];
        for (int i = 0; i < parameters.length; i++) {
            // A zero or, for an object, null.
            placeholders[i] = Array.get(Array.newInstance(parameters[i], 1), 0);
        }
        Arrays.fill(placeholders, parameters.length, placeholders.length - 1, 0);
    }

    boolean has(int parameter) {
        return defaults.get(parameter);
    }

    /** Whether an argument is null that has a default. */
    boolean areNeeded(@Nullable Object[] arguments) {
        for (int i = defaults.nextSetBit(0); i >= 0; i = defaults.nextSetBit(i + 1)) {
            if (arguments[i] == null) {
                return true;
            }
        }
        return false;
    }

    Object make(@Nullable Object[] arguments) throws Throwable {
        @Nullable Object[] all = placeholders.clone();
        int[] masks = new int[KotlinClass.masks(arguments.length)];
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] != null) {
                all[i] = arguments[i];
            } else if (defaults.get(i)) {
                masks[i / Integer.SIZE] |= 1 << (i % Integer.SIZE);
            }
        }
        for (int i = 0; i < masks.length; i++) {
            all[arguments.length + i] = masks[i];
        }
        return (Object) constructor.spread().invokeExact(all);
    }
}
