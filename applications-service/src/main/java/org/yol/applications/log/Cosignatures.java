package org.yol.applications.log;

import static org.yol.applications.log.LogProblem.ANOTHER_LOG;
import static org.yol.applications.log.LogProblem.HISTORIES_DIFFER;
import static org.yol.applications.log.LogProblem.NOT_A_CHECKPOINT;
import static org.yol.applications.log.LogProblem.NOT_SIGNED_BY_THE_LOG;
import static org.yol.applications.log.LogProblem.UNKNOWN_WITNESS;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollection;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.RequestIdentity;
import org.yol.platform.problem.Refused;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.NoteSignature;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SplitView;
import org.yol.transparency.Tree;
import org.yol.transparency.VerifierKey;

/** What witnesses have countersigned. */
@Component
class Cosignatures {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final AggregateCollection<Countersigned> countersigned;
    private final PublicLogs logs;
    private final LogParts parts;
    private final Witnesses witnesses;
    private final Evidences evidences;

    Cosignatures(
            AggregateCollections collections,
            PublicLogs logs,
            LogParts parts,
            Witnesses witnesses,
            Evidences evidences) {
        this.countersigned = collections.open("cosignatures", Countersigned.class, List.of());
        this.logs = logs;
        this.parts = parts;
        this.witnesses = witnesses;
        this.evidences = evidences;
    }

    /**
     * Takes a checkpoint that a witness has countersigned.
     *
     * @throws Refused when it is none, with why; what shows that two histories were signed is kept
     */
    void take(SignedNote note) {
        Checkpoint checkpoint = checkpoint(note);
        List<VerifierKey> signers = signers(note);
        PublicLog log = logs.latest();
        if (checkpoint.size() > log.size()) {
            // A key that signs no more cannot stop the log.
            if (!parts.keys().haveSignedToday(note)) {
                throw new Refused(NOT_SIGNED_BY_THE_LOG);
            }
            logs.stored().change(log.id(), current -> current.shown(checkpoint.size()));
            throw new Refused(HISTORIES_DIFFER);
        }
        Tree tree = new Tree(log.size(), parts.tiles());
        if (!tree.root(checkpoint.size()).equals(checkpoint.root())) {
            evidences.keep(SplitView.of(note, SignedNote.parse(log.checkpoint()), tree));
            throw new Refused(HISTORIES_DIFFER);
        }
        Map<VerifierKey, Instant> signedAt =
                signers.stream().collect(Collectors.toMap(Function.identity(), signer -> time(of(note, signer))));
        for (VerifierKey signer : signers) {
            SignedNote own = parts.keys().ownOf(note).with(of(note, signer));
            countersigned.begin(
                    Countersigned.none(signer.encode()), RequestIdentity.ofCause("witness", signer.encode()));
            countersigned.change(
                    signer.encode(), current -> current.with(checkpoint.size(), signedAt.get(signer), own));
        }
    }

    /** What a clock can say; a witness whose clock says more is told so. */
    private static Instant time(NoteSignature cosignature) {
        try {
            Instant at = cosignature.at();
            if (at.isBefore(LAST)) {
                return at;
            }
        } catch (IllegalStateException _) {
            // Beyond what an instant can be.
        }
        throw new Refused(NOT_A_CHECKPOINT);
    }

    private Checkpoint checkpoint(SignedNote note) {
        Checkpoint checkpoint;
        try {
            checkpoint = Checkpoint.parse(note.text());
        } catch (IllegalArgumentException _) {
            throw new Refused(NOT_A_CHECKPOINT);
        }
        if (!checkpoint.origin().equals(parts.origin())) {
            throw new Refused(ANOTHER_LOG, checkpoint.origin(), parts.origin());
        }
        return checkpoint;
    }

    private List<VerifierKey> signers(SignedNote note) {
        try {
            if (!parts.keys().haveSigned(note)) {
                throw new Refused(NOT_SIGNED_BY_THE_LOG);
            }
            List<VerifierKey> signers = note.verifiedBy(witnesses.keys());
            if (signers.isEmpty()) {
                throw new Refused(UNKNOWN_WITNESS);
            }
            return signers;
        } catch (IllegalArgumentException _) {
            throw new Refused(NOT_SIGNED_BY_THE_LOG);
        }
    }

    /** How many entries a witness has countersigned last; 0 while it has none. */
    long size(VerifierKey key) {
        return countersigned.find(key.encode()).map(Countersigned::size).orElse(0L);
    }

    /** What each witness of today has countersigned last, by its key. */
    Map<VerifierKey, Countersigned> latest() {
        Map<String, VerifierKey> known = witnesses.keys().stream()
                .distinct()
                .collect(Collectors.toMap(VerifierKey::encode, Function.identity()));
        return countersigned.find(known.keySet()).stream()
                .filter(one -> one.at() != null)
                .collect(Collectors.toMap(one -> known.get(one.id()), Function.identity()));
    }

    /** The last checkpoint, with the signatures of all who have countersigned that very one. */
    SignedNote latest(PublicLog log) {
        SignedNote note = SignedNote.parse(log.checkpoint());
        return together(
                note,
                latest().values().stream()
                        .filter(one -> one.size() == log.size())
                        .toList());
    }

    /**
     * The checkpoint that convinces the most of those that hold an entry: the one with the most witnesses, of these the
     * latest; the last one of all while no witness has signed any.
     */
    SignedNote convincing(PublicLog log, long index) {
        Map<Long, List<Countersigned>> bySize = latest().values().stream()
                .filter(one -> one.size() > index && one.size() <= log.size())
                .collect(Collectors.groupingBy(Countersigned::size));
        return bySize.entrySet().stream()
                .max(Comparator.<Map.Entry<Long, List<Countersigned>>>comparingInt(
                                entry -> entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(best -> together(best.getValue().getFirst().note(), best.getValue()))
                .orElseGet(() -> SignedNote.parse(log.checkpoint()));
    }

    /**
     * A note with what others have signed of the same text. They were checked when they came: proofs are asked for all
     * the time, and whoever gets one checks it.
     */
    private static SignedNote together(SignedNote note, List<Countersigned> others) {
        return note.with(others.stream()
                .map(Countersigned::note)
                .filter(other -> other.text().equals(note.text()))
                .flatMap(other -> other.signatures().stream())
                .toArray(NoteSignature[]::new));
    }

    private static NoteSignature of(SignedNote note, VerifierKey key) {
        return note.onlyOf(List.of(key)).signatures().getFirst();
    }
}
