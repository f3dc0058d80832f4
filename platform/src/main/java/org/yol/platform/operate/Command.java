package org.yol.platform.operate;

import java.util.List;

/** What an operator asks for. */
sealed interface Command {

    /** How commands are written. */
    String USAGE = """
            Commands:
              dead-letters list                                what this service could not handle
              dead-letters show <topic> <partition> <offset>   one of them, with the reason
              dead-letters retell <topic> <partition> <offset> send it to its topic again
              dead-letters retell --all                        all that this service could not handle
              retell <collection>                              tell all documents of a collection again
              verify <record>                                  check that nobody has rewritten a record of the service""";

    record ListDeadLetters() implements Command {}

    record ShowDeadLetter(Place place) implements Command {}

    record RetellDeadLetter(Place place) implements Command {}

    record RetellAllDeadLetters() implements Command {}

    record RetellCollection(String collection) implements Command {}

    record VerifyRecord(String name) implements Command {}

    /** Where a dead letter lies. */
    record Place(String topic, int partition, long offset) {}

    /**
     * The command that these words are.
     *
     * @throws IllegalArgumentException when they are none; the message says which there are
     */
    static Command of(List<String> words) {
        String spoken = String.join(" ", words);
        if (spoken.equals("dead-letters list")) {
            return new ListDeadLetters();
        } else if (spoken.equals("dead-letters retell --all")) {
            return new RetellAllDeadLetters();
        } else if (spoken.startsWith("dead-letters show ") && words.size() == 5) {
            return new ShowDeadLetter(place(words));
        } else if (spoken.startsWith("dead-letters retell ") && words.size() == 5) {
            return new RetellDeadLetter(place(words));
        } else if (spoken.startsWith("retell ") && words.size() == 2) {
            return new RetellCollection(words.get(1));
        } else if (spoken.startsWith("verify ") && words.size() == 2) {
            return new VerifyRecord(words.get(1));
        }
        throw new IllegalArgumentException("'" + spoken + "' is no command. " + USAGE);
    }

    private static Place place(List<String> words) {
        try {
            return new Place(words.get(2), Integer.parseInt(words.get(3)), Long.parseLong(words.get(4)));
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("Partition and offset are numbers, as the list shows them. " + USAGE);
        }
    }
}
