package dev.tempest.sdk2.internal.request;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A version of the AWS SDK that is too old is named when a database is created. */
class SdkVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"2.30.38", "2.9.26", "1.12.797", "2.30.0-PREVIEW"})
    void anOlderVersionIsRefused(String version) {
        assertThatThrownBy(() -> SdkVersion.require(version))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tempest-sdk2 needs the AWS SDK for Java 2.31.0 or newer, but " + version
                        + " is on the class path. Import a newer version of software.amazon.awssdk:bom.");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"2.31.0", "2.31.78", "2.100.0", "3.0.0", "2.60.1-SNAPSHOT", "unknown"})
    void othersAreNot(String version) {
        assertThatCode(() -> SdkVersion.require(version)).doesNotThrowAnyException();
    }

    @Test
    void theVersionOnTheClassPathIsFound() {
        assertThatCode(SdkVersion::require).doesNotThrowAnyException();
    }
}
