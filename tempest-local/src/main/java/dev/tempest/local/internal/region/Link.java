package dev.tempest.local.internal.region;

/** The connection between two Regions, whichever is named first; of one Region, named twice, all that it has. */
record Link(String one, String other) {
    static Link between(String one, String other) {
        return one.compareTo(other) < 0 ? new Link(one, other) : new Link(other, one);
    }
}
