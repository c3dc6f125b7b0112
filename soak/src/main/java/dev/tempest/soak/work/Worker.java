package dev.tempest.soak.work;

import dev.tempest.soak.history.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A process that does operations until it is told to end, or killed. It asks for the next operations by a line on its
 * output, and gets the first of them and the one after the last as a line on its input.
 */
public final class Worker {
    /** What the process says to get more operations. */
    public static final String MORE = "more";

    private final BufferedReader in;
    private final PrintStream out;
    private int next;
    private int end;

    private Worker(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** Takes the proxy's endpoint, the server's, the seed, the number of lanes, and the journal's file. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        Worker worker = new Worker(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
        LaneClients.Shared shared = new LaneClients.Shared(URI.create(arguments[0]), URI.create(arguments[1]));
        long seed = Long.parseLong(arguments[2]);
        Journal journal = new Journal(Path.of(arguments[4]));
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        List<Thread> lanes = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[3]); i++) {
            Thread lane = new Thread(new Lane(seed, shared, journal, worker::number, clock), "lane-" + i);
            // A lane that ends by a failure ends the process: what it should have done must not be missed silently.
            lane.setUncaughtExceptionHandler((thread, e) -> {
                e.printStackTrace();
                Runtime.getRuntime().halt(1);
            });
            lanes.add(lane);
            lane.start();
        }
        for (Thread lane : lanes) {
            lane.join();
        }
        System.exit(0);
    }

    private synchronized int number() {
        if (next == end) {
            out.println(MORE);
            out.flush();
            try {
                String line = in.readLine();
                if (line == null || line.isEmpty()) {
                    return 0;
                }
                int space = line.indexOf(' ');
                next = Integer.parseInt(line.substring(0, space));
                end = Integer.parseInt(line.substring(space + 1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return next++;
    }
}
