package dev.tempest.items;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An item that a bulk put did not write.
 *
 * @param item the item that was to be written; an {@link UnreadableRecord} if the line could not be read
 * @param existing the item that was there, if DynamoDB reports it: it does if a condition failed
 * @param details what else DynamoDB reports, such as the reason, by the names and in the form in which it stands in the report
 * @param place the file with the number of the line
 */
public record NotWrittenItem(ReadItem item, Optional<ReadItem> existing, Map<String, Object> details, String place) {
    /** Copies the details. */
    public NotWrittenItem {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /** Does not show the items and details, which may hold what no log should hold. */
    @Override
    public String toString() {
        return place + ": " + item.getClass().getSimpleName() + " was not written";
    }
}
