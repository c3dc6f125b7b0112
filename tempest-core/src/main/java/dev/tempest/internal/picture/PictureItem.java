package dev.tempest.internal.picture;

import java.util.Map;

/**
 * A sample item.
 *
 * @param item the user's object
 * @param row what DynamoDB stores
 */
record PictureItem<V>(PictureType<V> type, Object item, Map<String, V> row) {}
