package dev.tempest.soak;

import dev.tempest.soak.access.Rows;
import dev.tempest.soak.check.Checker;
import dev.tempest.soak.history.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a table's stream from its beginning to the item that ends it. */
final class StreamReader implements Runnable {
    /** The key of the item that is written last. */
    static final String END = "end";

    private static final int MOST_RECORDS = 1_000;

    /** Whoever asks for each record by itself keeps a processor busy. */
    private static final long PAUSE_MILLIS = 1_000;

    private final DynamoDbStreamsClient client;
    private final String stream;
    private final Checker checker;
    private final Map<String, String> iterators = new HashMap<>();
    /** The last records that were read. */
    private final Map<String, String> positions = new HashMap<>();

    private final Set<String> finished = new HashSet<>();
    private boolean ended;
    private volatile @Nullable Throwable failure;

    StreamReader(DynamoDbStreamsClient client, String stream, Checker checker) {
        this.client = client;
        this.stream = stream;
        this.checker = checker;
    }

    /** What ended the reading before the end of the stream. */
    @Nullable Throwable failure() {
        return failure;
    }

    @Override
    public void run() {
        try {
            List<Shard> shards = shards();
            int known = 0;
            while (!ended) {
                for (Shard shard : shards) {
                    String parent = shard.parentShardId();
                    boolean due = parent == null || finished.contains(parent) || !iterators.containsKey(parent);
                    if (due && !finished.contains(shard.shardId())) {
                        read(shard.shardId());
                    }
                }
                if (finished.size() > known) {
                    // Only the end of a shard brings others.
                    known = finished.size();
                    shards = shards();
                }
                if (!ended) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (RuntimeException | InterruptedException e) {
            failure = e;
        }
    }

    private List<Shard> shards() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            String start = last;
            DescribeStreamResponse response =
                    client.describeStream(request -> request.streamArn(stream).exclusiveStartShardId(start));
            shards.addAll(response.streamDescription().shards());
            last = response.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    private void read(String shard) {
        boolean full = true;
        while (full) {
            GetRecordsResponse response = records(shard);
            for (Record taken : response.records()) {
                take(taken);
                positions.put(shard, taken.dynamodb().sequenceNumber());
            }
            if (response.nextShardIterator() == null) {
                finished.add(shard);
                return;
            }
            iterators.put(shard, response.nextShardIterator());
            full = response.records().size() == MOST_RECORDS;
        }
    }

    private GetRecordsResponse records(String shard) {
        try {
            return recordsOf(iterators.computeIfAbsent(shard, this::iterator));
        } catch (TrimmedDataAccessException | ExpiredIteratorException e) {
            // Some engines say so of an iterator from before the shard's first record.
            String fresh = iterator(shard);
            iterators.put(shard, fresh);
            return recordsOf(fresh);
        }
    }

    private GetRecordsResponse recordsOf(String iterator) {
        return client.getRecords(request -> request.shardIterator(iterator).limit(MOST_RECORDS));
    }

    private String iterator(String shard) {
        String position = positions.get(shard);
        return client.getShardIterator(request -> request.streamArn(stream)
                        .shardId(shard)
                        .sequenceNumber(position)
                        .shardIteratorType(
                                position == null
                                        ? ShardIteratorType.TRIM_HORIZON
                                        : ShardIteratorType.AFTER_SEQUENCE_NUMBER))
                .shardIterator();
    }

    private void take(Record taken) {
        StreamRecord event = taken.dynamodb();
        AttributeValue key = event.keys().get("partition_key");
        if (key == null) {
            throw new IllegalStateException("A record without a key: " + taken);
        }
        if (key.s().equals(END)) {
            ended = true;
            return;
        }
        Change change =
                new Change(Rows.state(event.oldImage()), Rows.state(event.newImage()), Rows.note(event.newImage()));
        synchronized (checker) {
            checker.add(key.s(), change);
        }
    }
}
