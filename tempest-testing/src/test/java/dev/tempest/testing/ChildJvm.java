package dev.tempest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java program that runs in a process and an empty working directory of its own. */
final class ChildJvm {
    private final Path directory;
    private final Process process;

    private ChildJvm(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    static ChildJvm start(Class<?> main, Path directory) throws IOException {
        Path workingDirectory = Files.createDirectory(directory.resolve("work"));
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Process process = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        return new ChildJvm(directory, process);
    }

    /** Waits for the program to end by itself, and returns all that it wrote to its output and error streams. */
    String output() throws IOException, InterruptedException {
        boolean ended = process.waitFor(180, TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(directory.resolve("output"));
        assertThat(ended).as("ended by itself, with output: %s", output).isTrue();
        assertThat(process.exitValue())
                .as("exit status, with output: %s", output)
                .isZero();
        return output;
    }

    Path workingDirectory() {
        return directory.resolve("work");
    }
}
