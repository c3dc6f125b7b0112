package dev.tempest.micrometer;

import dev.tempest.OperationListener.Capacity;
import dev.tempest.OperationListener.Operation;
import dev.tempest.OperationListener.Outcome;
import dev.tempest.OperationListener.Request;
import dev.tempest.OperationListener.Response;
import dev.tempest.micrometer.TempestMeter.KeyNames;
import dev.tempest.micrometer.TempestObservation.LowCardinalityKeyNames;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/** Counts what the events of operations report. */
final class Meters {
    private static final String NONE = DefaultTempestObservationConvention.NONE;

    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    void received(Operation operation, Request request, Response response) {
        Tags keys = keys(operation);
        Tags ofRequest = keys.and(key(KeyNames.REQUEST, request.name()));
        counter(TempestMeter.REQUESTS, ofRequest.and(outcome(response.outcome()), errorType(response)))
                .increment();
        for (Capacity consumed : response.consumed()) {
            counter(
                            TempestMeter.CONSUMED_CAPACITY,
                            ofRequest.and(
                                    key(LowCardinalityKeyNames.DB_COLLECTION_NAME, consumed.table()),
                                    key(
                                            LowCardinalityKeyNames.INDEX,
                                            DefaultTempestObservationConvention.orNone(consumed.index()))))
                    .increment(consumed.units());
        }
        count(TempestMeter.ITEMS_SCANNED, keys, response.scanned());
        count(TempestMeter.ITEMS_RETURNED, keys, response.returned());
        count(TempestMeter.ITEMS_UNPROCESSED, keys, response.unprocessed());
        if (response.outcome() == Outcome.THROTTLED) {
            List<String> reasons = response.throttlingReasons();
            for (String reason : reasons.isEmpty() ? List.of(NONE) : reasons) {
                counter(TempestMeter.THROTTLED, ofRequest.and(key(KeyNames.THROTTLING_REASON, reason)))
                        .increment();
            }
        }
    }

    void unreadable(Operation operation, int items) {
        count(TempestMeter.ITEMS_UNREADABLE, keys(operation), items);
    }

    void ended(Operation operation, Outcome outcome, int requests) {
        DistributionSummary.builder(TempestMeter.ATTEMPTS.getName())
                .baseUnit(TempestMeter.ATTEMPTS.getBaseUnit())
                .tags(keys(operation).and(outcome(outcome)))
                .register(registry)
                .record(requests);
    }

    private void count(TempestMeter meter, Tags keys, int items) {
        if (items > 0) {
            counter(meter, keys).increment(items);
        }
    }

    private Counter counter(TempestMeter meter, Tags keys) {
        return Counter.builder(meter.getName())
                .baseUnit(meter.getBaseUnit())
                .tags(keys)
                .register(registry);
    }

    private static Tags keys(Operation operation) {
        return Tags.of(
                key(LowCardinalityKeyNames.DB_SYSTEM_NAME, DefaultTempestObservationConvention.SYSTEM),
                key(
                        LowCardinalityKeyNames.DB_COLLECTION_NAME,
                        DefaultTempestObservationConvention.collection(operation)),
                key(LowCardinalityKeyNames.DB_OPERATION_NAME, operation.name()),
                key(LowCardinalityKeyNames.TYPE, DefaultTempestObservationConvention.type(operation)),
                key(LowCardinalityKeyNames.INDEX, DefaultTempestObservationConvention.orNone(operation.index())));
    }

    private static Tag outcome(Outcome outcome) {
        return key(KeyNames.OUTCOME, DefaultTempestObservationConvention.outcome(outcome));
    }

    private static Tag errorType(Response response) {
        return key(KeyNames.ERROR_TYPE, DefaultTempestObservationConvention.orNone(response.error()));
    }

    private static Tag key(KeyName name, String value) {
        return Tag.of(name.asString(), value);
    }
}
