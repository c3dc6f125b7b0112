package dev.tempest.internal.schema;

import java.util.function.Supplier;

/**
 * The sizes that DynamoDB counts, as its developer guide documents them, in bytes. An item is the names and values of its
 * attributes.
 */
public final class ItemSize {
    /** The largest item. */
    public static final long MAX_ITEM = 400 * 1024;

    /** A null, or a truth value. */
    static final long FLAG = 1;

    /** A list or a map, besides what is in it. */
    static final long CONTAINER = 3;

    /** Each element of a list or map, besides its own size. */
    static final long ELEMENT = 1;

    private ItemSize() {}

    /**
     * Checks that DynamoDB stores an item of a size.
     *
     * @param description the item as messages name it
     * @throws IllegalArgumentException if it does not
     */
    public static void require(long size, Supplier<String> description) {
        if (size > MAX_ITEM) {
            throw new IllegalArgumentException(
                    description.get() + " has " + size + " bytes, but DynamoDB stores items of up to 400 KB.");
        }
    }

    /** A text, or a name, in UTF-8. */
    static long text(String text) {
        long size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                size++;
            } else if (c < 0x800 || Character.isSurrogate(c)) {
                size += 2;
            } else {
                size += 3;
            }
        }
        return size;
    }

    /** A number, as DynamoDB's text of it: a byte, and another for each two significant digits. */
    static long number(String number) {
        long digits = 0;
        long zeros = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == 'e' || c == 'E') {
                break;
            }
            if (c == '0') {
                zeros++;
            } else if (c > '0' && c <= '9') {
                digits += digits == 0 ? 1 : zeros + 1;
                zeros = 0;
            }
        }
        return 1 + (digits + 1) / 2;
    }
}
