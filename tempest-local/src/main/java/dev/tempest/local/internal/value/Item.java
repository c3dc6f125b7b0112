package dev.tempest.local.internal.value;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stored item, immutable, with its size counted once. */
public final class Item {
    public static final int MAX_SIZE = 400 * 1024;

    private final Map<String, AttributeValue> attributes;
    private final int size;

    public Item(Map<String, AttributeValue> attributes) {
        this.attributes = Collections.unmodifiableMap(attributes);
        this.size = Values.size(attributes);
    }

    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    public @Nullable AttributeValue get(String name) {
        return attributes.get(name);
    }

    public int size() {
        return size;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item that && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }
}
