package dev.tempest.samples.terminal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The options of the command line: which DynamoDB to use, or only to say which there are. */
public sealed interface Options {
    /**
     * Where the data is, in words that follow on "the library is ...".
     *
     * @param region tells which region it is, in AWS
     */
    default String place(Supplier<?> region) {
        if (this instanceof Endpoint endpoint) {
            return "at " + endpoint.uri();
        }
        return this instanceof Aws ? "in AWS, region " + region.get() : "on an embedded DynamoDB";
    }

    /** A DynamoDB of the program's own. */
    record Embedded() implements Options {}

    /** A DynamoDB at some address. */
    record Endpoint(URI uri) implements Options {}

    /** DynamoDB at AWS. */
    record Aws() implements Options {}

    /** Only tell how to use the program. */
    record Help() implements Options {}

    /** What is wrong with the options, in words for the user. */
    final class WrongOptionException extends Exception {
        private static final long serialVersionUID = 1;

        WrongOptionException(String message) {
            super(message);
        }
    }

    static Options parse(List<String> arguments) throws WrongOptionException {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return new Help();
        }
        if (arguments.isEmpty()) {
            return new Embedded();
        }
        Deque<String> rest = new ArrayDeque<>(arguments);
        String first = rest.removeFirst();
        Options options = switch (first) {
            case "--aws" -> new Aws();
            case "--endpoint" -> {
                if (rest.isEmpty()) {
                    throw new WrongOptionException("--endpoint needs a URL, such as http://localhost:8000.");
                }
                yield new Endpoint(parseUrl(rest.removeFirst()));
            }
            default -> throw new WrongOptionException("There is no option \"" + first + "\".");
        };
        if (!rest.isEmpty()) {
            throw new WrongOptionException("\"" + rest.getFirst() + "\" is one option too many.");
        }
        return options;
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
