package dev.tempest.local.internal.region;

import dev.tempest.local.internal.table.Replica;
import dev.tempest.local.internal.table.Table;
import java.util.List;
import java.util.stream.Stream;

/** What the replicas of both kinds of global tables have in common. */
abstract sealed class RegionReplica implements Replica permits EventualReplica, StrongReplica {
    final GlobalTable global;
    final String region;
    final Table table;

    RegionReplica(GlobalTable global, String region, Table table) {
        this.global = global;
        this.region = region;
        this.table = table;
    }

    final Stream<RegionReplica> siblings() {
        return global.replicas().values().stream().filter(replica -> replica != this);
    }

    @Override
    public final boolean isStrong() {
        return global.isStrong();
    }

    @Override
    public final boolean expiresItems() {
        return region.equals(global.firstRegion());
    }

    @Override
    public final List<Table> others() {
        return siblings().map(replica -> replica.table).toList();
    }

    @Override
    public final Description describe() {
        return new Description(
                isStrong(), siblings().map(replica -> replica.region).toList(), global.witness());
    }
}
