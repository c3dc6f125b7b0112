package dev.tempest.sdk2.kotlin

import dev.tempest.WorkerId
import dev.tempest.sdk2.BatchLoadConfig
import dev.tempest.sdk2.QueryConfig
import dev.tempest.sdk2.ScanConfig
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

/** Configurations by named arguments, as a Kotlin programmer writes them. */
class ConfigsTest {
    @Test
    fun `have the defaults of the builders`() {
        assertThat(QueryConfig()).isEqualTo(QueryConfig.builder().build())
        assertThat(ScanConfig()).isEqualTo(ScanConfig.builder().build())
        assertThat(BatchLoadConfig()).isEqualTo(BatchLoadConfig.builder().build())
        assertThat(dev.tempest.sdk1.kotlin.QueryConfig()).isEqualTo(dev.tempest.sdk1.QueryConfig.builder().build())
        assertThat(dev.tempest.sdk1.kotlin.ScanConfig()).isEqualTo(dev.tempest.sdk1.ScanConfig.builder().build())
        assertThat(dev.tempest.sdk1.kotlin.BatchLoadConfig())
            .isEqualTo(dev.tempest.sdk1.BatchLoadConfig.builder().build())
    }

    @Test
    fun `take named arguments`() {
        assertThat(QueryConfig(asc = false, pageSize = 7))
            .isEqualTo(QueryConfig.builder().asc(false).pageSize(7).build())
        assertThat(ScanConfig(workerId = WorkerId(1, 4)))
            .isEqualTo(ScanConfig.builder().workerId(WorkerId(1, 4)).build())
        assertThat(BatchLoadConfig(consistentRead = true, maxPageSize = 7))
            .isEqualTo(BatchLoadConfig.builder().consistentRead(true).maxPageSize(7).build())
        assertThat(dev.tempest.sdk1.kotlin.QueryConfig(pageSize = 7))
            .isEqualTo(dev.tempest.sdk1.QueryConfig.builder().pageSize(7).build())
    }
}
