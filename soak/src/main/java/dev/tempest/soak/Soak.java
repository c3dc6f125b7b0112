package dev.tempest.soak;

import static java.util.Objects.requireNonNull;

import dev.tempest.soak.access.Clients;
import dev.tempest.soak.access.Rows;
import dev.tempest.soak.check.Checker;
import dev.tempest.soak.check.Report;
import dev.tempest.soak.history.Change;
import dev.tempest.soak.history.Journal;
import dev.tempest.soak.history.Network;
import dev.tempest.soak.history.State;
import dev.tempest.soak.item.SoakItem;
import dev.tempest.soak.item.Tables;
import dev.tempest.soak.net.Proxy;
import dev.tempest.soak.net.Traffic;
import dev.tempest.testing.DynamoDbConnection;
import dev.tempest.testing.TestTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Runs the workers through the network that fails, kills some of them, and checks what became of their writes. */
public final class Soak {
    private static final Duration STREAM_PATIENCE = Duration.ofMinutes(30);

    /** No worker lives long enough to pay for the optimizing compiler. */
    private static final List<String> WORKER_OPTIONS =
            List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final int WORKERS = 3;
    private static final int LANES = 12;
    private static final int KILL_EVERY = 8_000;

    private final Settings settings;

    /**
     * How to run.
     *
     * @param operations how many to do
     * @param workers how many processes
     * @param lanes how many operations a process does at a time
     * @param killEvery after how many operations one of the processes is killed
     * @param workerOptions the options of the workers' JVMs
     * @param directory where the journals go
     */
    public record Settings(
            long seed,
            int operations,
            int workers,
            int lanes,
            int killEvery,
            List<String> workerOptions,
            Path directory) {
        static Settings of(long seed, int operations, int workers, int lanes, Path directory) {
            return new Settings(seed, operations, workers, lanes, KILL_EVERY, WORKER_OPTIONS, directory);
        }

        static Settings of(long seed, int operations, Path directory) {
            return of(seed, operations, WORKERS, LANES, directory);
        }
    }

    /**
     * What came of it.
     *
     * @param figures all of them, for people
     */
    public record Result(Report report, String figures, int kills) {}

    Soak(Settings settings) {
        this.settings = settings;
    }

    /**
     * Takes the number of operations, the seed, the number of processes and that of the operations which each has under
     * way, all of them optional. Ends with status 1 if there are violations.
     */
    public static void main(String[] arguments) throws Exception {
        int operations = argument(arguments, 0, 1_000_000);
        int seed = argument(arguments, 1, (int) (System.currentTimeMillis() % 1_000_000));
        Path directory = Files.createTempDirectory("soak");
        Settings settings = Settings.of(
                seed, operations, argument(arguments, 2, WORKERS), argument(arguments, 3, LANES), directory);
        Result result = new Soak(settings).run();
        System.out.println(result.figures());
        System.out.println(result.report().stories());
        System.out.println("The journals are in " + directory + ".");
        System.exit(result.report().findings().isEmpty() ? 0 : 1);
    }

