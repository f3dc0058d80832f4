package org.yol.transparency;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cosigns checkpoints of logs whose trees only grew (c2sp.org/tlog-witness). For any number of threads, and processes
 * if their memory is one.
 */
public final class Witness {

    private final SigningKey cosigner;
    private final Map<String, List<VerifierKey>> logs;
    private final WitnessMemory memory;
    private final Clock clock;

    /**
     * @param cosigner a key of {@link Algorithm#COSIGNATURE}
     * @param logs the keys of each log by its origin
     */
    public Witness(SigningKey cosigner, Map<String, List<VerifierKey>> logs, WitnessMemory memory, Clock clock) {
        this.cosigner = cosigner;
        this.logs = Map.copyOf(logs);
        this.memory = memory;
        this.clock = clock;
    }

    /** What came of a request, and as which HTTP status the protocol answers it. */
    public sealed interface Answer {

        /** HTTP status. */
        int status();
    }

    /** The tree only grew: the checkpoint is remembered and signed. */
    public record Cosigned(NoteSignature signature) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }

    /** The request makes no sense. */
    public record BadRequest(String reason) implements Answer {
        @Override
        public int status() {
            return 400;
        }
    }

    /** No key of the log signed. */
    public record NotSigned(String reason) implements Answer {
        @Override
        public int status() {
            return 403;
        }
    }

    /** The witness knows no log of this origin. */
    public record UnknownLog(String origin) implements Answer {
        @Override
        public int status() {
            return 404;
        }
    }

    /**
     * The witness cosigned another size last, or another root at this size.
     *
     * @param size cosigned last, 0 when none was
     * @param evidence there when the log signed another root at this size
     */
    public record Conflict(long size, Optional<SplitView> evidence) implements Answer {
        @Override
        public int status() {
            return 409;
        }
    }

    /**
     * The proof does not show that the tree only grew.
     *
     * @param evidence there when the proof shows that the log signed two histories, rather than nothing
     */
    public record Inconsistent(Optional<SplitView> evidence) implements Answer {
        @Override
        public int status() {
            return 422;
        }
    }

    /** Checks a checkpoint and signs it if the log's tree grew to it from the one that was signed last. */
    public Answer add(AddCheckpoint request) {
        Checkpoint next;
        try {
            next = Checkpoint.parse(request.checkpoint().text());
        } catch (IllegalArgumentException e) {
            return new BadRequest(e.getMessage());
        }
        List<VerifierKey> keys = logs.get(next.origin());
        if (keys == null) {
            return new UnknownLog(next.origin());
        }
        SignedNote signed;
        try {
            signed = request.checkpoint().onlyOf(keys);
        } catch (IllegalArgumentException e) {
            return new NotSigned(e.getMessage());
        }
        if (signed.signatures().isEmpty()) {
            return new NotSigned("No known key of " + next.origin() + " signed");
        }
        if (request.earlierSize() > next.size()) {
            return new BadRequest("The old size is more than the checkpoint's");
        }
        while (true) {
            Optional<SignedNote> last = memory.last(next.origin());
            Optional<Answer> refused = refuse(request, last, next, signed);
            if (refused.isPresent()) {
                return refused.get();
            }
            // Remembered first: a signature that is given out and forgotten would allow another history.
            if (memory.compareAndSet(next.origin(), last, signed)) {
                return new Cosigned(cosigner.cosign(signed.text(), clock.instant()));
            }
        }
    }

    private Optional<Answer> refuse(
            AddCheckpoint request, Optional<SignedNote> last, Checkpoint next, SignedNote signed) {
        Checkpoint earlier = last.map(note -> Checkpoint.parse(note.text()))
                .orElse(new Checkpoint(next.origin(), 0, Hash.EMPTY_TREE));
        if (request.earlierSize() != earlier.size()) {
            return Optional.of(new Conflict(earlier.size(), Optional.empty()));
        }
        if (last.isPresent() && earlier.size() == next.size() && !earlier.root().equals(next.root())) {
            return Optional.of(new Conflict(earlier.size(), Optional.of(new SplitView(last.get(), signed, List.of()))));
        }
        if (!Proofs.isConsistent(earlier.size(), earlier.root(), next.size(), next.root(), request.proof())) {
            return Optional.of(new Inconsistent(last.map(one -> new SplitView(one, signed, request.proof()))
                    .filter(evidence -> evidence.isVerifiedBy(logs.get(next.origin())))));
        }
        return Optional.empty();
    }
}
