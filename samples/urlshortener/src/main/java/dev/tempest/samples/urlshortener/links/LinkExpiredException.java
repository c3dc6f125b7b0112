package dev.tempest.samples.urlshortener.links;

/** The link's time is over. */
public final class LinkExpiredException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LinkExpiredException(String alias) {
        super("The link has expired: " + alias);
    }
}
