package dev.tempest.benchmarks;

import static dev.tempest.benchmarks.Calls.TABLE;
import static dev.tempest.benchmarks.Calls.found;

import dev.tempest.benchmarks.models.TrackBean;
import dev.tempest.benchmarks.models.TrackByHand;
import dev.tempest.benchmarks.models.TrackRecord;
import dev.tempest.benchmarks.report.Bars;
import dev.tempest.benchmarks.report.Report;
import dev.tempest.benchmarks.report.Statistics;
import dev.tempest.sdk2.LogicalDb;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Many callers at an embedded DynamoDB, each of whom puts an item and gets it back, again and again. */
public final class Throughput {
    private static final int[] CALLERS = {1, 16, 64};
    private static final List<Contender> CONTENDERS = List.of(Contender.PLAIN, Contender.ENHANCED, Contender.TEMPEST);

    private final long nanos;

    private Throughput(long nanos) {
        this.nanos = nanos;
    }

    /** What a caller does once. */
    private interface Call {
        Object run(String number);
    }

    /** The nanoseconds that each put with its get took, and how long it all took. */
    private static final class Measured {
        private final long[] sorted;
        private final double seconds;

        Measured(LongStream nanos, double seconds) {
            this.sorted = nanos.sorted().toArray();
            this.seconds = seconds;
        }

        double perSecond() {
            return 2 * sorted.length / seconds;
        }

        double percentile(double share) {
            return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 2e6;
        }
    }

    /** The arguments are the number of rounds, and the seconds that each contender has in each. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 2;
        new Throughput((long) (seconds * 1e9)).run(rounds);
    }

    private void run(int rounds) throws InterruptedException, ExecutionException {
        List<List<String>> rows = new ArrayList<>();
        Bars bars = new Bars("Requests a second at a DynamoDB in the same JVM", "");
        try (DynamoDbConnection connection = DynamoDbConnection.embedded()) {
            connection.createTable(TestTable.create(TABLE, TrackBean.class));
            DynamoDbClient client = connection.client();
            Map<Contender, Call> calls = new EnumMap<>(Contender.class);
            calls.put(Contender.PLAIN, plain(client));
            calls.put(Contender.ENHANCED, enhanced(connection.enhancedClient()));
            calls.put(Contender.TEMPEST, tempest(connection.enhancedClient()));
            for (Call call : calls.values()) {
                measure(call, 16);
            }
            for (int callers : CALLERS) {
                Map<Contender, List<Measured>> measured = new EnumMap<>(Contender.class);
                for (int round = 0; round < rounds; round++) {
                    for (Contender contender : CONTENDERS) {
                        measured.computeIfAbsent(contender, c -> new ArrayList<>())
                                .add(measure(calls.get(contender), callers));
                    }
                }
                Bars.Group group = bars.group(callers == 1 ? "1 caller" : callers + " callers");
                for (Contender contender : CONTENDERS) {
                    List<Measured> its = found(measured.get(contender));
                    rows.add(row(callers, contender, its));
                    group.bar(name(contender), median(its, Measured::perSecond));
                }
            }
        }
        Report.of("throughput")
                .table(List.of("callers", "", "requests a second", "a request, median", "99 % of them within"), rows)
                .plot("throughput", "Requests a second", bars.svg())
                .done();
    }

    private static List<String> row(int callers, Contender contender, List<Measured> measured) {
        return List.of(
                contender == Contender.PLAIN ? Integer.toString(callers) : "",
                name(contender),
                Report.format("%,.0f", median(measured, Measured::perSecond)),
                Report.format("%.2f ms", median(measured, each -> each.percentile(0.5))),
                Report.format("%.2f ms", median(measured, each -> each.percentile(0.99))));
    }

    private static double median(List<Measured> measured, ToDoubleFunction<Measured> figure) {
        return Statistics.median(measured.stream().mapToDouble(figure).toArray());
    }

    private static String name(Contender contender) {
        return switch (contender) {
            case PLAIN, FASTEST -> "plain SDK";
            case ENHANCED -> "enhanced client, bean";
            case TEMPEST -> "Tempest";
        };
    }

    private Measured measure(@Nullable Call call, int callers) throws InterruptedException, ExecutionException {
        Call each = found(call);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long start = System.nanoTime();
            List<Future<long[]>> results = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                String number = Integer.toString(i);
                results.add(threads.submit(() -> repeat(each, number, start + nanos)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> result : results) {
                all.add(result.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Measured(all.stream().flatMapToLong(Arrays::stream), seconds);
        } finally {
            threads.shutdown();
        }
    }

    private static long[] repeat(Call call, String number, long end) {
        List<Long> times = new ArrayList<>();
        long before = System.nanoTime();
        while (before < end) {
            found(call.run(number));
            long after = System.nanoTime();
            times.add(after - before);
            before = after;
        }
        return times.stream().mapToLong(Long::longValue).toArray();
    }

    private static Call plain(DynamoDbClient client) {
        return number -> {
            client.putItem(PutItemRequest.builder()
                    .tableName(TABLE)
                    .item(TrackByHand.encode(TrackRecord.sample(number)))
                    .build());
            return TrackByHand.decodeRecord(
                    client.getItem(Calls.plainGetRequest(number)).item());
        };
    }

    private static Call enhanced(DynamoDbEnhancedClient client) {
        DynamoDbTable<TrackBean> table = client.table(TABLE, TableSchema.fromBean(TrackBean.class));
        return number -> {
            table.putItem(TrackBean.sample(number));
            return table.getItem(Calls.enhancedKey(number));
        };
    }

    private static Call tempest(DynamoDbEnhancedClient client) {
        MusicDb.TrackRecords table = LogicalDb.create(MusicDb.class, client).trackRecords();
        return number -> {
            table.tracks().save(TrackRecord.sample(number));
            return found(table.tracks().load(new TrackRecord.Key(Calls.PARTITION, number)));
        };
    }
}
