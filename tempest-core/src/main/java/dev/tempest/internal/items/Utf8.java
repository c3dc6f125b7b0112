package dev.tempest.internal.items;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts out of bytes, without a replacement of what is wrong. */
final class Utf8 {
    private Utf8() {}

    static String decode(byte[] bytes, int begin, int end) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, begin, end - begin))
                .toString();
    }
}
