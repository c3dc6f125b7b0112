package dev.tempest.items;

/**
 * The names of the members in the lines of a bulk put and of its report. Unless you say otherwise, they are those of PutItem, and
 * {@code ExistingItem} for the item that was there.
 *
 * @param item has the item to put, in lines and in the report
 * @param condition has the condition
 * @param names has the placeholders of attribute names in the condition
 * @param values has the placeholders of values in the condition
 * @param existingItem has, in the report, the item that was there
 */
public record BulkPutFormat(String item, String condition, String names, String values, String existingItem) {
    /** The names of PutItem. */
    public static final BulkPutFormat PUT_ITEM = new BulkPutFormat(
            "Item", "ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues", "ExistingItem");
}
