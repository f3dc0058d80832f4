package org.yol.applications.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yol.applications.log.Witnesses.KnownWitness;
import org.yol.platform.due.Claim;
import org.yol.platform.due.DueWork;
import org.yol.platform.due.Outcome;
import org.yol.platform.due.WorkPlan;
import org.yol.platform.problem.Refused;
import org.yol.transparency.AddCheckpoint;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.Tree;

/**
 * Asks those witnesses that have an address to countersign (C2SP tlog-witness, {@code add-checkpoint}); the others come
 * by themselves.
 */
@Component
class WitnessAsking {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessAsking.class);
    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofSeconds(5);

    /** For all of them and all that they say: well within the lease, whatever one of them does. */
    private static final Duration ALL_WITHIN = Duration.ofSeconds(20);

    /** Bytes: a few signature lines, or a number. */
    private static final long LONGEST_ANSWER = 100_000;

    private static final int OK = 200;
    private static final int CONFLICT = 409;

    private final PublicLogs logs;
    private final LogParts parts;
    private final Witnesses witnesses;
    private final Cosignatures cosignatures;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTED_WITHIN).build();
    final DueWork work;

    WitnessAsking(PublicLogs logs, LogParts parts, Witnesses witnesses, Cosignatures cosignatures, Clock clock) {
        this.logs = logs;
        this.parts = parts;
        this.witnesses = witnesses;
        this.cosignatures = cosignatures;
        this.clock = clock;
        this.work = logs.stored().work(WorkPlan.of(PublicLog.ASKING), this::ask);
    }

    private Outcome ask(PublicLog log, Claim claim) {
        Instant next = clock.instant().plus(BETWEEN);
        List<KnownWitness> asked = witnesses.all().stream()
                .filter(witness -> witness.address() != null)
                .toList();
        if (log.halted() == null && log.checkpoint() != null) {
            // Each on its own: one that is silent holds up no other.
            try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
                each.invokeAll(
                        asked.stream()
                                .map(witness -> Executors.callable(() -> ask(witness, log)))
                                .toList(),
                        ALL_WITHIN.toSeconds(),
                        TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return Outcome.again(next);
    }

    private void ask(KnownWitness witness, PublicLog log) {
        try {
            long last = cosignatures.size(witness.key());
            if (last < log.size()) {
                OptionalLong other = ask(witness, log, last);
                if (other.isPresent() && other.getAsLong() <= log.size()) {
                    ask(witness, log, other.getAsLong());
                } else if (other.isPresent()) {
                    LOG.warn(
                            "The witness {} says that it has countersigned {} entries, and there are {}",
                            witness.key().name(),
                            other.getAsLong(),
                            log.size());
                }
            }
        } catch (IOException | IllegalArgumentException | Refused away) {
            LOG.warn("The witness {} has not countersigned: {}", witness.key().name(), away.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how many entries it says that it has countersigned last, when that is something else */
    private OptionalLong ask(KnownWitness witness, PublicLog log, long last) throws IOException, InterruptedException {
        SignedNote note = SignedNote.parse(log.checkpoint());
        List<Hash> proof =
                last == 0 || last == log.size() ? List.of() : new Tree(log.size(), parts.tiles()).consistency(last);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(address(witness))
                        .timeout(ANSWERED_WITHIN)
                        .POST(BodyPublishers.ofString(new AddCheckpoint(last, proof, note).toString()))
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER));
        if (answer.statusCode() == OK) {
            cosignatures.take(SignedNote.parse(note + answer.body()));
        } else if (answer.statusCode() == CONFLICT && answer.body().strip().matches("\\d{1,18}")) {
            return OptionalLong.of(Long.parseLong(answer.body().strip()));
        } else {
            LOG.warn("The witness {} has not countersigned: {}", witness.key().name(), answer.statusCode());
        }
        return OptionalLong.empty();
    }

    private static URI address(KnownWitness witness) {
        String prefix = witness.address().toString();
        return URI.create(prefix + (prefix.endsWith("/") ? "" : "/") + "add-checkpoint");
    }
}
