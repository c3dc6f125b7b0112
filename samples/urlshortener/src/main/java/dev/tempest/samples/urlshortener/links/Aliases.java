package dev.tempest.samples.urlshortener.links;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The paths of short addresses. */
public final class Aliases {
    public static final int MIN_LENGTH = 3;
    public static final int MAX_LENGTH = 32;

    /** The first part of the paths of the shortener's own pages. */
    public static final String PAGES = "links";

    private static final Set<String> RESERVED = Set.of(PAGES);
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]*[a-z0-9]");

    // Without letters and digits that are taken for each other. 32 to the power of 7 is 34 thousand million.
    private static final String RANDOM_CHARACTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int RANDOM_LENGTH = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aliases() {}

    /**
     * Checks an alias that somebody chose. Capitals are taken for small letters, so that it does not matter how an address
     * is typed.
     */
    public static String parse(String typed) throws InvalidInputException {
        String alias = normalize(typed);
        if (alias.length() < MIN_LENGTH || alias.length() > MAX_LENGTH) {
            throw new InvalidInputException("An alias has %d to %d characters.".formatted(MIN_LENGTH, MAX_LENGTH));
        }
        if (!ALIAS.matcher(alias).matches()) {
            throw new InvalidInputException(
                    "An alias has letters from a to z, digits, and hyphens between them, such as tea-time-2.");
        }
        if (RESERVED.contains(alias)) {
            throw new InvalidInputException("The shortener needs the alias \"%s\" itself.".formatted(alias));
        }
        return alias;
    }

    /** The alias that an address asks for, whether there can be such a one or not. */
    public static String normalize(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    static String random() {
        StringBuilder alias = new StringBuilder(RANDOM_LENGTH);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            alias.append(RANDOM_CHARACTERS.charAt(RANDOM.nextInt(RANDOM_CHARACTERS.length())));
        }
        return alias.toString();
    }
}
