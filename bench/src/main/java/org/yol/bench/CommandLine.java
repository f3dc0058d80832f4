package org.yol.bench;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to be measured.
 *
 * @param services where to ask instead of at the gateway; usually empty
 */
record CommandLine(Scenario scenario, Map<Option, Integer> numbers, Set<Flag> flags, List<URI> services) {

    private static final String SERVICE = "--service";

    /** Seconds until what has already worked for a while does something else as well as it can. */
    private static final int WARM = 30;

    /** Seconds of submissions until the second compiler has come through what they need. */
    private static final int FROM_COLD = 400;

    /** What can be measured, with its usual numbers. */
    enum Scenario {
        /** Complete drafts are submitted. */
        SUBMISSIONS(64, 0, 30, 120_000, FROM_COLD),
        /** The same by very many at once. */
        CROWD(256, 0, 60, 120_000, FROM_COLD),
        /** Three times as many as can be answered, then as many as usual. */
        FLOOD(64, 0, 20, 120_000, FROM_COLD),
        /** Submissions while others export and download. */
        BESIDE(64, 0, 30, 120_000, FROM_COLD),
        /** The hour before a deadline: whole applications in steps of open arrival, beside everybody who reads. */
        DEADLINE(0, 100, 20, 0),
        /** The minute in which results are out. */
        RESULTS(16, 276, 60, 5_000),
        /** Everybody reads their own application. */
        READS(32, 0, 30, 0),
        /** "My applications" and inbox. */
        MINE(0, 100, 30, 0),
        /** Pages of reviewers, coordinators and authorities, one at a time. */
        LISTS(1, 0, 20, 0),
        /** A call as spreadsheets, an application on paper, an applicant by name, one at a time. */
        PAPERS(1, 0, 60, 0),
        /** The public list of programmes, by people who are not signed in. */
        PUBLIC(64, 0, 30, 0),
        /** Programmes are looked for, among many. */
        SEARCH(0, 0, 100, 30, 10_000, WARM),
        /** The public figures, by people who are not signed in. */
        FIGURES(0, 100, 30, 0),
        /** A deadline is extended to which thousands have begun to apply, while others submit. */
        CHANGE(20_000, 0, 0, 60, 100, 0),
        /** Submissions until they are in the public log, what waits for it, and how it is read. */
        LOG(64, 0, 30, 120_000, FROM_COLD),
        /** A selection is run, checked and published, and a seat comes back. */
        SELECTION(0, 0, 100, 30, 5_000, WARM),
        /** One read through the gateway, through nginx, and at the service itself. */
        NGINX(32, 0, 20, 0),
        /** Proofs of the public log and the check of it, without a platform. */
        LOG_PROOFS(0, 0, 0, 10_000_000),
        /** The selection's engine, without a platform. */
        ALLOCATION(0, 0, 0, 1_000_000),
        /** All that the bounds of docs/performance.md are about. */
        BOUNDS(20_000);

        private final Map<Option, Integer> usual;

        Scenario(int connections, int rate, int seconds, int count) {
            this(connections, rate, seconds, count, WARM);
        }

        Scenario(int connections, int rate, int seconds, int count, int warmUp) {
            this(1_000, connections, rate, seconds, count, warmUp);
        }

        Scenario(int stored) {
            this(stored, 0, 0, 0, 0, WARM);
        }

        Scenario(int stored, int connections, int rate, int seconds, int count, int warmUp) {
            usual = new EnumMap<>(Map.of(
                    Option.STORED, stored,
                    Option.CONNECTIONS, connections,
                    Option.RATE, rate,
                    Option.SECONDS, seconds,
                    Option.WARM_UP, warmUp,
                    Option.COUNT, count,
                    Option.SESSIONS, 500));
        }

        String word() {
            return CommandLine.word(this);
        }
    }

    /** A number one can choose. */
    enum Option {
        /** Applications in the store before. */
        STORED(200),
        /** How many ask at once in closed arrival. */
        CONNECTIONS(8),
        /** How many arrive in a second in open arrival. */
        RATE(20),
        /** How long is counted. */
        SECONDS(4),
        /** Seconds before that. */
        WARM_UP(2),
        /**
         * How many are concerned at most: drafts that may be submitted, decisions that are announced, programmes,
         * entries of a log, applicants of a selection.
         */
        COUNT(400),
        /** How many people sign in at the gateway instead of sending a token. */
        SESSIONS(5);

        private final int quick;

        /** @param quick the most in a rehearsal */
        Option(int quick) {
            this.quick = quick;
        }
    }

    /** Something that is so or not. */
    enum Flag {
        /** Measures what {@code ./run} has started, and starts nothing. */
        RUNNING,
        /**
         * Kills a service in the middle: applications-service, or the gateway of a crowd; or again and again that
         * replica which writes the public log; or those that publish a selection.
         */
        KILL,
        /** A rehearsal: all of it works, and says nothing about speed. */
        QUICK
    }

    /** @throws IllegalArgumentException for words it does not know */
    static CommandLine parse(String... words) {
        if (words.length == 0) {
            throw new IllegalArgumentException("Say what to measure: " + known() + ".");
        }
        List<String> rest = new ArrayList<>(List.of(words).subList(1, words.length));
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : Flag.values()) {
            if (rest.remove("--" + word(flag))) {
                flags.add(flag);
            }
        }
        CommandLine asked = new CommandLine(scenario(words[0]), new EnumMap<>(Option.class), flags, new ArrayList<>());
        for (int i = 0; i < rest.size(); i += 2) {
            if (i + 1 == rest.size()) {
                throw new IllegalArgumentException(rest.get(i) + " needs a value. See bench/run --help");
            }
            asked.take(rest.get(i), rest.get(i + 1));
        }
        return asked;
    }

    /** The number that was asked for, or the usual one of the scenario. */
    int number(Option option) {
        int usual = scenario.usual.get(option);
        return numbers.getOrDefault(option, is(Flag.QUICK) ? Math.min(option.quick, usual) : usual);
    }

    boolean is(Flag flag) {
        return flags.contains(flag);
    }

    /** The same options for another scenario. */
    CommandLine of(Scenario other) {
        return new CommandLine(other, numbers, flags, services);
    }

    /** The same at services instead of the gateway. */
    CommandLine at(List<URI> addresses) {
        return new CommandLine(scenario, numbers, flags, addresses);
    }

    /** The same for a platform that has done this for a while already: sooner counted, so that fewer are needed. */
    CommandLine onceWarm() {
        return with(Option.WARM_UP, Math.min(number(Option.WARM_UP), WARM))
                .with(Option.COUNT, number(Option.COUNT) / 2);
    }

    /** The same with another number. */
    CommandLine with(Option option, int number) {
        Map<Option, Integer> changed = new EnumMap<>(option.getDeclaringClass());
        changed.putAll(numbers);
        changed.put(option, number);
        return new CommandLine(scenario, changed, flags, services);
    }

    /** The same with something being so. */
    CommandLine with(Flag flag) {
        Set<Flag> more = EnumSet.of(flag);
        more.addAll(flags);
        return new CommandLine(scenario, numbers, more, services);
    }

    private void take(String option, String value) {
        if (option.equals(SERVICE)) {
            services.add(URI.create(value));
            return;
        }
        Option known = Stream.of(Option.values())
                .filter(candidate -> option.equals("--" + word(candidate)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + option + "' is not known. See bench/run --help"));
        numbers.put(known, natural(option, value));
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

    private static String word(Enum<?> named) {
        return named.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int natural(String option, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for -1.
        }
        throw new IllegalArgumentException(option + " is '" + value + "'. Give a number from 0.");
    }
}
