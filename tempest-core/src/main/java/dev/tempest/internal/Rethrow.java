package dev.tempest.internal;

/** Lets what a user's own code threw come through a method handle untouched. */
final class Rethrow {
    private Rethrow() {}

    static RuntimeException unchecked(Throwable e) {
        throw Rethrow.<RuntimeException>as(e);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E as(Throwable e) throws E {
        throw (E) e;
    }
}
