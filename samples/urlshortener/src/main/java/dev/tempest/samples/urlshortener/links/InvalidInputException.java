package dev.tempest.samples.urlshortener.links;

/** What somebody typed cannot be taken; the reason tells them why. */
public final class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    InvalidInputException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why it cannot be taken, in words for who typed it. */
    public String reason() {
        return reason;
    }
}
