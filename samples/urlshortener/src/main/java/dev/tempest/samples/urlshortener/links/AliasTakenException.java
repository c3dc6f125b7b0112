package dev.tempest.samples.urlshortener.links;

/** There is a link with this alias already. */
public final class AliasTakenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String alias;
    private final boolean own;

    AliasTakenException(String alias, boolean own, Throwable cause) {
        super("The alias is taken: " + alias, cause);
        this.alias = alias;
        this.own = own;
    }

    public String alias() {
        return alias;
    }

    /** Whether the link is of the same owner. */
    public boolean isOwn() {
        return own;
    }
}
