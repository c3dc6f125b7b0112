package dev.tempest.soak.check;

/** What the documentation says cannot be known or prevented. It is counted, each by its name, and is no violation. */
public enum Documented {
    /** A plain increment whose response was lost is sent again, and counts twice. */
    INCREMENT_COUNTED_TWICE("optimistic-locking.md, atomic counters"),
    /** A plain create whose response was lost, and whose item another writer deleted, creates the item a second time. */
    CREATED_TWICE("decisions/write-tokens.md"),
    /** What follows of that: the first life of the item goes on. */
    AFTER_CREATED_TWICE("decisions/write-tokens.md"),
    /** A number as version began again after a delete, so that a write from before passed its check. */
    NUMBER_CAME_AGAIN("optimistic-locking.md, versions"),
    /** What follows of either: a conflict whose cause such a write removed, so that what was read is stored again. */
    CONFLICT_WITH_WHAT_IS_GONE("optimistic-locking.md, versions"),
    /** The network itself executed a request again that it had answered with a conflict, and the condition then held. */
    DELIVERED_AGAIN("optimistic-locking.md, the write token"),
    /** Without a token or a transaction, a write is refused because of its own first try. */
    REFUSED_BY_OWN_TRY("optimistic-locking.md, lost responses"),
    /** A transaction of several operations is cancelled, and an earlier try of it is, or was, executed. */
    CANCELLED_AND_EXECUTED("transactions.md, when it fails"),
    /** A page of a writing pager is cancelled, and an earlier try of it is executed later. */
    PAGE_EXECUTED_LATE("paging.md, long lists of writes"),
    /** The library knows how often the SDK sent a write, and not that the first try was only throttled. */
    UNKNOWN_AFTER_THROTTLING("optimistic-locking.md, lost responses"),
    /** The client gave up waiting for a response. */
    UNKNOWN_AFTER_WAITING("optimistic-locking.md, when the outcome is unknown"),
    /** A conditional increment is refused because of its own first try. */
    INCREMENT_REFUSED_BY_OWN_TRY("optimistic-locking.md, atomic counters");

    private final String page;

    Documented(String page) {
        this.page = page;
    }

    /** Where it is documented. */
    public String page() {
        return page;
    }
}
