package dev.tempest.local.internal.value;

import java.util.Arrays;
import java.util.Base64;

/** Immutable bytes, ordered as unsigned. */
public final class ByteString implements Comparable<ByteString> {
    private final byte[] bytes;

    private ByteString(byte[] bytes) {
        this.bytes = bytes;
    }

    static ByteString fromBase64(String text) {
        return new ByteString(Base64.getDecoder().decode(text));
    }

    public int length() {
        return bytes.length;
    }

    /** The bytes themselves, which no caller changes. */
    byte[] bytes() {
        return bytes;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    boolean startsWith(ByteString prefix) {
        return prefix.length() <= length()
                && Arrays.equals(bytes, 0, prefix.length(), prefix.bytes, 0, prefix.length());
    }

    boolean contains(ByteString part) {
        for (int start = 0; start + part.length() <= length(); start++) {
            if (Arrays.equals(bytes, start, start + part.length(), part.bytes, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int compareTo(ByteString other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ByteString that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
