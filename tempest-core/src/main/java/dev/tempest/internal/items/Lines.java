package dev.tempest.internal.items;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a file, one at a time, whether it is compressed or not. */
final class Lines implements Closeable {
    /** Two images of 400 KB, each of their characters escaped, are less. */
    static final int LONGEST = 16 * 1024 * 1024;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private byte[] line = new byte[1024];
    private long number;

    private Lines(InputStream in) {
        this.in = in;
    }

    /**
     * The lines of a file. Its first bytes tell whether it is compressed: tools that download files may change that.
     *
     * @param in is closed with this, and if this cannot be made
     */
    static Lines of(InputStream in) throws IOException {
        try {
            BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
            buffered.mark(2);
            boolean compressed = buffered.read() == 0x1f && buffered.read() == 0x8b;
            buffered.reset();
            return new Lines(compressed ? new GZIPInputStream(buffered, BUFFER) : buffered);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line; null at the end.
     *
     * @throws BrokenRecord if the line is no text or too long; the next one can be read
     * @throws IOException if the file cannot be read further
     */
    @Nullable String next() throws IOException, BrokenRecord {
        number++;
        int length = 0;
        boolean any = false;
        boolean tooLong = false;
        while (at < end || fill()) {
            any = true;
            int newline = at;
            while (newline < end && buffer[newline] != '\n') {
                newline++;
            }
            int more = newline - at;
            if (more > LONGEST - length) {
                tooLong = true;
            } else if (!tooLong) {
                if (length + more > line.length) {
                    line = Arrays.copyOf(line, Math.max(length + more, Math.min(LONGEST, line.length * 2)));
                }
                System.arraycopy(buffer, at, line, length, more);
                length += more;
            }
            at = newline;
            if (newline < end) {
                at++;
                break;
            }
        }
        if (tooLong) {
            throw new BrokenRecord("the line is longer than any that DynamoDB writes");
        }
        return any ? text(length) : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private String text(int length) throws BrokenRecord {
        try {
            return Utf8.decode(line, 0, length);
        } catch (CharacterCodingException e) {
            throw new BrokenRecord("the line is not UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
