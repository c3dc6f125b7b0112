package dev.tempest.samples.urlshortener;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of the command line.
 *
 * @param database which DynamoDB to use
 * @param port on which to listen; 0 for any that is free
 * @param publicUrl the address that visitors see, if it is not the port's own; null if it is
 * @param help whether only to say which options there are
 */
record Options(Place database, int port, @Nullable URI publicUrl, boolean help) {
    static final String HELP = """
            Usage: urlshortener [--port N] [--public-url URL] [--endpoint URL | --aws] [--help]

            Serves the pages of a URL shortener to this machine, until it is stopped by Ctrl-C.

              --port N          the port; 8080 unless this is said, and 0 for any that is free
              --public-url URL  the address that visitors see, if there is a proxy before it, such
                                as https://go.example.com. With https, cookies are sent by nothing
                                else
              (no option)       an embedded DynamoDB, in memory: all is gone afterwards
              --endpoint URL    any service that speaks DynamoDB's protocol, such as
                                http://localhost:8000
              --aws             AWS, with the default credentials and region. The table
                                "short_links" is created, billed on demand, and stays
              --help            this text

            URLSHORTENER_SECRET in the environment, 16 characters or more, lets visitors keep their
            links when the program starts again.

            Exit status: 1 if it cannot start, 2 for a wrong option.
            """;

    private static final int DEFAULT_PORT = 8080;
    private static final int MAX_PORT = 65535;

    /** A DynamoDB. */
    sealed interface Place {
        /** One of the program's own. */
        record Embedded() implements Place {}

        /** One at some address. */
        record Endpoint(URI uri) implements Place {}

        /** The one at AWS. */
        record Aws() implements Place {}
    }

    /** What is wrong with the options, in words for the user. */
    static final class WrongOptionException extends Exception {
        private static final long serialVersionUID = 1;

        WrongOptionException(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments) throws WrongOptionException {
        Place database = null;
        int port = DEFAULT_PORT;
        URI publicUrl = null;
        boolean help = false;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.removeFirst();
            Place chosen = null;
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--port" -> port = parsePort(argument(option, rest, "a number"));
                case "--public-url" -> publicUrl = parseUrl(argument(option, rest, "a URL"));
                case "--endpoint" -> chosen = new Place.Endpoint(parseUrl(argument(option, rest, "a URL")));
                case "--aws" -> chosen = new Place.Aws();
                default -> throw new WrongOptionException("There is no option \"" + option + "\".");
            }
            if (chosen != null) {
                if (database != null) {
                    throw new WrongOptionException("There can be only one database: \"" + option + "\" is too many.");
                }
                database = chosen;
            }
        }
        return new Options(database == null ? new Place.Embedded() : database, port, publicUrl, help);
    }

    private static String argument(String option, Deque<String> rest, String what) throws WrongOptionException {
        if (rest.isEmpty()) {
            throw new WrongOptionException(option + " needs " + what + ".");
        }
        return rest.removeFirst();
    }

    private static int parsePort(String text) throws WrongOptionException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= MAX_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words.
        }
        throw new WrongOptionException("\"" + text + "\" is no port, which is a number from 0 to " + MAX_PORT + ".");
    }

    private static URI parseUrl(String text) throws WrongOptionException {
        try {
            URI uri = new URI(text);
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below, in the same words.
        }
        throw new WrongOptionException("\"" + text + "\" is not the URL of a server, such as http://localhost:8000.");
    }
}