    private static int argument(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index].replace("_", "")) : otherwise;
    }

    /** Runs until all operations are done. */
    Result run() throws Exception {
        long start = System.nanoTime();
        // Numbers of operations that were given to a worker and not begun when it was killed are not used again.
        Traffic traffic = new Traffic(2 * settings.operations() + 1_000_000);
        Checker checker = new Checker(network(traffic));
        try (Engine engine = Engine.start();
                DynamoDbConnection connection = DynamoDbConnection.to(engine.endpoint(), Clients.ACCESS_KEY_ID);
                Proxy proxy = new Proxy(engine.endpoint(), settings.seed(), traffic, Clients.PATIENCE)) {
            List<StreamReader> streams = new ArrayList<>();
            List<Thread> readers = new ArrayList<>();
            for (String table : List.of(Tables.PLAIN, Tables.TRACED)) {
                connection.createTable(TestTable.create(
                        table,
                        SoakItem.class,
                        request -> request.streamSpecification(stream ->
                                stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))));
                String stream = connection
                        .client()
                        .describeTable(request -> request.tableName(table))
                        .table()
                        .latestStreamArn();
                StreamReader reader = new StreamReader(connection.streamsClient(), stream, checker);
                streams.add(reader);
                Thread thread = new Thread(reader, "stream-of-" + table);
                thread.setDaemon(true);
                thread.start();
                readers.add(thread);
            }
            Crew crew = new Crew(settings, proxy.endpoint(), engine.endpoint());
            crew.start();
            int kills = killUntilDone(crew);
            double seconds = (System.nanoTime() - start) / 1e9;
            proxy.settle();
            for (String table : List.of(Tables.PLAIN, Tables.TRACED)) {
                connection
                        .client()
                        .putItem(put -> put.tableName(table)
                                .item(Map.of(
                                        "partition_key", AttributeValue.fromS(StreamReader.END),
                                        "sort_key", AttributeValue.fromS(StreamReader.END))));
            }
            for (int i = 0; i < readers.size(); i++) {
                readers.get(i).join(STREAM_PATIENCE.toMillis());
                Throwable failure = streams.get(i).failure();
                if (failure != null || readers.get(i).isAlive()) {
                    throw new IllegalStateException("A stream was not read to its end.", failure);
                }
            }
            for (Path journal : crew.journals()) {
                if (Files.exists(journal)) {
                    Journal.read(journal, checker::add, checker::add);
                }
            }
            String missed = missed(checker, connection);
            Report report = checker.check();
            return new Result(report, figures(report, traffic, kills, seconds) + missed, kills);
        }
    }

    private static Network network(Traffic traffic) {
        return new Network() {
            @Override
            public boolean isAmbiguous(int operation) {
                return traffic.isAmbiguous(operation);
            }

            @Override
            public boolean isUncertain(int operation) {
                return traffic.isUncertain(operation);
            }

            @Override
            public boolean isRepeated(int operation) {
                return isUncertain(operation) || traffic.isRefused(operation);
            }

            @Override
            public boolean isDeliveredAgainOnly(int operation) {
                return traffic.isDeliveredAgainOnly(operation);
            }

            @Override
            public Duration patience() {
                return Clients.PATIENCE;
            }

            @Override
            public List<String> faults(int operation) {
                List<String> faults = new ArrayList<>();
                traffic.faults(operation).forEach(fault -> faults.add(fault.name()));
                if (traffic.isSlow(operation)) {
                    faults.add("slow");
                }
                return faults;
            }
        };
    }

    private int killUntilDone(Crew crew) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(settings.seed());
        int kills = 0;
        int due = settings.killEvery();
        int told = 0;
        while (!crew.isDone()) {
            Thread.sleep(20);
            int done = settings.operations() - crew.left();
            if (done >= due && crew.kill(random.nextInt(settings.workers()))) {
                kills++;
                due += random.nextInt(settings.killEvery() / 2, settings.killEvery() * 3 / 2);
            }
            if (done >= told + Math.max(5_000, settings.operations() / 20)) {
                told = done;
                System.out.println(done + " operations, " + kills + " kills");
            }
        }
        String failure = crew.failure();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return kills;
    }

    private String figures(Report report, Traffic traffic, int kills, double seconds) {
        return String.format(
                "seed %d: %d requests in %.0f s, %d slow, %d kills%nfaults: %s%n%s",
                settings.seed(),
                traffic.requests(),
                seconds,
                traffic.slowRequests(),
                kills,
                traffic.counts(),
                report.figures());
    }

    /** What the table holds and the stream did not tell of, or the other way round. */
    private static String missed(Checker checker, DynamoDbConnection connection) {
        Map<String, State> stored = new HashMap<>();
        for (String table : List.of(Tables.PLAIN, Tables.TRACED)) {
            connection
                    .client()
                    .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
                    .items()
                    .forEach(row -> {
                        String key = requireNonNull(row.get("partition_key")).s();
                        if (!key.equals(StreamReader.END)) {
                            stored.put(key, requireNonNull(Rows.state(row)));
                        }
                    });
        }
        Set<String> keys = new TreeSet<>(stored.keySet());
        checker.keys().forEach(keys::add);
        StringBuilder missed = new StringBuilder();
        for (String key : keys) {
            @Nullable State state = stored.get(key);
            if (!Objects.equals(state, checker.last(key))) {
                missed.append(key)
                        .append(" holds ")
                        .append(state)
                        .append(", its stream ends with ")
                        .append(checker.last(key))
                        .append('\n');
                checker.add(key, new Change(null, state, "as the table has it"));
            }
        }
        return missed.toString();
    }
}
