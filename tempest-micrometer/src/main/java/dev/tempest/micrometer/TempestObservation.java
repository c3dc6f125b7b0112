package dev.tempest.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The observations that this module makes, with all their names. */
public enum TempestObservation implements ObservationDocumentation {
    /**
     * One operation of Tempest: a save, a page of a query, an {@code update} with all its attempts, a batch with all its
     * requests. The spans that the AWS SDK makes of the requests are its children.
     */
    OPERATION {
        @Override
        public String getName() {
            return DefaultTempestObservationConvention.NAME;
        }

        @Override
        public String getContextualName() {
            return "tempest";
        }

        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultTempestObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return LowCardinalityKeyNames.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return HighCardinalityKeyNames.values();
        }
    };

    /** The keys of metrics and spans. Each operation has all of them; {@code none} stands for what it does not have. */
    public enum LowCardinalityKeyNames implements KeyName {
        /** Always {@code aws.dynamodb}. */
        DB_SYSTEM_NAME("db.system.name"),

        /** The DynamoDB table; {@code none} for a batch or a transaction, which may have several. */
        DB_COLLECTION_NAME("db.collection.name"),

        /** The method of Tempest that was called, such as {@code save}, {@code query} or {@code transactionWrite}. */
        DB_OPERATION_NAME("db.operation.name"),

        /** The item type's class, without its package. */
        TYPE("tempest.type"),

        /** The secondary index that is read. */
        INDEX("tempest.index"),

        /** How the operation ended: an {@link dev.tempest.OperationListener.Outcome} in lower case. */
        OUTCOME("tempest.outcome"),

        /** The code of DynamoDB's error, or else the class of what was thrown. */
        ERROR_TYPE("error.type");

        private final String key;

        LowCardinalityKeyNames(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** The further keys of spans. */
    public enum HighCardinalityKeyNames implements KeyName {
        /** How many requests the operation sent: more than one where it tried again. */
        REQUESTS("tempest.requests"),

        /** DynamoDB's ID of the last request; {@code none} if it is not known. */
        REQUEST_ID("aws.request_id");

        private final String key;

        HighCardinalityKeyNames(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
