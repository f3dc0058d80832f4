package org.yol.witness;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.yol.transparency.VerifierKey;

/**
 * What the authority asked for.
 *
 * @param log address of the log, such as {@code https://yol.example.org/api/log}
 * @param logKey the key of the log, where the authority got it on another way than from the log
 * @param state folder of all that is remembered
 * @param keyFile of the signing key
 * @param name of the key, where it has to be made
 * @param country of the authority, ISO 3166-1 alpha-2, for the line that the log's operator needs
 * @param every how long to wait between two looks
 * @param port where others may ask for a cosignature
 * @param once look once instead of going on
 */
record CommandLine(
        URI log,
        Optional<VerifierKey> logKey,
        Path state,
        Path keyFile,
        Optional<String> name,
        Optional<String> country,
        Duration every,
        OptionalInt port,
        boolean once) {

    static final String HELP = """
            Watches that the public log of a Yol only grows, and countersigns what it has seen.

              java -jar witness.jar --log https://yol.example.org/api/log --country KZ --name witness.example.kz

              --log URL         address of the log
              --log-key KEY     the key of the log, as its operator told it on another way; without it the first key that
                                the log shows is believed, and every later one only if the one before introduces it
              --state FOLDER    where it remembers what it has signed (./witness). Never give two witnesses the same one, and
                                never set it back: a witness that forgets vouches for nothing
              --name NAME       what the witness is called, such as witness.example.kz; needed once, when its key is made
              --country KZ      country of the authority
              --key-file FILE   the signing key (key in the folder of the state)
              --every 5s        how often it looks
              --listen PORT     lets logs ask for a cosignature as well (c2sp.org/tlog-witness)
              --once            looks once. Status 0: signed, 2: the log has shown two histories, 1: anything else
            """;

    private static final Set<String> VALUES =
            Set.of("--log", "--log-key", "--state", "--name", "--country", "--key-file", "--every", "--listen");
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");

    /** @throws IllegalArgumentException for words it does not know */
    static CommandLine parse(String... words) {
        Map<String, String> values = new HashMap<>();
        boolean once = false;
        for (int i = 0; i < words.length; i++) {
            if (words[i].equals("--once")) {
                once = true;
            } else if (!VALUES.contains(words[i])) {
                throw new IllegalArgumentException("'" + words[i] + "' is not known. See --help");
            } else if (i + 1 == words.length) {
                throw new IllegalArgumentException(words[i] + " needs a value. See --help");
            } else {
                values.put(words[i], words[++i]);
            }
        }
        Path state = Path.of(values.getOrDefault("--state", "witness"));
        return new CommandLine(
                log(values.get("--log")),
                Optional.ofNullable(values.get("--log-key")).map(CommandLine::logKey),
                state,
                Optional.ofNullable(values.get("--key-file")).map(Path::of).orElse(state.resolve("key")),
                Optional.ofNullable(values.get("--name")),
                Optional.ofNullable(values.get("--country")).map(CommandLine::country),
                every(values.getOrDefault("--every", "5s")),
                port(values.get("--listen")),
                once);
    }

    private static URI log(String address) {
        if (address == null) {
            throw new IllegalArgumentException("Say where the log is: --log https://yol.example.org/api/log");
        }
        URI log = URI.create(address.replaceFirst("/+$", ""));
        if (log.getHost() == null || !List.of("http", "https").contains(log.getScheme())) {
            throw new IllegalArgumentException("'" + address + "' is no address of a log. It begins with https://");
        }
        return log;
    }

    private static VerifierKey logKey(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--log-key is no key: " + e.getMessage(), e);
        }
    }

    private static String country(String word) {
        if (!word.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("'" + word + "' is no country. Give two capitals, such as KZ");
        }
        return word;
    }

    private static Duration every(String word) {
        var span = SPAN.matcher(word);
        if (!span.matches()) {
            throw new IllegalArgumentException("--every is '" + word + "'. Give a time such as 5s or 1m");
        }
        return Duration.parse("PT" + span.group(1) + span.group(2));
    }

    private static OptionalInt port(String word) {
        if (word == null) {
            return OptionalInt.empty();
        }
        if (!word.matches("[0-9]{1,5}") || Integer.parseInt(word) > 65_535) {
            throw new IllegalArgumentException("--listen is '" + word + "'. Give a port");
        }
        return OptionalInt.of(Integer.parseInt(word));
    }
}
