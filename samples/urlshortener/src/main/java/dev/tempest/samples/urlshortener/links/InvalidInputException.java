package dev.tempest.samples.urlshortener.links;

/** What somebody typed cannot be taken; the message tells them why. */
public final class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidInputException(String message) {
        super(message);
    }
}
