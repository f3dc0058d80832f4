package org.yol.allocation.proof;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yol.transparency.VerifierKey;

/**
 * What somebody asked for.
 *
 * @param address of the public record; empty where two files are given instead
 * @param files input and result; empty where an address is given
 * @param number of the applicant to explain
 * @param log address of the public log, where it is not beside the record
 * @param logKey the key of the log, where somebody has it from elsewhere
 */
record CommandLine(
        Optional<URI> address,
        List<Path> files,
        Optional<String> number,
        Optional<String> log,
        Optional<VerifierKey> logKey) {

    static final String HELP = """
            Checks the published outcome of a selection from what is public alone: its two files, and the public log.

              ./run check-selection https://yol.example.org/api/selections/ID
              ./run check-selection INPUT RESULT        the two files, downloaded before; the log is not read

              --number NUMBER   also explains what that applicant got: for every place they ranked, the score, the lottery
                                number, the cut-off and the rule that applied
              --log URL         the public log, where it is not https://yol.example.org/api/log
              --log-key KEY     its key, as you got it on another way than from the log (name+id+base64); without it the key
                                that the log shows is believed

            The whole log is read, whatever its size: so it cannot hide an entry.
            Status 0: checked, nothing is wrong. 1: something is wrong. 2: it could not be checked.
            """;

    /** @throws IllegalArgumentException for words it does not know */
    static CommandLine parse(String... words) {
        List<String> where = new ArrayList<>();
        Optional<String> number = Optional.empty();
        Optional<String> log = Optional.empty();
        Optional<VerifierKey> logKey = Optional.empty();
        for (int i = 0; i < words.length; i++) {
            boolean last = i + 1 == words.length;
            if (words[i].equals("--number") && !last) {
                number = Optional.of(words[++i]);
            } else if (words[i].equals("--log") && !last) {
                log = Optional.of(address(words[++i]).toString());
            } else if (words[i].equals("--log-key") && !last) {
                logKey = Optional.of(VerifierKey.parse(words[++i]));
            } else if (words[i].startsWith("-")) {
                throw new IllegalArgumentException("'" + words[i] + "' is not known, or lacks its value. See --help");
            } else {
                where.add(words[i]);
            }
        }
        if (where.size() == 2) {
            return new CommandLine(
                    Optional.empty(), where.stream().map(Path::of).toList(), number, log, logKey);
        }
        if (where.size() != 1) {
            throw new IllegalArgumentException(
                    "Say what to check: the address of a selection's public record, or its two files. See --help");
        }
        return new CommandLine(Optional.of(address(where.getFirst())), List.of(), number, log, logKey);
    }

    private static URI address(String word) {
        if (!word.matches("https?://[^/].*")) {
            throw new IllegalArgumentException("'" + word + "' is no address. It begins with https://. See --help");
        }
        return URI.create(word.replaceFirst("/+$", ""));
    }

    /** The last part of the address. */
    Optional<String> selection() {
        return address.map(URI::toString).map(text -> text.substring(text.lastIndexOf('/') + 1));
    }
}
