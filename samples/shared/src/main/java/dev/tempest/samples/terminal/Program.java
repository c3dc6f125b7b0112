package dev.tempest.samples.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the main method of each sample does: reads the options, runs the sample, and turns its outcome into an exit status.
 *
 * @param help the text for {@code --help}
 * @param sdkFailure what the SDK throws if there are no credentials, no region, no response, no permission: the message says
 *     it, a stack trace would hide it
 */
public record Program(String help, Class<? extends RuntimeException> sdkFailure, Body body) {
    private static final int SUCCESS = 0;
    private static final int FAILURE = 1;
    private static final int WRONG_USAGE = 2;

    /** The sample itself. */
    @FunctionalInterface
    public interface Body {
        /** Whether all that the sample checks is as it should be. */
        boolean run(Options options, PrintStream out, PrintStream err) throws InterruptedException;
    }

    /** Runs the program, and ends the JVM unless all is well. */
    public void runAndExit(String[] arguments) throws InterruptedException {
        // Titles come in many scripts. Java 17 would write them in the platform's charset, and that is often ASCII.
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(List.of(arguments), out, err);
        if (status != SUCCESS) {
            System.exit(status);
        }
    }

    /**
     * Runs the program.
     *
     * @return its exit status
     */
    public int run(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        try {
            Options options = Options.parse(arguments);
            if (options instanceof Options.Help) {
                out.print(help);
                return SUCCESS;
            }
            return body.run(options, out, err) ? SUCCESS : FAILURE;
        } catch (Options.WrongOptionException e) {
            err.println(e.getMessage() + " See --help.");
            return WRONG_USAGE;
        } catch (RuntimeException e) {
            if (sdkFailure.isInstance(e) || e instanceof IllegalStateException) {
                err.println("Failed: " + e.getMessage());
                return FAILURE;
            }
            throw e;
        }
    }
}
