package dev.tempest.docs

import dev.tempest.docs.model.AlbumInfo
import dev.tempest.docs.model.MusicDb
import dev.tempest.micrometer.DefaultTempestObservationConvention
import dev.tempest.micrometer.TempestContext
import dev.tempest.micrometer.TempestMetrics
import dev.tempest.sdk2.LogicalDb
import dev.tempest.sdk2.kotlin.load
import io.micrometer.common.KeyValues
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler
import io.micrometer.observation.ObservationRegistry
import io.micrometer.prometheusmetrics.PrometheusConfig
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class MetricsDocTest : DocTest() {
    @Test
    fun `reports operations`() {
        val enhancedClient = testDb.enhancedClient()

        val meters = PrometheusMeterRegistry(PrometheusConfig.DEFAULT)
        val observations = ObservationRegistry.create()
        observations.observationConfig().observationHandler(DefaultMeterObservationHandler(meters))

        val musicDb =
            LogicalDb.builder(MusicDb::class.java)
                .enhancedClient(enhancedClient)
                .listener(TempestMetrics.builder().observationRegistry(observations).meterRegistry(meters).build())
                .build()

        musicDb.music.albumInfo.load(AlbumInfo.Key("ALBUM_1"))
        assertThat(meters.scrape()).contains("tempest_operation_seconds_count{")
    }

    @Test
    fun `names them its own way`() {
        val observations = ObservationRegistry.create()

        val metrics =
            TempestMetrics.builder()
                .observationRegistry(observations)
                .convention(
                    object : DefaultTempestObservationConvention() {
                        override fun getLowCardinalityKeyValues(context: TempestContext): KeyValues =
                            super.getLowCardinalityKeyValues(context).and("team", "music")
                    }
                )
                .build()

        assertThat(metrics.wantsConsumedCapacity()).isFalse()
    }
}
