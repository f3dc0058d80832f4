package org.yol.localrun.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yol.localrun.Port;

/**
 * How a service is started.
 *
 * @param name of the module
 * @param port where it listens
 * @param heapMegabytes the most its heap may grow to
 * @param environment what it is told beside the environment of this process
 * @param training whether this start is a rehearsal that writes the class cache
 */
public record Launch(
        String name, ServiceJar jar, Port port, int heapMegabytes, Map<String, String> environment, boolean training) {

    /** Small: heaps of this size are collected in milliseconds without threads that would take turns with the work. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:+ExitOnOutOfMemoryError",
            // That a class can't be cached, or a cache does not fit, only costs time.
            "-Xlog:aot*=error",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** What a person adds to these or sets otherwise, for all processes; {@code run} takes it for this one. */
    private static final String CHOSEN = "YOL_JVM_OPTIONS";

    /** Marks the command line of a child, so that a later start recognises it. */
    static String marker(String name) {
        return "-Dyol.service=" + name;
    }

    private static List<String> chosen() {
        return Stream.of(System.getenv().getOrDefault(CHOSEN, "").split(" "))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker(name));
        command.addAll(JVM_OPTIONS);
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(chosen());
        command.addAll(training ? jar.trainingArguments() : jar.startArguments());
        return command;
    }
}
