package dev.tempest.testing.internal;

import java.util.UUID;

/** Names under which a server keeps databases apart. */
public final class AccessKeyIds {
    private AccessKeyIds() {}

    /** One that nobody else has, on this machine or another. */
    public static String unique() {
        return "T" + UUID.randomUUID().toString().replace("-", "");
    }
}
