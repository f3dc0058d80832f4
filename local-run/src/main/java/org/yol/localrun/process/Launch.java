package org.yol.localrun.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** Small and quick to start; a few requests a second need neither a parallel collector nor the second compiler. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:ReservedCodeCacheSize=48m",
            "-XX:+ExitOnOutOfMemoryError",
            // That a class can't be cached, or a cache does not fit, only costs time.
            "-Xlog:aot*=error",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Marks the command line of a child, so that a later start recognises it. */
    static String marker(String name) {
        return "-Dyol.service=" + name;
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(marker(name));
        command.addAll(JVM_OPTIONS);
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(training ? jar.trainingArguments() : jar.startArguments());
        return command;
    }
}
