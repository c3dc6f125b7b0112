package dev.tempest.internal;

/** Lets what a user's own code threw come through untouched, checked exceptions too. */
public final class Rethrow {
    private Rethrow() {}

    /** Throws what it is given. */
    public static RuntimeException unchecked(Throwable e) {
        Rethrow.<RuntimeException>sneak(e);
        throw new AssertionError(e);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void sneak(Throwable e) throws E {
        throw (E) e;
    }
}
