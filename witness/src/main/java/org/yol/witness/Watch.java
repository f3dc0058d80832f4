package org.yol.witness;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yol.transparency.AddCheckpoint;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.Hash;
import org.yol.transparency.NoteSignature;
import org.yol.transparency.Proofs;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.SplitView;
import org.yol.transparency.Tree;
import org.yol.transparency.VerifierKey;
import org.yol.transparency.Witness;

/** Looks at a log, and countersigns it if it only grew. For any number of threads, of which one at a time looks. */
final class Watch {

    /** A log in which nothing happens is countersigned again, so that everybody sees that its witnesses are awake. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String TO_DO = """
            Nothing was signed. What to do:
            - Keep the file, and the folder of this witness as it is. Do not start a witness with an empty one.
            - Send the file to the witnesses of the other countries, and ask what they have signed.
            - Ask the operator of the log. Until there is an answer, believe no receipt or result newer than the last
              checkpoint that was countersigned.
            """;

    /** What came of a look. */
    enum Outcome {
        /** The log grew, or is the same: countersigned, and handed in. */
        COSIGNED,
        /** Nothing new since. */
        UNCHANGED,
        /** The log took back what it had shown. */
        BETRAYED
    }

    private final RemoteLog log;
    private final StateFolder state;
    private final SigningKey key;
    private final Clock clock;
    private final Duration oldest;
    private final Terminal terminal;
    private final Introductions introductions;
    private final Set<Path> told = new HashSet<>();
    private volatile PinnedLog pinned;
    private volatile Witness witness;
    private String handedIn = "";
    private Instant handedInAt = Instant.MIN;

    /** @param oldest how old a checkpoint may be that something on the way has kept */
    Watch(
            RemoteLog log,
            StateFolder state,
            PinnedLog pinned,
            SigningKey key,
            Clock clock,
            Duration oldest,
            Terminal terminal) {
        this.log = log;
        this.state = state;
        this.key = key;
        this.clock = clock;
        this.oldest = oldest;
        this.terminal = terminal;
        this.introductions = new Introductions(log);
        believe(pinned);
    }

    private void believe(PinnedLog believed) {
        witness = new Witness(key, Map.of(believed.origin(), believed.keys()), state, clock);
        pinned = believed;
    }

    /**
     * Looks once.
     *
     * @throws LogTrouble when the log does not answer as a log does; nothing is signed then
     */
    synchronized Outcome look() {
        return look(oldest);
    }

    private Outcome look(Duration patience) {
        SignedNote note = log.checkpoint();
        Checkpoint shown = checkpoint(note);
        Optional<SignedNote> last = state.last(pinned.origin());
        Checkpoint before = last.map(Watch::checkpoint).orElse(new Checkpoint(shown.origin(), 0, Hash.EMPTY_TREE));
        Tree tree = new Tree(shown.size(), log);
        if (shown.size() >= before.size() && isSignedByAnotherKey(note)) {
            learn(tree, shown, before);
        }
        SignedNote signed = signed(note);
        if (last.isPresent()) {
            if (shown.size() < before.size()) {
                return shrunk(signed, shown, last.get(), before, patience);
            }
            boolean isHandedIn =
                    handedIn.equals(signed.text()) && clock.instant().isBefore(handedInAt.plus(FRESH));
            if (isHandedIn && last.get().text().equals(signed.text())) {
                return Outcome.UNCHANGED;
            }
            if (shown.size() == before.size() && !shown.root().equals(before.root())) {
                return betrayed(new SplitView(last.get(), signed, List.of()));
            }
        }
        return cosign(signed, shown, last, before, tree);
    }

    private Outcome cosign(
            SignedNote signed, Checkpoint shown, Optional<SignedNote> last, Checkpoint before, Tree tree) {
        if (!root(tree).equals(shown.root())) {
            throw new LogTrouble("The tiles of the log are not those of its checkpoint of " + shown.size()
                    + " entries: it was not signed");
        }
        List<Hash> growth = proof(() -> tree.consistency(before.size()));
        return switch (witness.add(new AddCheckpoint(before.size(), growth, signed))) {
            case Witness.Cosigned cosigned -> handIn(signed, shown, before, cosigned.signature());
            // Somebody else asked in the same moment: the next look sees it.
            case Witness.Conflict conflict when conflict.evidence().isEmpty() -> Outcome.UNCHANGED;
            case Witness.Conflict conflict -> betrayed(conflict.evidence().orElseThrow());
            case Witness.Inconsistent _
            when last.isPresent() -> betrayed(proof(() -> SplitView.of(last.get(), signed, tree)));
            case Witness.Answer other ->
                throw new LogTrouble("The checkpoint of " + shown.size() + " entries cannot be signed: " + other);
        };
    }

    private Outcome handIn(SignedNote signed, Checkpoint shown, Checkpoint before, NoteSignature signature) {
        log.sendCosignature(signed.with(signature));
        handedIn = signed.text();
        handedInAt = clock.instant();
        if (shown.size() > before.size() || before.size() == 0) {
            terminal.say(String.format(
                    Locale.ROOT,
                    "countersigned %,d entries, %,d more than before",
                    shown.size(),
                    shown.size() - before.size()));
        } else {
            terminal.say(String.format(Locale.ROOT, "countersigned %,d entries again", shown.size()));
        }
        return Outcome.COSIGNED;
    }

