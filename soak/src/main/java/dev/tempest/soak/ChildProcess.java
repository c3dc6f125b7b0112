package dev.tempest.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Java programs in processes of their own, with the class path of this one. */
final class ChildProcess {
    private ChildProcess() {}

    static Process start(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(options);
        command.add("-Daws.java.v1.disableDeprecationAnnouncement=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Engine engine(Class<?> main) {

        Process process = start(main, List.of("-Xmx2g", "-XX:+UseSerialGC"), List.of());
        URI endpoint = URI.create(firstLine(process));
        return new Engine() {
            @Override
            public URI endpoint() {
                return endpoint;
            }

            @Override
            public void close() {
                process.destroyForcibly();
            }
        };
    }

    private static String firstLine(Process process) {
        try {
            String line = reader(process).readLine();
            if (line == null) {
                throw new IllegalStateException("The engine did not start.");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
