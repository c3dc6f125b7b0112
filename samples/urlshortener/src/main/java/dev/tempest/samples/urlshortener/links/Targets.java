package dev.tempest.samples.urlshortener.links;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where links may lead: to web pages elsewhere. */
public final class Targets {
    public static final int MAX_LENGTH = 2048;

    private static final int MAX_PORT = 65535;
    private static final Pattern SCHEME = Pattern.compile("(?i)(https?)://(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("([^/?#]*)(.*)", Pattern.DOTALL);
    /** What browsers take for a number of a host, however it is written: 127.1 and 0x7f000001 are 127.0.0.1. */
    private static final Pattern NUMBER = Pattern.compile("(?i)(.*\\.)?(0x[0-9a-f]*|[0-9]+)\\.?");

    private static final Pattern FOUR_BYTES = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern HOST = Pattern.compile("([^:@]+)(:[0-9]*)?");

    private final OwnAddress own;

    /** @param own the shortener's own address, to which no link may lead: it might lead round in a circle */
    public Targets(URI own) {
        this.own = new OwnAddress(own);
    }

    /**
     * Checks an address that somebody typed, and writes it in ASCII, as it is sent to browsers.
     *
     * @throws InvalidInputException unless it is a complete http or https address of another site
     */
    public URI parse(String typed) throws InvalidInputException {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInputException("Say where the link is to lead.");
        }
        checkLength(text);
        Matcher scheme = SCHEME.matcher(text);
        if (!scheme.matches()) {
            throw new InvalidInputException("An address begins with https:// or http://; others are not shortened.");
        }
        URI uri = parse(scheme.group(1).toLowerCase(Locale.ROOT), scheme.group(2));
        checkLength(uri.toString());
        if (uri.getPort() > MAX_PORT) {
            throw new InvalidInputException("There is no port " + uri.getPort() + ".");
        }
        if (own.isOf(uri)) {
            throw new InvalidInputException("The address is one of this shortener already.");
        }
        return uri;
    }

    private static void checkLength(String text) throws InvalidInputException {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidInputException("An address has %,d characters at most.".formatted(MAX_LENGTH));
        }
    }

    private static URI parse(String scheme, String rest) throws InvalidInputException {
        Matcher parts = AUTHORITY.matcher(rest);
        if (parts.matches()) {
            if (parts.group(1).contains("@")) {
                // https://your-bank.example@elsewhere.example/ leads elsewhere than it seems to.
                throw new InvalidInputException("An address with a user name in it is not shortened.");
            }
            Matcher host = HOST.matcher(parts.group(1));
            // The names of hosts may be in any script; URI wants them as DNS has them.
            String authority = host.matches()
                    ? ascii(host.group(1)) + Objects.requireNonNullElse(host.group(2), "")
                    : parts.group(1);
            URI uri = uri(scheme + "://" + authority + parts.group(2));
            if (uri != null && uri.getHost() != null && !isOddNumber(uri.getHost())) {
                return uri;
            }
        }
        throw new InvalidInputException("This is no complete address, such as https://example.com/page.");
    }

    private static boolean isOddNumber(String host) {
        return NUMBER.matcher(host).matches() && !FOUR_BYTES.matcher(host).matches();
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(new URI(text).toASCIIString());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}
