package dev.tempest.benchmarks;

import dev.tempest.BeginsWith;
import dev.tempest.benchmarks.http.SlowHttp;
import dev.tempest.benchmarks.models.TrackRecord;
import dev.tempest.benchmarks.report.Bars;
import dev.tempest.benchmarks.report.Report;
import dev.tempest.benchmarks.report.Statistics;
import dev.tempest.benchmarks.report.Statistics.Estimate;
import dev.tempest.sdk2.BatchWriteSet;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.sdk2.QueryConfig;
import dev.tempest.sdk2.ScanConfig;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;

/** How much of the network's latency is hidden: the same done with one request after another, and as Tempest does it. */
public final class Latency {
    private static final int PAGES = 50;
    private static final int ITEMS = 1_000;
    private static final int MILLISECONDS = 5;
    private static final int SEGMENTS = 8;

    private final MusicDb.TrackRecords table;
    private final LogicalDb db;

    private Latency() {
        MusicDb musicDb = LogicalDb.create(
                MusicDb.class,
                DynamoDbEnhancedClient.builder()
                        .dynamoDbClient(Clients.sync(new SlowHttp(PAGES, operation -> Thread.sleep(MILLISECONDS))))
                        .build());
        this.db = musicDb;
        this.table = musicDb.trackRecords();
    }

    /** The argument is the number of rounds. */
    public static void main(String[] args) throws InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        new Latency().run(rounds);
    }

    private interface Action {
        void run() throws InterruptedException;
    }

    private void run(int rounds) throws InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        Bars bars = new Bars("Times faster than one request after another, at 5 ms latency", "");
        compare("`batchLoad` of 1,000 keys", rounds, this::loadChunks, this::loadAll, rows, bars);
        compare("`batchWrite` of 1,000 items", rounds, this::writeChunks, this::writeAll, rows, bars);
        compare(
                "`queryAllContents` of 50 pages, 5 ms of work for each",
                rounds,
                () -> query(false),
                () -> query(true),
                rows,
                bars);
        compare("scan of 8 × 50 pages, `parallelScan(8)`", rounds, this::scanOneByOne, this::scanAtOnce, rows, bars);
        Report.of("latency")
                .table(List.of("", "one request after another", "Tempest", "times faster"), rows)
                .plot("latency", "Latency hidden", bars.line(1).svg())
                .done();
    }

    private static void compare(String what, int rounds, Action slow, Action fast, List<List<String>> rows, Bars bars)
            throws InterruptedException {
        warmUp(slow);
        warmUp(fast);
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            pairs.add(new double[] {time(slow), time(fast)});
        }
        Estimate ratio = Statistics.ratio(pairs);
        rows.add(List.of(
                what,
                Report.format(
                        "%.0f ms",
                        Statistics.median(
                                pairs.stream().mapToDouble(pair -> pair[0]).toArray())),
                Report.format(
                        "%.0f ms",
                        Statistics.median(
                                pairs.stream().mapToDouble(pair -> pair[1]).toArray())),
                Report.format("%.2f (%.2f to %.2f)", ratio.value(), ratio.lower(), ratio.upper())));
        bars.group(what.replace("`", "")).bar("", ratio.value());
    }

    private static void warmUp(Action action) throws InterruptedException {
        long end = System.nanoTime() + 3_000_000_000L;
        do {
            action.run();
        } while (System.nanoTime() < end);
    }

    private static double time(Action action) throws InterruptedException {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void check(int expected, int found) {
        if (expected != found) {
            throw new IllegalStateException("Found " + found + " items, not " + expected + ".");
        }
    }

    private static List<TrackRecord.Key> keys() {
        List<TrackRecord.Key> keys = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            keys.add(new TrackRecord.Key("M_1", Integer.toString(i)));
        }
        return keys;
    }

    private void loadAll() {
        check(ITEMS, db.batchLoad(keys()).getItems(TrackRecord.class).size());
    }

    private void loadChunks() {
        List<TrackRecord.Key> keys = keys();
        for (int i = 0; i < ITEMS; i += 100) {
            check(
                    100,
                    db.batchLoad(keys.subList(i, i + 100))
                            .getItems(TrackRecord.class)
                            .size());
        }
    }

    private void writeAll() {
        db.batchWrite(writes(0, ITEMS));
    }

    private void writeChunks() {
        for (int i = 0; i < ITEMS; i += 25) {
            db.batchWrite(writes(i, i + 25));
        }
    }

    private static BatchWriteSet writes(int from, int to) {
        BatchWriteSet.Builder writes = BatchWriteSet.builder();
        for (int i = from; i < to; i++) {
            writes.clobber(TrackRecord.sample(Integer.toString(i)));
        }
        return writes.build();
    }

    private void query(boolean readAhead) throws InterruptedException {
        int found = 0;
        for (TrackRecord track : table.tracks()
                .queryAllContents(
                        new BeginsWith<>(new TrackRecord.Key("M_1", "")),
                        QueryConfig.builder().readAhead(readAhead).build())) {
            if (found++ % SlowHttp.rowsOfAPage() == 0) {
                work(track);
            }
        }
        check(PAGES * SlowHttp.rowsOfAPage(), found);
    }

    /** Something else than computing, or it would compete with what it is to be measured beside. */
    private static void work(TrackRecord track) throws InterruptedException {
        if (!track.title().isEmpty()) {
            Thread.sleep(MILLISECONDS);
        }
    }

    private void scanOneByOne() {
        int found = 0;
        for (int i = 0; i < SEGMENTS; i++) {
            for (TrackRecord track : table.tracks()
                    .scanAllContents(ScanConfig.builder().readAhead(false).build())) {
                found += track.title().isEmpty() ? 0 : 1;
            }
        }
        check(SEGMENTS * PAGES * SlowHttp.rowsOfAPage(), found);
    }

    private void scanAtOnce() {
        int found = 0;
        for (TrackRecord track : table.tracks().parallelScan(SEGMENTS)) {
            found += track.title().isEmpty() ? 0 : 1;
        }
        check(SEGMENTS * PAGES * SlowHttp.rowsOfAPage(), found);
    }
}
