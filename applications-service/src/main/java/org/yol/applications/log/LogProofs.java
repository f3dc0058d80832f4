package org.yol.applications.log;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yol.platform.problem.Problem;
import org.yol.platform.problem.Refused;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.SignedNote;
import org.yol.transparency.TransparencyProof;
import org.yol.transparency.Tree;

/** Proofs that entries are in the log. */
@Component
public class LogProofs {

    private final PublicLogs logs;
    private final LogParts parts;
    private final Cosignatures cosignatures;

    LogProofs(PublicLogs logs, LogParts parts, Cosignatures cosignatures) {
        this.logs = logs;
        this.parts = parts;
        this.cosignatures = cosignatures;
    }

    /**
     * An entry that somebody holds the key to.
     *
     * @param index its number, from 0
     * @param entry what it says: canonical JSON (RFC 8785)
     * @param proof C2SP tlog-proof
     */
    public record ProvedEntry(long index, String entry, String proof) {}

    /** What was said of a submission; empty while it is not in the log, or the store lacks what proves it. */
    public Optional<ProvedEntry> ofSubmission(String commitment) {
        return of(Statement.SUBMISSION, commitment);
    }

    /** What was said of a decision; empty while it is not in the log. */
    public Optional<ProvedEntry> ofDecision(String commitment) {
        return of(Statement.DECISION, commitment);
    }

    private Optional<ProvedEntry> of(String kind, String commitment) {
        PublicLog log = logs.now();
        try {
            return parts.entries()
                    .ofSource(kind + "/" + commitment)
                    .filter(entry -> entry.index() < log.size())
                    .map(entry -> new ProvedEntry(
                            entry.index(),
                            entry.statement().text(),
                            of(log, entry).toString()));
        } catch (Halted _) {
            // Whatever became of the log, a receipt is its holder's.
            return Optional.empty();
        }
    }

    /**
     * An entry.
     *
     * @throws Refused not-found when no entry of that number has been signed
     * @throws Halted when the store has it no more
     */
    LogEntry signed(long index) {
        if (index < 0 || index >= logs.now().size()) {
            throw new Refused(Problem.NOT_FOUND);
        }
        return parts.entries().signed(index, 1).getFirst();
    }

    TransparencyProof of(LogEntry entry) {
        return of(logs.now(), entry);
    }

    private TransparencyProof of(PublicLog log, LogEntry entry) {
        SignedNote note = cosignatures.convincing(log, entry.index());
        long size = Checkpoint.parse(note.text()).size();
        return new TransparencyProof(entry.index(), new Tree(size, parts.tiles()).inclusion(entry.index()), note);
    }
}
