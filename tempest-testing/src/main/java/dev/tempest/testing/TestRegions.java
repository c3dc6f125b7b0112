package dev.tempest.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalTableWitnessGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.MultiRegionConsistency;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * The Regions in which a test's tables have replicas, and the consistency between them.
 *
 * <p>Instances are immutable.
 */
public final class TestRegions {
    private final List<String> replicas;
    private final @Nullable String witness;
    private final MultiRegionConsistency consistency;

    private TestRegions(List<String> replicas, @Nullable String witness, MultiRegionConsistency consistency) {
        this.replicas = List.copyOf(replicas);
        this.witness = witness;
        this.consistency = consistency;
        if (Stream.concat(replicas.stream(), Stream.ofNullable(witness))
                        .distinct()
                        .count()
                != replicas.size() + (witness == null ? 0 : 1)) {
            throw new IllegalArgumentException("Each Region can be given once: " + this);
        }
    }

    /**
     * Replicas with multi-Region eventual consistency: each Region takes writes, and the last writer wins. Writes wait until
     * the test lets them through: {@link DynamoDbConnection#regions()}.
     *
     * @param first such as {@code us-east-1}; the test's clients lead there unless they are made for another Region
     */
    public static TestRegions eventual(String first, String second, String... others) {
        List<String> all = new ArrayList<>(List.of(first, second));
        all.addAll(List.of(others));
        return new TestRegions(all, null, MultiRegionConsistency.EVENTUAL);
    }

    /** Three replicas with multi-Region strong consistency, in Regions of one Region set, such as three of the USA. */
    public static TestRegions strong(String first, String second, String third) {
        return new TestRegions(List.of(first, second, third), null, MultiRegionConsistency.STRONG);
    }

    /** Two replicas with multi-Region strong consistency, and a witness, which takes no requests. */
    public static TestRegions strongWithWitness(String first, String second, String witness) {
        return new TestRegions(List.of(first, second), witness, MultiRegionConsistency.STRONG);
    }

    /** The Regions with replicas. */
    public List<String> replicas() {
        return replicas;
    }

    /** The Region that the test's clients lead to unless they are made for another one. */
    public String first() {
        return replicas.get(0);
    }

    /** The request that makes a table of the first Region global. */
    UpdateTableRequest request(String tableName) {
        UpdateTableRequest.Builder request = UpdateTableRequest.builder()
                .tableName(tableName)
                .multiRegionConsistency(consistency)
                .replicaUpdates(replicas.stream()
                        .skip(1)
                        .map(region -> ReplicationGroupUpdate.builder()
                                .create(create -> create.regionName(region))
                                .build())
                        .toList());
        if (witness != null) {
            request.globalTableWitnessUpdates(GlobalTableWitnessGroupUpdate.builder()
                    .create(create -> create.regionName(witness))
                    .build());
        }
        return request.build();
    }

    @Override
    public String toString() {
        return "TestRegions[" + consistency + " " + replicas + (witness == null ? "" : ", witness " + witness) + "]";
    }
}
