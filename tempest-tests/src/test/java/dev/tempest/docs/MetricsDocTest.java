package dev.tempest.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tempest.docs.model.AlbumInfo;
import dev.tempest.docs.model.MusicDb;
import dev.tempest.micrometer.DefaultTempestObservationConvention;
import dev.tempest.micrometer.TempestContext;
import dev.tempest.micrometer.TempestMeter;
import dev.tempest.micrometer.TempestMetrics;
import dev.tempest.micrometer.TempestObservation;
import dev.tempest.sdk2.LogicalDb;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

class MetricsDocTest extends DocTest {
    private static final Pattern NAME = Pattern.compile("tempest_[a-z_]*(?:total|count|sum)\\b");
    private static final Pattern LINE = Pattern.compile("(?m)^(tempest_\\w+)\\{(.*)} \\S+$");

    @Test
    void reportsOperations() throws IOException {
        DynamoDbEnhancedClient enhancedClient = testDb.enhancedClient();

        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));

        MusicDb musicDb = LogicalDb.builder(MusicDb.class)
                .enhancedClient(enhancedClient)
                .listener(TempestMetrics.builder()
                        .observationRegistry(observations)
                        .meterRegistry(meters)
                        .build())
                .build();

        musicDb.music().albumInfo().load(new AlbumInfo.Key("ALBUM_1"));
        assertThat(linesWithKeys(meters.scrape())).containsAll(linesWithKeys(read("docs/metrics.md")));
    }

    /** The names of metrics with those of their keys. */
    private static Set<String> linesWithKeys(String text) {
        return LINE.matcher(text)
                .results()
                .map(line -> line.group(1) + line.group(2).replaceAll("\"[^\"]*\"", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(String file) throws IOException {
        return Files.readString(DocsTest.ROOT.resolve(file));
    }

    @Test
    void namesThemItsOwnWay() {
        ObservationRegistry observations = ObservationRegistry.create();

        TempestMetrics metrics = TempestMetrics.builder()
                .observationRegistry(observations)
                .convention(new DefaultTempestObservationConvention() {
                    @Override
                    public KeyValues getLowCardinalityKeyValues(TempestContext context) {
                        return super.getLowCardinalityKeyValues(context).and("team", "music");
                    }
                })
                .build();

        assertThat(metrics.wantsConsumedCapacity()).isFalse();
    }

    @Test
    void thePageNamesAllKeysAndMeters() throws IOException {
        String page = read("docs/metrics.md");

        Stream<KeyName> keys = Stream.of(
                        Stream.of(TempestObservation.OPERATION.getLowCardinalityKeyNames()),
                        Stream.of(TempestObservation.OPERATION.getHighCardinalityKeyNames()),
                        Stream.of(TempestMeter.KeyNames.values()))
                .flatMap(names -> names);
        assertThat(keys.map(key -> "`" + key.asString() + "`")).allMatch(page::contains);
        assertThat(TempestMeter.values()).allMatch(meter -> page.contains("| `" + meter.getName() + "` |"));
    }

    @Test
    void theDashboardShowsMetersThatThereAre() throws IOException {
        Set<String> known = Stream.of(TempestMeter.values())
                .map(meter -> meter.getName() + (meter.getBaseUnit() == null ? "" : "." + meter.getBaseUnit()))
                .map(name -> name.replace("requests.requests", "requests").replace('.', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
        known.add("tempest_operation_seconds");

        Set<String> shown = NAME.matcher(read("docs/grafana/tempest.json"))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceAll("_(total|count|sum)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(shown).isEqualTo(known);
    }
}
