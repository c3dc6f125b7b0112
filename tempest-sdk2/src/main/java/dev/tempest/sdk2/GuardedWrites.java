package dev.tempest.sdk2;

/** How guarded writes are sent: saves, creates, deletes and updates that DynamoDB may refuse because of what is stored. */
public enum GuardedWrites {
    /**
     * As a PutItem or a DeleteItem: a write unit for each KB. If its answer is lost, the SDK sends the write again, and
     * may be refused because of its own first try; a {@link dev.tempest.WriteToken} tells that from a conflict.
     */
    PLAIN,

    /**
     * As a transaction of one operation, by whose token DynamoDB knows a second try again: a refusal is then always of
     * another's write. Two write units for each KB. Deletes do not return the old item.
     */
    TRANSACTIONAL
}
