package org.yol.bench;

import java.time.Duration;
import java.util.Map;

/** Measures one kind of thing and says what came of it. */
record Phase(CommandLine asked, Processes processes) {

    /** Does it as often as asked for, waits for what follows from it, and prints both its times and its cost. */
    Figures measure(String name, Load.Deed deed) {
        Map<String, Duration> before = processes.spent();
        Figures figures = Load.of(asked.clients(), asked.count(), deed);
        System.out.printf("%s, %d clients: %s%n", name, asked.clients(), figures.line());
        processes.awaitQuiet();
        System.out.printf("%s, %s%n", name, processes.cost(before, asked.count()));
        return figures;
    }

    /** Does it without counting, so that the first who are counted do not pay for a cold start. */
    void warmUp(int count, Load.Deed deed) {
        Figures figures = Load.of(asked.clients(), count, deed);
        if (figures.failed() > 0) {
            System.out.printf("warming up: %s%n", figures.line());
        }
        processes.awaitQuiet();
    }
}
