package dev.tempest.soak.check;

/**
 * A violation.
 *
 * @param operation the operation that is to blame, or that suffers; 0 if it is not known
 * @param key the item
 * @param way how the operation was done
 * @param text what happened
 */
public record Finding(Violation violation, int operation, String key, String way, String text) {}
