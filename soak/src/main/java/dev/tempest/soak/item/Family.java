package dev.tempest.soak.item;

import dev.tempest.soak.history.Guard;

/**
 * Items that are guarded in one way. Types that share items belong to one family.
 *
 * <p>The constants' names are the beginnings of the items' keys.
 */
public enum Family {
    NUMBER(false, Guard.NUMBER),
    TEXT(false, Guard.MARK),
    HAND(false, Guard.NUMBER),
    TOKEN(true, Guard.MARK),
    TOKEN_NUMBER(true, Guard.NUMBER),
    TOKEN_TEXT(true, Guard.MARK);

    private final boolean traced;
    private final Guard guard;

    Family(boolean traced, Guard guard) {
        this.traced = traced;
        this.guard = guard;
    }

    /** Whether the table keeps write tokens. */
    public boolean isTraced() {
        return traced;
    }

    /**
     * The item type.
     *
     * @param knowsToken whether it has the token as a property, where there is one
     */
    public Type<?, ?> type(boolean knowsToken) {
        return switch (this) {
            case NUMBER -> NumberItem.TYPE;
            case TEXT -> TextItem.TYPE;
            case HAND -> HandItem.TYPE;
            case TOKEN -> knowsToken ? PlainMapped.TYPE : PlainItem.TYPE;
            case TOKEN_NUMBER -> knowsToken ? NumberMapped.TYPE : NumberItem.TYPE;
            case TOKEN_TEXT -> knowsToken ? TextMapped.TYPE : TextItem.TYPE;
        };
    }

    /** What guards a write of what was read, if no token does. */
    public Guard guard() {
        return guard;
    }

    public boolean hasVersion() {
        return this != HAND && this != TOKEN;
    }
}
