package dev.tempest.internal.batch;

/**
 * The sizes that DynamoDB counts, as its developer guide documents them, in bytes. An item is the names and values of its
 * attributes.
 */
public final class ItemSize {
    /** The largest item. */
    public static final long MAX_ITEM = 400 * 1024;

    /** A null, or a truth value. */
    public static final long FLAG = 1;

    /** A list or a map, besides what is in it. */
    public static final long CONTAINER = 3;

    /** Each element of a list or map, besides its own size. */
    public static final long ELEMENT = 1;

    private ItemSize() {}

    /** A text, or a name, in UTF-8. */
    public static long text(String text) {
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
    public static long number(String number) {
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
