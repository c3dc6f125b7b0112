package dev.tempest.internal;

/** Words what is wrong with a model, always the same way: where, what, and what to do. */
public final class ModelError {
    private ModelError() {}

    /** An error of a class as a whole. */
    public static IllegalArgumentException of(Class<?> type, String problem, String remedy) {
        return new IllegalArgumentException(name(type) + " " + problem + ". " + remedy + ".");
    }

    /** An error of one property or method of a class. */
    public static IllegalArgumentException of(Class<?> type, String member, String problem, String remedy) {
        return new IllegalArgumentException(name(type) + "." + member + " " + problem + ". " + remedy + ".");
    }

    /** An error of one property or method of a class, of which another error is the reason. */
    public static IllegalArgumentException of(Class<?> type, String member, IllegalArgumentException reason) {
        return new IllegalArgumentException(name(type) + "." + member + ": " + reason.getMessage(), reason);
    }

    /** A class as its user wrote it: with its enclosing classes, without the package. */
    public static String name(Class<?> type) {
        String name = type.getTypeName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
