package dev.tempest.samples.urlshortener.links;

import dev.tempest.samples.urlshortener.model.Link;

/** The link is another by now than the one that its editor saw. */
public final class StaleLinkException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Link stored;

    StaleLinkException(Link stored, Throwable cause) {
        super("The link was changed in the meantime: " + stored.alias(), cause);
        this.stored = stored;
    }

    /** What is stored now. */
    public Link stored() {
        return stored;
    }
}
