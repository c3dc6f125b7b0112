package dev.tempest.soak.history;

/**
 * What an operation means to do to one item.
 *
 * @param key the item's key
 * @param group parts of the same group are done together or not at all
 * @param base the {@link State#digest} of the item that the operation has read; {@link #UNREAD} if it has read none
 */
public record Part(String key, Action action, Guard guard, int group, String base) {
    /** The base of a part whose item was not read. */
    public static final String UNREAD = "?";
}
