package dev.tempest.internal.items;

import java.io.Serial;

/** A record or line is not what it should be. The message is a part of a sentence, and quotes no stored value. */
public final class BrokenRecord extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public BrokenRecord(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
