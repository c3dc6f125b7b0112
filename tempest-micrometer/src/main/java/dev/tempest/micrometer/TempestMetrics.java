package dev.tempest.micrometer;

import dev.tempest.OperationListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Reports the operations of a database to Micrometer: an observation for each, as a timer or a span, and meters of its requests.
 * Give it to the database's builder:
 *
 * <pre>{@code
 * MusicDb db = LogicalDb.builder(MusicDb.class)
 *         .listener(TempestMetrics.builder()
 *                 .observationRegistry(observationRegistry)
 *                 .meterRegistry(meterRegistry)
 *                 .build())
 *         ...
 * }</pre>
 *
 * <p>It serves several databases, and several threads. {@link TempestObservation} and {@link TempestMeter} list all names.
 */
public final class TempestMetrics implements OperationListener {
    private static final TempestObservationConvention DEFAULT = new DefaultTempestObservationConvention();

    private final ObservationRegistry observations;
    private final @Nullable Meters meters;
    private final @Nullable TempestObservationConvention convention;

    private TempestMetrics(Builder builder) {
        this.observations = builder.observations;
        this.meters = builder.meters == null ? null : new Meters(builder.meters);
        this.convention = builder.convention;
    }

    /** Registries and a convention. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public @Nullable Observer started(Operation operation) {
        if (observations.isNoop() && meters == null) {
            return null;
        }
        TempestContext context = new TempestContext(operation);
        Observation observation =
                TempestObservation.OPERATION.observation(convention, DEFAULT, () -> context, observations);
        return new Events(observation.start(), context, meters);
    }

    /** With a {@link MeterRegistry}, to which the capacity is reported. */
    @Override
    public boolean wantsConsumedCapacity() {
        return meters != null;
    }

    private record Events(
            Observation observation,
            TempestContext context,
            @Nullable Meters meters) implements Observer {

        @Override
        public @Nullable Scope sending(Request request) {
            context.sent(request.number());
            Observation.Scope scope = observation.openScope();
            return scope::close;
        }

        @Override
        public void received(Request request, Response response) {
            context.received(response.requestId());
            if (meters != null) {
                meters.received(context.operation(), request, response);
            }
        }

        @Override
        public void unreadable(int items) {
            if (meters != null) {
                meters.unreadable(context.operation(), items);
            }
        }

        @Override
        public void ended(Outcome outcome, @Nullable String error) {
            context.ended(outcome, error);
            if (meters != null) {
                meters.ended(context.operation(), outcome, context.requests());
            }
            if (error != null) {
                observation.error(new OperationFailure(error));
            }
            observation.stop();
        }
    }

    /** What the operations are reported to. */
    public static final class Builder {
        private ObservationRegistry observations = ObservationRegistry.NOOP;
        private @Nullable MeterRegistry meters;
        private @Nullable TempestObservationConvention convention;

        private Builder() {}

        /** Gets an observation for each operation; without one, there are meters only. */
        public Builder observationRegistry(ObservationRegistry registry) {
            this.observations = registry;
            return this;
        }

        /** Gets the meters of {@link TempestMeter}; without one, there are observations only. */
        public Builder meterRegistry(MeterRegistry registry) {
            this.meters = registry;
            return this;
        }

        /** Names the observations in place of the {@linkplain DefaultTempestObservationConvention default}. */
        public Builder convention(TempestObservationConvention naming) {
            this.convention = naming;
            return this;
        }

        /** A listener for the builders of databases. */
        public TempestMetrics build() {
            return new TempestMetrics(this);
        }
    }
}
