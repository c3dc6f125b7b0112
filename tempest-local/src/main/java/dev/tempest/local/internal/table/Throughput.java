package dev.tempest.local.internal.table;

/** Provisioned capacity in units a second; none of either is on demand. */
public record Throughput(long read, long write) {
    public static final Throughput ON_DEMAND = new Throughput(0, 0);

    public boolean isProvisioned() {
        return read > 0;
    }
}
