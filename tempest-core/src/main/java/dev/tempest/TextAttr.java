package dev.tempest;

/**
 * An attribute that holds text.
 *
 * @param <T> the item type
 */
public interface TextAttr<T> extends Attr<T, String> {
    /** Holds if the text begins with a prefix: after the prefix that the property itself has, if it has one. */
    Condition<T> beginsWith(String prefix);

    /** Holds if the text contains another. */
    Condition<T> contains(String part);
}
