package dev.tempest.internal.locking;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the placeholders of a caller's expression apart from the library's own. Each of ours begins with one word; those of
 * a caller that begin with it too get another word in front.
 */
public final class Placeholders {
    private static final String OURS = "tempest";
    private static final String NAME = "#" + OURS;
    private static final String VALUE = ":" + OURS;

    private Placeholders() {}

    /**
     * The word to put in front of a caller's placeholders, so that they meet neither ours nor each other.
     *
     * @return null if there is no need: the expression can be used as it is
     */
    public static @Nullable String wordApart(String expression, Set<String> names, Set<String> values) {
        if (!meetsOurs(expression, names, values)) {
            return null;
        }
        String word = "caller";
        while (expression.contains(word) || isIn(word, names) || isIn(word, values)) {
            word += "s";
        }
        return word;
    }

    private static boolean meetsOurs(String expression, Set<String> names, Set<String> values) {
        return expression.contains(NAME) || expression.contains(VALUE) || isIn(OURS, names) || isIn(OURS, values);
    }

    private static boolean isIn(String word, Set<String> placeholders) {
        for (String placeholder : placeholders) {
            if (placeholder.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** An expression, or one placeholder, with a word in front of each placeholder that could be ours. */
    public static String apart(String text, String word) {
        return text.replace(NAME, "#" + word + OURS).replace(VALUE, ":" + word + OURS);
    }
}
