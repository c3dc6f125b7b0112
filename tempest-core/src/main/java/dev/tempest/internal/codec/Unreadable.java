package dev.tempest.internal.codec;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Why a row cannot be read; the codec adds which row and which type. */
final class Unreadable extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    Unreadable(String reason) {
        this(reason, null);
    }

    Unreadable(String reason, @Nullable Throwable cause) {
        super(reason, cause, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