    private static Checkpoint checkpoint(SignedNote note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (IllegalArgumentException e) {
            throw new LogTrouble("The log shows no checkpoint: " + e.getMessage());
        }
    }

    private SignedNote signed(SignedNote note) {
        try {
            if (!checkpoint(note).origin().equals(pinned.origin())) {
                throw new IllegalArgumentException(
                        "it is of " + checkpoint(note).origin());
            }
            SignedNote signed = note.onlyOf(pinned.keys());
            if (signed.signatures().isEmpty()) {
                throw new IllegalArgumentException("no key signed it that was introduced by one that is known");
            }
            return signed;
        } catch (IllegalArgumentException e) {
            throw new LogTrouble("The checkpoint is none of " + pinned.origin() + ": " + e.getMessage());
        }
    }

    private boolean isSignedByAnotherKey(SignedNote note) {
        return note.signatures().stream()
                .anyMatch(line -> line.name().equals(pinned.origin())
                        && pinned.keys().stream().noneMatch(known -> known.keyId() == line.keyId()));
    }

    private void learn(Tree tree, Checkpoint shown, Checkpoint before) {
        boolean grew = Proofs.isConsistent(
                before.size(), before.root(), shown.size(), shown.root(), proof(() -> tree.consistency(before.size())));
        List<VerifierKey> learned = grew ? proof(() -> introductions.learn(pinned, tree, shown)) : List.of();
        if (!learned.isEmpty()) {
            PinnedLog more = pinned.with(learned);
            state.pin(more);
            believe(more);
            learned.forEach(one -> terminal.say("the log has a new key, which the one before introduced: " + one));
        }
    }

    private interface FromTiles<T> {
        T make();
    }

    private static Hash root(Tree tree) {
        return proof(tree::root);
    }

    /** Tiles of another length than they must have are refused when they are read. */
    private static <T> T proof(FromTiles<T> made) {
        try {
            return made.make();
        } catch (IllegalArgumentException e) {
            throw new LogTrouble("The log's tiles are not in their form: " + e.getMessage());
        }
    }

    /** An older checkpoint is evidence only if it is not one of the history that was countersigned. */
    private Outcome shrunk(SignedNote signed, Checkpoint shown, SignedNote last, Checkpoint before, Duration patience) {
        try {
            SplitView evidence = SplitView.of(signed, last, new Tree(before.size(), log));
            evidence.verify(pinned.keys());
            return betrayed(evidence);
        } catch (LogTrouble | IllegalArgumentException e) {
            // It does not show the tiles of the larger tree any more, or it is an older one of the same history.
        }
        if (!patience.isZero()) {
            WitnessApplication.sleep(patience);
            return look(Duration.ZERO);
        }
        Path file = state.keepEvidence(
                "shrunk-%d-after-%d.txt".formatted(shown.size(), before.size()), last + "\n" + signed);
        if (told.add(file)) {
            terminal.alarm("""
                    THE LOG HAS SHRUNK: %s shows %,d entries, and had signed %,d.
                    Both checkpoints are in %s
                    Its store may have been set back, or something on the way shows what was there before.
                    %s""".formatted(pinned.origin(), shown.size(), before.size(), file, TO_DO));
        }
        return Outcome.BETRAYED;
    }

    /** Keeps evidence, shows it, and says so once. */
    synchronized Outcome betrayed(SplitView evidence) {
        try {
            evidence.verify(pinned.keys());
        } catch (IllegalArgumentException e) {
            throw new LogTrouble("The log did not prove that it only grew: " + e.getMessage());
        }
        long one = checkpoint(evidence.one()).size();
        long other = checkpoint(evidence.other()).size();
        String text = evidence.toString();
        String hash = Hash.ofLeaf(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 12);
        Path file = state.keepEvidence("split-%d-%d-%s.txt".formatted(one, other, hash), text);
        if (told.add(file)) {
            terminal.alarm("""
                    THE LOG HAS SHOWN TWO HISTORIES: %s signed a tree of %,d entries, and one of %,d that does not hold it.
                    The evidence, which anybody can check who has the log's key, is in %s
                    %s""".formatted(pinned.origin(), one, other, file, TO_DO));
            try {
                log.sendEvidence(evidence);
                terminal.say("the log took the evidence, and shows it to everybody");
            } catch (LogTrouble e) {
                terminal.say("the log did not take the evidence: " + e.getMessage());
            }
        }
        return Outcome.BETRAYED;
    }

    /** Answers somebody who brings a checkpoint. */
    Witness.Answer add(AddCheckpoint request) {
        Witness.Answer answer = witness.add(request);
        Optional<SplitView> evidence = switch (answer) {
            case Witness.Conflict conflict -> conflict.evidence();
            case Witness.Inconsistent inconsistent -> inconsistent.evidence();
            default -> Optional.empty();
        };
        evidence.ifPresent(this::betrayed);
        return answer;
    }
}
