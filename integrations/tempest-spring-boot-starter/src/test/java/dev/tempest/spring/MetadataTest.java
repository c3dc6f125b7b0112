package dev.tempest.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MetadataTest {
    @Test
    void editorsKnowTheProperties() throws Exception {
        Path classes = Path.of(TempestProperties.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(classes.resolve("META-INF/spring-configuration-metadata.json"))
                .content()
                .contains(
                        "\"tempest.table-prefix\"",
                        "\"tempest.offset-secret\"",
                        "\"tempest.check-tables\"",
                        "\"tempest.update-timeout\"",
                        "\"management.health.tempest.enabled\"")
                .contains("Whether to compare the live tables with the model when the application starts.");
    }
}
