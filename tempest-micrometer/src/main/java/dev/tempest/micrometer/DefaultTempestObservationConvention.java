package dev.tempest.micrometer;

import dev.tempest.OperationListener.Operation;
import dev.tempest.OperationListener.Outcome;
import dev.tempest.micrometer.TempestObservation.HighCardinalityKeyNames;
import dev.tempest.micrometer.TempestObservation.LowCardinalityKeyNames;
import io.micrometer.common.KeyValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of {@link TempestObservation}. Every observation has the same keys. */
public class DefaultTempestObservationConvention implements TempestObservationConvention {
    static final String NAME = "tempest.operation";
    static final String SYSTEM = "aws.dynamodb";
    static final String NONE = "none";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getContextualName(TempestContext context) {
        Operation operation = context.operation();
        Class<?> type = operation.type();
        return "tempest " + operation.name() + (type == null ? "" : " " + type.getSimpleName());
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(TempestContext context) {
        Operation operation = context.operation();
        return KeyValues.of(
                LowCardinalityKeyNames.DB_SYSTEM_NAME.withValue(SYSTEM),
                LowCardinalityKeyNames.DB_COLLECTION_NAME.withValue(collection(operation)),
                LowCardinalityKeyNames.DB_OPERATION_NAME.withValue(operation.name()),
                LowCardinalityKeyNames.TYPE.withValue(type(operation)),
                LowCardinalityKeyNames.INDEX.withValue(orNone(operation.index())),
                LowCardinalityKeyNames.OUTCOME.withValue(outcome(context.outcome())),
                LowCardinalityKeyNames.ERROR_TYPE.withValue(orNone(context.errorType())));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(TempestContext context) {
        return KeyValues.of(
                HighCardinalityKeyNames.REQUESTS.withValue(Integer.toString(context.requests())),
                HighCardinalityKeyNames.REQUEST_ID.withValue(orNone(context.requestId())));
    }

    static String collection(Operation operation) {
        return operation.tables().size() == 1 ? operation.tables().iterator().next() : NONE;
    }

    static String type(Operation operation) {
        Class<?> type = operation.type();
        return type == null ? NONE : type.getSimpleName();
    }

    static String outcome(@Nullable Outcome outcome) {
        return outcome == null ? NONE : outcome.name().toLowerCase(Locale.ROOT);
    }

    static String orNone(@Nullable String text) {
        return text == null ? NONE : text;
    }
}
