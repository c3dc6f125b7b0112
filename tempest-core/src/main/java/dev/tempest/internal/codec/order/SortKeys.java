package dev.tempest.internal.codec.order;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Neighbours of string sort keys. DynamoDB orders strings by their UTF-8 bytes, which is the order of their code points,
 * and takes at most 1,024 bytes: so there is a greatest key below any bound, and a query can leave out an end of its range
 * exactly, though a key condition has no exclusive range.
 */
public final class SortKeys {
    private static final int MAX_BYTES = 1024;
    private static final int FIRST_SURROGATE = 0xD800;
    private static final int AFTER_SURROGATES = 0xE000;

    private SortKeys() {}

    /** The greatest key that begins with the prefix. */
    public static String greatest(String prefix) {
        StringBuilder key = new StringBuilder(prefix);
        int room = MAX_BYTES - bytes(prefix);
        room = fill(key, room, Character.MAX_CODE_POINT, 4);
        room = fill(key, room, 0xFFFF, 3);
        room = fill(key, room, 0x7FF, 2);
        fill(key, room, 0x7F, 1);
        return key.toString();
    }

    /** The least key above the given one that begins with the prefix; null if there is none. */
    public static @Nullable String after(String key, String prefix) {
        if (bytes(key) < MAX_BYTES) {
            return key + '\0';
        }
        String head = key;
        while (head.length() > prefix.length()) {
            int last = head.codePointBefore(head.length());
            head = head.substring(0, head.length() - Character.charCount(last));
            if (last < Character.MAX_CODE_POINT) {
                int higher = last == FIRST_SURROGATE - 1 ? AFTER_SURROGATES : last + 1;
                String next = head + Character.toString(higher);
                if (bytes(next) <= MAX_BYTES) {
                    return next;
                }
            }
        }
        return null;
    }

    /** The greatest key below the given one that begins with the prefix; null if there is none. */
    public static @Nullable String before(String key, String prefix) {
        if (key.length() <= prefix.length()) {
            return null;
        }
        int last = key.codePointBefore(key.length());
        String head = key.substring(0, key.length() - Character.charCount(last));
        if (last == 0) {
            return head;
        }
        int lower = last == AFTER_SURROGATES ? FIRST_SURROGATE - 1 : last - 1;
        return greatest(head + Character.toString(lower));
    }

    /** Compares two keys as DynamoDB does. */
    public static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean bothOrNeither = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothOrNeither ? a - b : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }

    private static int bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int fill(StringBuilder key, int room, int codePoint, int bytes) {
        int left = room;
        while (left >= bytes) {
            key.appendCodePoint(codePoint);
            left -= bytes;
        }
        return left;
    }
}
