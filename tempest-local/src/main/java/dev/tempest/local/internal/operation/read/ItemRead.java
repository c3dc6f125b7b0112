package dev.tempest.local.internal.operation.read;

import dev.tempest.local.internal.capacity.CapacityUnits;
import dev.tempest.local.internal.expression.ExpressionParameters;
import dev.tempest.local.internal.expression.Projection;
import dev.tempest.local.internal.expression.syntax.ExpressionKind;
import dev.tempest.local.internal.json.JsonObject;
import dev.tempest.local.internal.value.AttributeValue;
import dev.tempest.local.internal.value.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How items are read by their keys: which parts, and how consistently. */
record ItemRead(@Nullable Projection projection, boolean consistent) {
    static ItemRead of(JsonObject request) {
        ExpressionParameters expressions =
                ExpressionParameters.of(request, List.of(ExpressionKind.PROJECTION), "AttributesToGet");
        Projection projection = expressions.projection();
        expressions.checkAllUsed();
        return new ItemRead(projection, request.flag("ConsistentRead"));
    }

    Map<String, AttributeValue> parts(Item item) {
        return projection == null ? item.attributes() : projection.of(item.attributes());
    }

    double units(@Nullable Item item) {
        return CapacityUnits.read(item == null ? 0 : item.size(), consistent);
    }
}
