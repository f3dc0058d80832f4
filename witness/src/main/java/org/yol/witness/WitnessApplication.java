package org.yol.witness;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.yol.transparency.Algorithm;
import org.yol.transparency.SigningKey;
import org.yol.transparency.VerifierKey;

/** Behind {@code java -jar witness.jar}. */
public final class WitnessApplication {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration OLDEST = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final int SIGNED = 0;
    private static final int FAILED = 1;
    private static final int BETRAYED = 2;

    private final CommandLine asked;
    private final Terminal terminal;

    private WitnessApplication(CommandLine asked, Terminal terminal) {
        this.asked = asked;
        this.terminal = terminal;
    }

    /** @param words see {@code --help} */
    public static void main(String... words) {
        if (List.of(words).contains("--help") || List.of(words).contains("-h")) {
            System.out.print(CommandLine.HELP);
            return;
        }
        int status;
        try {
            status = new WitnessApplication(CommandLine.parse(words), Terminal.ofProcess()).run();
        } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            status = FAILED;
        }
        System.exit(status);
    }

    private int run() {
        try (StateFolder state = StateFolder.open(asked.state());
                RemoteLog log = new RemoteLog(asked.log(), PATIENCE)) {
            SigningKey key = key();
            Waiting waiting = new Waiting(asked.every(), LONGEST_WAIT);
            Optional<PinnedLog> pinned = pinned(state);
            while (pinned.isEmpty()) {
                try {
                    pinned = Optional.of(learn(state, log));
                } catch (LogTrouble e) {
                    if (asked.once()) {
                        terminal.say(e.getMessage());
                        return FAILED;
                    }
                    pause(e.getMessage(), waiting.afterTrouble(e.comeBackAfter()));
                }
            }
            Watch watch = new Watch(log, state, pinned.get(), key, Clock.systemUTC(), OLDEST, terminal);
            if (asked.once()) {
                return once(watch);
            }
            asked.port()
                    .ifPresent(port ->
                            terminal.say("listening on port " + new AddCheckpointServer(port, watch, terminal).port()
                                    + " for logs that ask by themselves"));
            while (true) {
                look(watch, waiting);
            }
        }
    }

    private int once(Watch watch) {
        try {
            return watch.look() == Watch.Outcome.BETRAYED ? BETRAYED : SIGNED;
        } catch (LogTrouble e) {
            terminal.say(e.getMessage());
            return FAILED;
        }
    }

    /** Whatever is wrong with the log, the network or the disk: a witness goes on. */
    private void look(Watch watch, Waiting waiting) {
        try {
            watch.look();
            if (waiting.isOverTrouble()) {
                terminal.say("the log answers again");
            }
            sleep(waiting.afterSuccess());
        } catch (LogTrouble e) {
            pause(e.getMessage(), waiting.afterTrouble(e.comeBackAfter()));
        } catch (RuntimeException e) {
            pause(String.valueOf(e.getMessage()), waiting.afterTrouble(Duration.ZERO));
        }
    }

    private void pause(String trouble, Duration wait) {
        terminal.say(trouble + ". Nothing was signed; next look in " + wait.toSeconds() + " s");
        sleep(wait);
    }

    static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", e);
        }
    }

    private SigningKey key() {
        Path file = asked.keyFile();
        SigningKey key = StateFolder.key(file, () -> {
            String name = asked.name()
                    .orElseThrow(() -> new IllegalStateException("There is no key in " + file
                            + ". To make one, say what the witness is called: --name witness.example.kz"));
            terminal.say("a new key is in " + file + ": nobody else may ever have it");
            return SigningKey.generate(name, Algorithm.COSIGNATURE);
        });
        if (key.verifierKey().algorithm() != Algorithm.COSIGNATURE) {
            throw new IllegalStateException("The key in " + file + " is not one for cosignatures");
        }
        terminal.say("what the operator of the log needs to know this witness: "
                + asked.country().map(country -> country + " ").orElse("") + key.verifierKey());
        return key;
    }

    private Optional<PinnedLog> pinned(StateFolder state) {
        Optional<PinnedLog> pinned = state.log();
        asked.logKey().ifPresent(given -> {
            if (pinned.isPresent() && !pinned.get().keys().contains(given)) {
                throw new IllegalStateException(
                        "--log-key is another key than those this witness has believed until now: "
                                + pinned.get().keys()
                                + ". A new key has to be introduced in the log by the one before");
            }
        });
        if (pinned.isEmpty() && asked.logKey().isPresent()) {
            PinnedLog given = PinnedLog.of(asked.logKey().get());
            state.pin(given);
            return Optional.of(given);
        }
        pinned.ifPresent(log -> terminal.say("watches " + log.origin() + " at " + asked.log()));
        return pinned;
    }

    /** The first time: whoever answers at the address is believed, and nobody else from then on. */
    private PinnedLog learn(StateFolder state, RemoteLog log) {
        VerifierKey key = log.firstKey();
        PinnedLog pinned;
        try {
            pinned = PinnedLog.of(key);
        } catch (IllegalArgumentException e) {
            throw new LogTrouble("The log shows no key that signs logs: " + e.getMessage());
        }
        state.pin(pinned);
        terminal.say("believes from now on that the log has this key; compare it with what its operator tells you on"
                + " another way: " + key);
        return pinned;
    }
}
