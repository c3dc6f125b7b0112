package dev.tempest.items;

/** What happened to an item. */
public enum ChangeKind {
    /** The item was created. */
    CREATED,
    /** The item existed before, and exists afterwards. */
    UPDATED,
    /** The item was created or updated. An incremental export without old images does not say which. */
    WRITTEN,
    /** A program deleted the item. */
    DELETED,
    /** DynamoDB deleted the item because its time to live was over. */
    EXPIRED;

    /** Whether the item no longer exists after the change. */
    public boolean isRemoval() {
        return this == DELETED || this == EXPIRED;
    }
}
