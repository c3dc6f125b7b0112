package dev.tempest.internal;

/** Lets what a user's own code threw come through a method handle untouched. */
final class Rethrow {
    private Rethrow() {}

    static RuntimeException unchecked(Throwable e) {
        Rethrow.<RuntimeException>sneak(e);
        throw new AssertionError(e);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void sneak(Throwable e) throws E {
        throw (E) e;
    }
}
