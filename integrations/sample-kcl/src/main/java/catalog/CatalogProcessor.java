package catalog;

import com.amazonaws.services.dynamodbv2.streamsadapter.adapter.DynamoDBStreamsClientRecord;
import com.amazonaws.services.dynamodbv2.streamsadapter.model.DynamoDBStreamsProcessRecordsInput;
import com.amazonaws.services.dynamodbv2.streamsadapter.processor.DynamoDBStreamsShardRecordProcessor;
import dev.tempest.items.Changes;
import dev.tempest.items.HandledRecords;
import dev.tempest.items.ReadRecord;
import dev.tempest.sdk2.items.ItemReader;
import java.util.List;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;

/** Handles the records of one shard. */
public final class CatalogProcessor implements DynamoDBStreamsShardRecordProcessor {
    private static final int ATTEMPTS = 5;

    private final ItemReader reader = ItemReader.of(CatalogTable.class);
    private final Changes changes;
    private final Runnable backOff;
    private final Runnable stop;
    private boolean stopped;

    /**
     * A processor.
     *
     * @param changes what to do with a change
     * @param backOff waits before a record is handled again
     * @param stop stops the worker, so that it starts again at the last checkpoint
     */
    public CatalogProcessor(Changes changes, Runnable backOff, Runnable stop) {
        this.changes = changes;
        this.backOff = backOff;
        this.stop = stop;
    }

    @Override
    public void initialize(InitializationInput input) {}

    @Override
    public void processRecords(DynamoDBStreamsProcessRecordsInput input) {
        List<ReadRecord> records = reader.records(input.records().stream()
                .map(DynamoDBStreamsClientRecord::getRecord)
                .toList());
        for (int attempt = 1; !stopped; attempt++) {
            HandledRecords handled = changes.handle(records);
            if (handled.isComplete()) {
                checkpoint(input.checkpointer());
                return;
            }
            records = records.subList(handled.handled() + handled.unreadable(), records.size());
            if (attempt < ATTEMPTS) {
                backOff.run();
            } else {
                stopped = true;
                stop.run();
            }
        }
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
        checkpoint(input.checkpointer());
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        checkpoint(input.checkpointer());
    }

    @Override
    public void leaseLost(LeaseLostInput input) {}

    private void checkpoint(RecordProcessorCheckpointer checkpointer) {
        if (stopped) {
            return;
        }
        try {
            checkpointer.checkpoint();
        } catch (ShutdownException e) {
            // Another worker has the shard now, and starts at the checkpoint before.
        } catch (InvalidStateException e) {
            throw new IllegalStateException("The table of the leases is not as it should be.", e);
        }
    }
}
