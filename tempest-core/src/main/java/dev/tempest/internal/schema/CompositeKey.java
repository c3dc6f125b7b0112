package dev.tempest.internal.schema;

import java.util.List;

/** The key of an index that has more than one attribute in a part. Views know no such keys, but its attributes are keys. */
public record CompositeKey(List<String> partitionKeys, List<String> sortKeys) {
    boolean contains(String attribute) {
        return partitionKeys.contains(attribute) || sortKeys.contains(attribute);
    }
}
