package dev.tempest.micrometer;

import dev.tempest.micrometer.TempestObservation.LowCardinalityKeyNames;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.jspecify.annotations.Nullable;

/** The meters that this module registers besides those that Micrometer makes of the observations. */
public enum TempestMeter implements MeterDocumentation {
    /** The requests that were sent, by what became of each: those of an {@code update} that met another writer, too. */
    REQUESTS("tempest.requests", Meter.Type.COUNTER, "requests"),

    /** How many requests each operation sent. */
    ATTEMPTS("tempest.attempts", Meter.Type.DISTRIBUTION_SUMMARY, "requests"),

    /** The capacity that DynamoDB consumed; {@code db.collection.name} and {@code tempest.index} say of what. */
    CONSUMED_CAPACITY("tempest.consumed.capacity", Meter.Type.COUNTER, "units"),

    /** The items that DynamoDB looked at for queries and scans. */
    ITEMS_SCANNED("tempest.items.scanned", Meter.Type.COUNTER, null),

    /** The items that queries and scans returned or counted. */
    ITEMS_RETURNED("tempest.items.returned", Meter.Type.COUNTER, null),

    /** The stored items that could not be read as their type. */
    ITEMS_UNREADABLE("tempest.items.unreadable", Meter.Type.COUNTER, null),

    /** The keys and writes of batches that DynamoDB left unprocessed, each time that it did. */
    ITEMS_UNPROCESSED("tempest.items.unprocessed", Meter.Type.COUNTER, null),

    /** The requests that DynamoDB throttled, by its reason: {@code none} if it did not say why. */
    THROTTLED("tempest.throttled", Meter.Type.COUNTER, "requests");

    private final String name;
    private final Meter.Type type;
    private final @Nullable String unit;

    TempestMeter(String name, Meter.Type type, @Nullable String unit) {
        this.name = name;
        this.type = type;
        this.unit = unit;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public @Nullable String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return switch (this) {
            case REQUESTS -> ofOperationAnd(KeyNames.REQUEST, KeyNames.OUTCOME, KeyNames.ERROR_TYPE);
            case ATTEMPTS -> ofOperationAnd(KeyNames.OUTCOME);
            case CONSUMED_CAPACITY -> ofOperationAnd(KeyNames.REQUEST);
            case THROTTLED -> ofOperationAnd(KeyNames.REQUEST, KeyNames.THROTTLING_REASON);
            case ITEMS_SCANNED, ITEMS_RETURNED, ITEMS_UNREADABLE, ITEMS_UNPROCESSED -> ofOperationAnd();
        };
    }

    /** The keys that say which operation a meter is about, which every meter has, and its own. */
    private static KeyName[] ofOperationAnd(KeyName... own) {
        return KeyName.merge(
                new KeyName[] {
                    LowCardinalityKeyNames.DB_SYSTEM_NAME,
                    LowCardinalityKeyNames.DB_COLLECTION_NAME,
                    LowCardinalityKeyNames.DB_OPERATION_NAME,
                    LowCardinalityKeyNames.TYPE,
                    LowCardinalityKeyNames.INDEX
                },
                own);
    }

    /** Keys that observations do not have, or that stand for one request. */
    public enum KeyNames implements KeyName {
        /** DynamoDB's operation, such as {@code PutItem}. */
        REQUEST("tempest.request"),

        /** How the request or the operation ended. */
        OUTCOME("tempest.outcome"),

        /** The code of DynamoDB's error, or else the class of what the client threw. */
        ERROR_TYPE("error.type"),

        /** Such as {@code TableReadProvisionedThroughputExceeded}. */
        THROTTLING_REASON("tempest.throttling.reason");

        private final String key;

        KeyNames(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
