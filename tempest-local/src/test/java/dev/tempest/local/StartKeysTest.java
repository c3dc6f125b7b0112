package dev.tempest.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartKeysTest {
    private static final String SCAN = """
            {'TableName': 'events', 'ExclusiveStartKey': {'pk': {'S': ''}, 'sk': {'N': '1'}%s}""";

    private final Local local = Local.withEvents();

    @Test
    void aStartKeyWithAnEmptyValueIsInvalidForATable() {
        assertThat(local.error("Scan", SCAN.formatted("") + "}"))
                .contains("The provided starting key is invalid")
                .contains("cannot contain an empty string value. Key: pk");
    }

    @Test
    void aStartKeyWithAnEmptyValueIsInvalidForAnIndex() {
        assertThat(local.error("Scan", SCAN.formatted(", 'g': {'S': 'g'}") + ", 'IndexName': 'global'}"))
                .contains("The provided starting key is invalid")
                .contains("cannot contain an empty string value. Key: pk");
        assertThat(local.error("Scan", SCAN.formatted(", 'l': {'S': 'l1'}") + ", 'IndexName': 'local'}"))
                .contains("The provided starting key is invalid")
                .contains("cannot contain an empty string value. Key: pk");
    }
}
