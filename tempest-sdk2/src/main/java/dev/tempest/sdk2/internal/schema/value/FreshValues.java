package dev.tempest.sdk2.internal.schema.value;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes attribute values as the SDK does it with the least garbage; older versions go through a builder. */
public final class FreshValues {
    // A constant, so that the compiler leaves out the other way.
    private static final boolean WITHOUT_BUILDER = isKnown();

    private FreshValues() {}

    private static boolean isKnown() {
        try {
            return AttributeValue.createBool(true) != null;
        } catch (NoSuchMethodError e) {
            return false;
        }
    }

    static AttributeValue ofText(String text) {
        return WITHOUT_BUILDER ? AttributeValue.createS(text) : AttributeValue.fromS(text);
    }

    static AttributeValue ofNumber(String number) {
        return WITHOUT_BUILDER ? AttributeValue.createN(number) : AttributeValue.fromN(number);
    }

    static AttributeValue ofBool(Boolean bool) {
        return WITHOUT_BUILDER ? AttributeValue.createBool(bool) : AttributeValue.fromBool(bool);
    }

    static AttributeValue ofList(List<AttributeValue> values) {
        return WITHOUT_BUILDER ? AttributeValue.createL(values) : AttributeValue.fromL(values);
    }

    static AttributeValue ofMap(Map<String, AttributeValue> entries) {
        return WITHOUT_BUILDER ? AttributeValue.createM(entries) : AttributeValue.fromM(entries);
    }
}
