package dev.tempest.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/** Names the observations of Tempest's operations. Extend {@link DefaultTempestObservationConvention} to change a part of it. */
public interface TempestObservationConvention extends ObservationConvention<TempestContext> {
    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof TempestContext;
    }
}
