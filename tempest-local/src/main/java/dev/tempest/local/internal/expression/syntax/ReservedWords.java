package dev.tempest.local.internal.expression.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The words that an expression cannot use as attribute names, in any case. */
public final class ReservedWords {
    private static final Set<String> WORDS = load();

    private ReservedWords() {}

    public static boolean contains(String name) {
        return WORDS.contains(name.toUpperCase(Locale.ROOT));
    }

    private static Set<String> load() {
        try (InputStream words = ReservedWords.class.getResourceAsStream("reserved-words.txt")) {
            if (words == null) {
                throw new IllegalStateException("reserved-words.txt is missing");
            }
            String text = new String(words.readAllBytes(), StandardCharsets.US_ASCII);
            return Set.of(text.strip().split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
