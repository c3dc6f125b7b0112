package dev.tempest.internal.schema;

import org.jspecify.annotations.Nullable;

/** The texts that DynamoDB holds: those that have a form in UTF-8. Java's strings may also hold half of a character. */
public final class StoredText {
    public static final String PROBLEM = "has half of a surrogate pair, which has no form in UTF-8";

    private StoredText() {}

    /** Why DynamoDB cannot store a text, in the words that follow a property's name; null if it can. */
    public static @Nullable String problem(String text) {
        return isWhole(text) ? null : PROBLEM;
    }

    /** Whether the text has a form in UTF-8, so that what is stored is what was given. */
    public static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return arePaired(text, i);
            }
        }
        return true;
    }

    private static boolean arePaired(String text, int first) {
        int i = first;
        while (i < text.length()) {
            int point = text.codePointAt(i);
            if (point <= Character.MAX_VALUE && Character.isSurrogate((char) point)) {
                return false;
            }
            i += Character.charCount(point);
        }
        return true;
    }
}
