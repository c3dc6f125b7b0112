package catalog;

import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.StreamsSchedulerFactory;
import com.amazonaws.services.dynamodbv2.streamsadapter.polling.DynamoDBStreamsPollingConfig;
import dev.tempest.items.Changes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.processor.StreamTracker;

/** Reads a table's stream until it is stopped. */
public final class CatalogConsumer {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private CatalogConsumer() {}

    /**
     * Runs a worker.
     *
     * @param streamArn the stream's ARN, as {@code DescribeTable} returns it
     * @param changes what to do with a change; called by the threads of several shards
     */
    public static void run(String streamArn, Region region, Changes changes) {
        AmazonDynamoDBStreamsAdapterClient streams = new AmazonDynamoDBStreamsAdapterClient(
                DynamoDbStreamsClient.builder().region(region).build(), region);
        StreamTracker tracker = StreamsSchedulerFactory.createSingleStreamTracker(
                streamArn, InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON));
        Scheduler[] scheduler = new Scheduler[1];
        ConfigsBuilder configs = new ConfigsBuilder(
                tracker,
                "catalog-index",
                streams,
                DynamoDbAsyncClient.builder().region(region).build(),
                CloudWatchAsyncClient.builder().region(region).build(),
                UUID.randomUUID().toString(),
                () -> new CatalogProcessor(
                        changes, () -> LockSupport.parkNanos(PAUSE.toNanos()), () -> scheduler[0].shutdown()));
        scheduler[0] = StreamsSchedulerFactory.createScheduler(
                configs.checkpointConfig(),
                configs.coordinatorConfig(),
                configs.leaseManagementConfig(),
                configs.lifecycleConfig(),
                configs.metricsConfig(),
                configs.processorConfig(),
                configs.retrievalConfig().retrievalSpecificConfig(new DynamoDBStreamsPollingConfig(streamArn, streams)),
                streams);
        scheduler[0].run();
    }
}
