package dev.tempest.sdk2.internal.request;

import dev.tempest.sdk2.internal.schema.IndexKeys;
import dev.tempest.sdk2.internal.schema.value.FreshValues;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.util.VersionInfo;

/**
 * The version of the AWS SDK that the program runs with, which may be older than the one that this library is compiled
 * against. What came to the SDK after the least version is used through one class for each feature, which does without it
 * where it is missing: {@link FreshValues}, {@link IndexKeys} and {@link EnhancedClients}.
 */
public final class SdkVersion {
    /** The first with the number of attempts in its exceptions, without which a lost response cannot be detected. */
    private static final int[] LEAST = {2, 31, 0};

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

    private SdkVersion() {}

    /**
     * Checks the version of the SDK on the class path.
     *
     * @throws IllegalStateException if it is too old
     */
    public static void require() {
        require(current());
    }

    static void require(@Nullable String version) {
        Matcher matcher = VERSION.matcher(version == null ? "" : version);
        if (matcher.lookingAt() && isLess(matcher)) {
            throw new IllegalStateException("tempest-sdk2 needs the AWS SDK for Java 2.31.0 or newer, but " + version
                    + " is on the class path. Import a newer version of software.amazon.awssdk:bom.");
        }
    }

    private static boolean isLess(Matcher version) {
        for (int i = 0; i < LEAST.length; i++) {
            int part = Integer.parseInt(version.group(i + 1));
            if (part != LEAST[i]) {
                return part < LEAST[i];
            }
        }
        return false;
    }

    /** Null if the SDK does not say so. */
    private static @Nullable String current() {
        try {
            // Not read by its name, of which the compiler would make the version that it sees.
            return (String) VersionInfo.class.getField("SDK_VERSION").get(null);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
