package dev.tempest.soak;

import static dev.tempest.Attributes.list;

import dev.tempest.soak.MigrationChild.Db;
import dev.tempest.soak.MigrationChild.Person;
import dev.tempest.soak.MigrationChild.WritersDb;
import dev.tempest.soak.MigrationChild.Written;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A migration of a table beside live writers, which update and patch the items that are migrated. Its process is killed once, and
 * started again. Afterwards, each item was migrated once, and has each write that was acknowledged.
 */
public final class MigrationSoak {
    private static final int WRITERS = 4;
    private static final int BATCH = 25;
    /** Of a writer after each write, so that the writers leave the processors to the migration. */
    private static final long PAUSE_NANOS = 10_000_000;

    private final Duration longestFill;
    private int items;
    private final Map<String, List<String>> acknowledged = new ConcurrentHashMap<>();
    private volatile boolean isOver;

    /**
     * What was found.
     *
     * @param items how many there were
     * @param wrong what is wrong with items, by their keys; empty if all is well
     * @param report of the migration
     */
    public record Result(
            int items,
            Map<String, String> wrong,
            boolean wasKilled,
            long liveWrites,
            Duration migration,
            String report) {
        @Override
        public String toString() {
            return items + " items, killed: " + wasKilled + ", live writes: " + liveWrites
                    + ", migration with both processes: " + migration.toMillis() + " ms\n" + report
                    + (wrong.isEmpty() ? "no write lost" : wrong.toString());
        }
    }

    /**
     * @param items how many there are at most
     * @param longestFill how long it may take to store them: a slow machine has fewer
     */
    public MigrationSoak(int items, Duration longestFill) {
        this.items = items;
        this.longestFill = longestFill;
    }

    /**
     * Runs by hand, however long that takes.
     *
     * @param arguments the number of items
     */
    public static void main(String[] arguments) throws Exception {
        Result result = new MigrationSoak(Integer.parseInt(arguments[0].replace("_", "")), Duration.ofHours(1)).run();
        System.out.println(result);
        System.exit(result.wrong().isEmpty() && result.wasKilled() ? 0 : 1);
    }

    /** Runs all of it. */
    public Result run() throws IOException, InterruptedException, ExecutionException {
        try (Engine engine = Engine.start();
                DynamoDbClient client = MigrationChild.client(engine.endpoint())) {
            Db db = MigrationChild.db(Db.class, client);
            WritersDb live = MigrationChild.db(WritersDb.class, client);
            db.createTables();
            fill(client);
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writing.add(writers.submit(() -> write(live, writer)));
            }
            long begin = System.nanoTime();
            boolean wasKilled = migrate(engine, items / 3).isEmpty();
            String report = migrate(engine, Integer.MAX_VALUE);
            Duration migration = Duration.ofNanos(System.nanoTime() - begin);
            isOver = true;
            for (Future<?> writer : writing) {
                writer.get();
            }
            writers.shutdown();
            long liveWrites =
                    acknowledged.values().stream().mapToLong(List::size).sum();
            return new Result(items, check(db), wasKilled, liveWrites, migration, report);
        }
    }

    private void fill(DynamoDbClient client) {
        List<WriteRequest> batch = new ArrayList<>();
        long end = System.nanoTime() + longestFill.toNanos();
        int most = items;
        for (int i = 0; i < most; i++) {
            batch.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder()
                            .item(Map.of(
                                    "id", AttributeValue.fromS(Integer.toString(i)),
                                    "name", AttributeValue.fromS("First Last"),
                                    "writes", AttributeValue.fromL(List.of()),
                                    "version", AttributeValue.fromN("1")))
                            .build())
                    .build());
            if (batch.size() == BATCH || i == most - 1) {
                List<WriteRequest> full = List.copyOf(batch);
                client.batchWriteItem(write -> write.requestItems(Map.of("people", full)));
                batch.clear();
                items = i + 1;
                if (System.nanoTime() > end) {
                    return;
                }
            }
        }
    }

    /** Adds to random items, by an update and by a patch in turn, until the migration is over. */
    private void write(WritersDb db, int writer) {
        SplittableRandom random = new SplittableRandom(writer);
        for (int n = 0; !isOver; n++) {
            Written.Key key = new Written.Key(Integer.toString(random.nextInt(items)));
            String id = writer + "." + n;
            if (n % 2 == 0) {
                db.people().written().update(key, item -> {
                    List<String> writes = new ArrayList<>(item.writes());
                    writes.add(id);
                    return new Written(item.id(), writes, item.version());
                });
            } else {
                db.people().written().patch(key, list(Written::writes).append(id));
            }
            acknowledged
                    .computeIfAbsent(key.id(), k -> Collections.synchronizedList(new ArrayList<>()))
                    .add(id);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /**
     * Runs the migration in a process of its own.
     *
     * @param killAt how many items are changed when it is killed
     * @return its report; empty if it was killed
     */
    private static String migrate(Engine engine, int killAt) throws IOException, InterruptedException {
        Process process = ChildProcess.start(
                MigrationChild.class,
                List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                List.of(engine.endpoint().toString()));
        try (BufferedReader lines = ChildProcess.reader(process)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(MigrationChild.DONE)) {
                    return String.join("\n", lines.lines().toList()) + "\n";
                }
                if (Long.parseLong(line) >= killAt) {
                    process.destroyForcibly().waitFor();
                    return "";
                }
            }
            throw new IllegalStateException("The migration failed with status " + process.waitFor() + ".");
        } finally {
            process.destroyForcibly();
        }
    }

    private Map<String, String> check(Db db) {
        Map<String, String> wrong = new HashMap<>();
        int found = 0;
        for (Person person : db.people().people().scanAllContents()) {
            found++;
            List<String> expected = new ArrayList<>(acknowledged.getOrDefault(person.id(), List.of()));
            List<String> stored = new ArrayList<>(person.writes());
            Collections.sort(expected);
            Collections.sort(stored);
            if (person.migrations() != 1) {
                wrong.put(person.id(), "was migrated " + person.migrations() + " times");
            } else if (!stored.equals(expected)) {
                wrong.put(person.id(), "has the writes " + stored + " in place of " + expected);
            }
        }
        if (found != items) {
            wrong.put("all", found + " items in place of " + items);
        }
        return wrong;
    }
}
