package org.yol.localrun;

import java.util.List;
import java.util.Optional;

/**
 * What the person asked for.
 *
 * @param fresh forget the state first
 * @param timings print times and memory when ready
 * @param exit stop as soon as everything is ready
 * @param rehearsal start and stop once, to write the class caches
 * @param tokenOf print a token of this account, start nothing
 * @param operation what to do to a service that runs, start nothing
 */
record CommandLine(
        boolean fresh,
        boolean timings,
        boolean exit,
        boolean rehearsal,
        Optional<String> tokenOf,
        Optional<Operation> operation) {

    /**
     * A command for a service.
     *
     * @param words as the service understands them, such as {@code dead-letters list}
     */
    record Operation(String service, List<String> words) {}

    /** @throws IllegalArgumentException for words it does not know */
    static CommandLine parse(String... words) {
        List<String> all = List.of(words);
        if (!all.isEmpty() && all.getFirst().equals("token")) {
            if (all.size() != 2) {
                throw new IllegalArgumentException(
                        "Say whose token: ./run token <account>, for example ./run token sato");
            }
            return new CommandLine(false, false, false, false, Optional.of(all.getLast()), Optional.empty());
        }
        if (!all.isEmpty() && all.getFirst().equals("operate")) {
            if (all.size() < 3) {
                throw new IllegalArgumentException("Say which service and what: ./run operate <service> <command>, for"
                        + " example ./run operate applications-service dead-letters list");
            }
            Operation operation = new Operation(all.get(1), all.subList(2, all.size()));
            return new CommandLine(false, false, false, false, Optional.empty(), Optional.of(operation));
        }
        all.stream()
                .filter(word ->
                        !List.of("--fresh", "--timings", "--exit", "--rehearse").contains(word))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("'" + unknown + "' is not known. See ./run --help");
                });
        return new CommandLine(
                all.contains("--fresh"),
                all.contains("--timings"),
                all.contains("--exit"),
                all.contains("--rehearse"),
                Optional.empty(),
                Optional.empty());
    }
}
