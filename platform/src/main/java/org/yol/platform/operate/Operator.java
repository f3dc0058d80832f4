package org.yol.platform.operate;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** Does what a command asks for and says what came of it. */
final class Operator {

    private final String service;
    private final DeadLetters letters;
    private final ObjectProvider<Retelling> retellings;

    /** @param service its name, which the consumer groups of its listeners begin with */
    Operator(String service, DeadLetters letters, ObjectProvider<Retelling> retellings) {
        this.service = service;
        this.letters = letters;
        this.retellings = retellings;
    }

    String perform(Command command) {
        return switch (command) {
            case Command.ListDeadLetters _ -> Table.of(own());
            case Command.ShowDeadLetter show -> letters.at(show.place()).description();
            case Command.RetellDeadLetter retell -> letters.retell(letters.at(retell.place()));
            case Command.RetellAllDeadLetters _ -> retellAll();
            case Command.RetellCollection retell -> retell(retell.collection());
        };
    }

    private List<DeadLetter> own() {
        return letters.all().stream()
                .filter(letter -> letter.group().startsWith(service + "."))
                .toList();
    }

    private String retellAll() {
        List<DeadLetter> all = own();
        return all.isEmpty()
                ? Table.NONE
                : all.stream().map(letters::retell).collect(Collectors.joining(System.lineSeparator()));
    }

    private String retell(String collection) {
        return retellings
                .orderedStream()
                .filter(retelling -> retelling.collection().equals(collection))
                .findFirst()
                .map(retelling -> retelling.retell() + " documents of " + collection + " are told again")
                .orElseThrow(() -> new IllegalArgumentException("'" + collection
                        + "' is no collection that can be told again. Those of " + service + ": "
                        + retellings
                                .orderedStream()
                                .map(Retelling::collection)
                                .sorted()
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "), names -> names.isEmpty() ? "none" : names))));
    }
}
