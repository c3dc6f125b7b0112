package dev.tempest.sdk2;

/** How guarded writes are sent: saves, creates, deletes and updates that DynamoDB may refuse because of what is stored. */
public enum GuardedWrites {
    /**
     * As a PutItem or a DeleteItem: a write unit for each KB. If its answer is lost, the SDK sends the write again, and
     * may be refused because of its own first try; a {@link dev.tempest.WriteToken} tells that from a conflict.
     */
    PLAIN,

    /**
     * As a transaction of one operation. DynamoDB deduplicates retries by its token, so a failed condition always means that
     * another writer changed the item. If the write names no version and was sent more than once, an earlier try may still be
     * executed, and the outcome is a {@link dev.tempest.OutcomeUnknownException}. Two write units for each KB. Deletes do not
     * return the old item.
     */
    TRANSACTIONAL
}
