package org.yol.localrun.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.yol.localrun.RunningPlatform;

/** A platform that leaves nothing behind when the tests are over; if it does, the test run fails. */
record TestRun(RunningPlatform platform) implements AutoCloseable {

    @Override
    public void close() {
        List<ProcessHandle> services = platform.processes().entrySet().stream()
                .filter(process -> !process.getKey().equals("local-run"))
                .map(process -> ProcessHandle.of(process.getValue()))
                .flatMap(Optional::stream)
                .toList();

        platform.close();

        assertThat(services)
                .as("processes left after the platform was stopped")
                .filteredOn(ProcessHandle::isAlive)
                .isEmpty();
    }
}
