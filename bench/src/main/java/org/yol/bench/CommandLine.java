package org.yol.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be measured.
 *
 * @param clients how many there are at once, each of whom waits for an answer before asking again
 * @param count how often it is done, by all clients together
 * @param services where to ask for applications; empty: at the gateway, as everybody else
 */
record CommandLine(Scenario scenario, int clients, int count, List<URI> services) {

    /** What can be measured, with how many clients and how often unless something else is asked for. */
    enum Scenario {
        STARTS(32, 3_000),
        SUBMISSIONS(64, 3_000),
        LISTS(16, 200);

        private final int clients;
        private final int count;

        Scenario(int clients, int count) {
            this.clients = clients;
            this.count = count;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException for words it does not know */
    static CommandLine parse(String... words) {
        if (words.length == 0) {
            throw new IllegalArgumentException("Say what to measure: " + known() + ".");
        }
        Scenario scenario = scenario(words[0]);
        int clients = scenario.clients;
        int count = scenario.count;
        List<URI> services = new ArrayList<>();
        for (int i = 1; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " needs a value. See bench/run --help");
            }
            String value = words[i + 1];
            switch (words[i]) {
                case "--clients" -> clients = positive(words[i], value);
                case "--count" -> count = positive(words[i], value);
                case "--service" -> services.add(URI.create(value));
                default -> throw new IllegalArgumentException("'" + words[i] + "' is not known. See bench/run --help");
            }
        }
        return new CommandLine(scenario, clients, count, List.copyOf(services));
    }

    private static Scenario scenario(String word) {
        return Stream.of(Scenario.values())
                .filter(scenario -> scenario.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is nothing that is measured here: " + known() + "."));
    }

    private static String known() {
        return Stream.of(Scenario.values()).map(Scenario::word).collect(Collectors.joining(", "));
    }

    private static int positive(String option, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for 0.
        }
        throw new IllegalArgumentException(option + " is '" + value + "'. Give a number from 1.");
    }
}
