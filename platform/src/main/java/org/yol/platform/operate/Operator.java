package org.yol.platform.operate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** Does what a command asks for and says what came of it. */
final class Operator {

    private final String service;
    private final DeadLetters letters;
    private final ObjectProvider<Retelling> retellings;
    private final ObjectProvider<Verification> verifications;

    /** @param service its name, which the consumer groups of its listeners begin with */
    Operator(
            String service,
            DeadLetters letters,
            ObjectProvider<Retelling> retellings,
            ObjectProvider<Verification> verifications) {
        this.service = service;
        this.letters = letters;
        this.retellings = retellings;
        this.verifications = verifications;
    }

    /** @param progress hears how far something is that takes long */
    String perform(Command command, Consumer<String> progress) {
        return switch (command) {
            case Command.ListDeadLetters _ -> Table.of(own());
            case Command.ShowDeadLetter show -> letters.at(show.place()).description();
            case Command.RetellDeadLetter retell -> letters.retell(letters.at(retell.place()));
            case Command.RetellAllDeadLetters _ -> retellAll();
            case Command.RetellCollection retell ->
                named(retellings, Retelling::collection, retell.collection(), "no collection that can be told again")
                                .retell()
                        + " documents of " + retell.collection() + " are told again";
            case Command.VerifyRecord verify ->
                named(verifications, Verification::name, verify.name(), "no record that can be verified")
                        .verify(progress);
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

    private <T> T named(ObjectProvider<T> all, Function<T, String> name, String wanted, String none) {
        return all.orderedStream()
                .filter(one -> name.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + wanted + "' is " + none + ". Those of " + service
                        + ": "
                        + all.orderedStream()
                                .map(name)
                                .sorted()
                                .collect(Collectors.collectingAndThen(
                                        Collectors.joining(", "), names -> names.isEmpty() ? "none" : names))));
    }
}
