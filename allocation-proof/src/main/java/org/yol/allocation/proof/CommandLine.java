package org.yol.allocation.proof;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What somebody asked for.
 *
 * @param published where the two files come from
 * @param number of the applicant to explain
 */
record CommandLine(Supplier<PublicRecord> published, Optional<String> number) {

    static final String HELP = """
            Checks the published outcome of a selection from its two public files alone.

              ./run check-selection https://yol.example.org/api/selections/ID
              ./run check-selection INPUT RESULT        the two files, downloaded before

              --number NUMBER   also explains what that applicant got: for every place they ranked, the score, the lottery
                                number, the cut-off and the rule that applied

            Status 0: checked, nothing is wrong. 1: something is wrong. 2: it could not be checked.
            """;

    /** @throws IllegalArgumentException for words it does not know */
    static CommandLine parse(String... words) {
        List<String> where = new ArrayList<>();
        Optional<String> number = Optional.empty();
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("--number") && i + 1 < words.length) {
                number = Optional.of(words[++i]);
            } else if (words[i].startsWith("-")) {
                throw new IllegalArgumentException("'" + words[i] + "' is not known, or lacks its value. See --help");
            } else {
                where.add(words[i]);
            }
        }
        return new CommandLine(published(where), number);
    }

    private static Supplier<PublicRecord> published(List<String> where) {
        if (where.size() == 2) {
            Path input = Path.of(where.getFirst());
            Path result = Path.of(where.getLast());
            return () -> PublicRecord.at(input, result);
        }
        if (where.size() != 1 || !where.getFirst().matches("https?://[^/].*")) {
            throw new IllegalArgumentException(
                    "Say what to check: the address of a selection's public record, or its two files. See --help");
        }
        URI address = URI.create(where.getFirst().replaceFirst("/+$", ""));
        return () -> PublicRecord.at(address);
    }
}
