package dev.tempest.internal;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Keys and versions as messages show them: a key may have 2 KB, and a message is read by people. */
public final class Shown {
    private static final int LONGEST = 100;
    private static final int MOST_BYTES = 32;

    private Shown() {}

    /** A text, its end left out if it is long. */
    public static String text(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "... (" + text.length() + " characters)";
    }

    /** Bytes in hexadecimal digits, those at the end left out if there are many. */
    public static String bytes(ByteBuffer bytes) {
        ByteBuffer rest = bytes.duplicate();
        byte[] beginning = new byte[Math.min(rest.remaining(), MOST_BYTES)];
        int size = rest.remaining();
        rest.get(beginning);
        String digits = "0x" + HexFormat.of().formatHex(beginning);
        return size <= MOST_BYTES ? digits : digits + "... (" + size + " bytes)";
    }

    /**
     * What code that is not ours threw, as our own messages name it: its message may quote what is stored.
     *
     * @param thrown stays the cause, with its message, where the program's own code threw it
     */
    public static String thrown(Throwable thrown) {
        return thrown.getClass().getName();
    }

    /**
     * In place of a cause whose message may quote what is stored: its class and its stack trace, and the same of its own
     * causes.
     */
    public static RuntimeException withoutMessage(Throwable thrown) {
        return new WithoutMessage(thrown);
    }

    private static final class WithoutMessage extends RuntimeException {
        private static final long serialVersionUID = 1;

        WithoutMessage(Throwable thrown) {
            super(thrown(thrown) + ", without its message", cause(thrown), false, true);
            setStackTrace(thrown.getStackTrace());
        }

        private static @Nullable Throwable cause(Throwable thrown) {
            Throwable cause = thrown.getCause();
            return cause == null ? null : new WithoutMessage(cause);
        }
    }
}
