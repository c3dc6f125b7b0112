package dev.tempest.local.internal.stream;

/** What of an item a stream shows. */
public enum StreamView {
    KEYS_ONLY(false, false),
    NEW_IMAGE(false, true),
    OLD_IMAGE(true, false),
    NEW_AND_OLD_IMAGES(true, true);

    private final boolean old;
    private final boolean young;

    StreamView(boolean old, boolean young) {
        this.old = old;
        this.young = young;
    }

    boolean old() {
        return old;
    }

    boolean young() {
        return young;
    }
}
