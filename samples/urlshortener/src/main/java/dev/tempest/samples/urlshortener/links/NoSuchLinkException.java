package dev.tempest.samples.urlshortener.links;

/** There is no link with this alias, or it is another owner's. */
public final class NoSuchLinkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchLinkException(String alias) {
        super("No such link: " + alias);
    }
}
