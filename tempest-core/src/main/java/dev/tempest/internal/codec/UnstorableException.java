package dev.tempest.internal.codec;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A property's value that DynamoDB cannot store; the codec adds which item it is of. */
final class UnstorableException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    UnstorableException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
