package dev.tempest.sdk2;

/** How conditional writes are sent: saves, merges, creates, deletes and updates with a condition. */
public enum ConditionalWrites {
    /**
     * As a PutItem, an UpdateItem or a DeleteItem. Costs one write unit for each KB. If the response is lost, the SDK retries,
     * and the condition may fail because the first attempt was applied. A {@link dev.tempest.WriteToken} distinguishes this case from a
     * conflict.
     */
    STANDARD,

    /**
     * As a transaction of one operation. Costs two write units for each KB. DynamoDB deduplicates retries by the client request
     * token, so a failed condition always means that another writer changed the item. If the write names no version and was
     * sent more than once, an earlier attempt may still be executed, and the outcome is a
     * {@link dev.tempest.OutcomeUnknownException}. Deletes do not return the old item.
     */
    TRANSACTIONAL
}
