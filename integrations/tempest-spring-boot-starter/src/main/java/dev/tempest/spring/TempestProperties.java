package dev.tempest.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of all databases. A {@link LogicalDbCustomizer} can override them for one of them.
 *
 * @param tablePrefix Put before the name of each table, such as "prod-".
 * @param offsetSecret Secret that the text form of offsets is signed with. 16 bytes or more in UTF-8. Offsets are not signed without it.
 * @param checkTables Whether to compare the live tables with the model when the application starts.
 * @param updateTimeout How long an update retries against other writers and failures. 9 minutes at most, 30 seconds if not set.
 */
@ConfigurationProperties("tempest")
public record TempestProperties(
        @DefaultValue("") String tablePrefix,
        @Nullable String offsetSecret,
        @DefaultValue("off") CheckTables checkTables,
        @Nullable Duration updateTimeout) {
    /** What to do about tables that differ from the model. */
    public enum CheckTables {
        /** They are not looked at. */
        OFF,

        /** Differences are logged, and so is it if the tables cannot be checked. */
        WARN,

        /** The application does not start if a table has an error, or if the tables cannot be checked. Warnings are logged. */
        FAIL
    }

    /** Does not show the secret. */
    @Override
    public String toString() {
        return "TempestProperties[tablePrefix=" + tablePrefix + ", checkTables=" + checkTables + ", updateTimeout="
                + updateTimeout + "]";
    }
}
