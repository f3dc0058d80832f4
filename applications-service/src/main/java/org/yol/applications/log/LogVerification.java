package org.yol.applications.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.yol.platform.document.Results;
import org.yol.platform.operate.Verification;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.FullTile;
import org.yol.transparency.GrowingTree;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.Tile;
import org.yol.transparency.Tree;
import org.yol.transparency.VerifierKey;

/**
 * Reads the whole log and all that it is of: each entry, the tree, what was signed by whom, and whether each document
 * of the store has its entry.
 */
@Component
class LogVerification implements Verification {

    private static final int TOLD_EVERY = 100_000;
    private static final int LOOKED_UP_AT_ONCE = 1_000;

    private final PublicLogs logs;
    private final LogParts parts;
    private final Cosignatures cosignatures;
    private final Evidences evidences;
    private final SignedBefore signedBefore;
    private final List<EnteredDocuments> documents;

    LogVerification(
            PublicLogs logs,
            LogParts parts,
            Cosignatures cosignatures,
            Evidences evidences,
            SignedBefore signedBefore,
            List<EnteredDocuments> documents) {
        this.logs = logs;
        this.parts = parts;
        this.cosignatures = cosignatures;
        this.evidences = evidences;
        this.signedBefore = signedBefore;
        this.documents = List.copyOf(documents);
    }

    @Override
    public String name() {
        return "log";
    }

    @Override
    public String verify(Consumer<String> progress) {
        PublicLog log = logs.now();
        List<String> found = new ArrayList<>();
        found.add(parts.origin() + ": " + log.size() + " entries");
        progress.accept("Reading the entries of " + parts.origin());
        entries(log, progress);
        found.add("each entry is the one that was signed");
        found.add(signatures(log));
        progress.accept("Looking for an entry of each document");
        found.add(documents(progress));
        return String.join("; ", found);
    }

    private void entries(PublicLog log, Consumer<String> progress) {
        GrowingTree tree = GrowingTree.empty();
        KeyHistory keys = new KeyHistory();
        try (Results<LogEntry> entries = parts.entries().all()) {
            while (tree.size() < log.size()) {
                if (!entries.hasNext()) {
                    throw rewritten("entry " + tree.size() + " and all behind it are missing");
                }
                LogEntry entry = entries.next();
                if (entry.index() != tree.size()) {
                    throw rewritten("entry " + tree.size() + " is missing");
                }
                Hash leaf = entry.statement().leaf();
                if (!leaf.hex().equals(entry.leaf())) {
                    throw rewritten("entry " + entry.index() + " was changed: its text no longer has its hash");
                }
                keys.follow(entry);
                tree.append(leaf);
                tree.takeFullTiles().forEach(this::compare);
                if (tree.size() % TOLD_EVERY == 0) {
                    progress.accept(tree.size() + " of " + log.size() + " entries hold");
                }
            }
        }
        if (!tree.root().hex().equals(log.root())) {
            long behind = log.size() - log.size() % Tile.FULL;
            throw rewritten("among the entries from " + behind + " to " + (log.size() - 1)
                    + " one was changed, or two were swapped");
        }
    }

    private void compare(FullTile full) {
        byte[] stored = parts.tiles()
                .stored(full)
                .orElseThrow(() -> rewritten("tile " + full.level() + "/" + full.index() + " is missing"));
        if (!Arrays.equals(stored, full.hashes())) {
            int place = Arrays.mismatch(stored, full.hashes()) / Hash.BYTES;
            throw rewritten(
                    "entry " + full.firstEntry(place) + " is not the one that was signed, or its tile was changed");
        }
    }

    private static IllegalStateException rewritten(String what) {
        return new IllegalStateException("The public log was rewritten in the store: " + what
                + ". What comes before holds. Compare with a backup and with what others have of the log, and find out who"
                + " could write there.");
    }

    private String signatures(PublicLog log) {
        if (log.checkpoint() == null) {
            return "nothing has been signed yet";
        }
        SignedNote note = SignedNote.parse(log.checkpoint());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (!parts.keys().haveSigned(note)
                || checkpoint.size() != log.size()
                || !checkpoint.root().hex().equals(log.root())
                || !checkpoint.origin().equals(parts.origin())) {
            throw new IllegalStateException("The last checkpoint in the store is not what the log has signed.");
        }
        Tree tree = new Tree(log.size(), parts.tiles());
        signedBefore.last(parts.origin()).ifPresent(told -> {
            if (told.size() > log.size()) {
                throw Halted.behind(told.size(), log.size());
            }
            if (!tree.root(told.size()).hex().equals(told.root())) {
                throw rewritten("the first " + told.size() + " entries, with all their hashes, are not those that the"
                        + " topic of the log remembers");
            }
        });
        if (!evidences.all().isEmpty()) {
            throw new IllegalStateException("There is evidence that the key of the log has signed two histories:"
                    + " GET /api/log/evidence shows it. docs/operations.md says what to do.");
        }
        Map<VerifierKey, Countersigned> countersigned = cosignatures.latest();
        countersigned.forEach((key, one) -> {
            SignedNote its = one.note();
            Checkpoint of = Checkpoint.parse(its.text());
            if (its.verifiedBy(List.of(key)).isEmpty()
                    || of.size() > log.size()
                    || !tree.root(of.size()).equals(of.root())) {
                throw new IllegalStateException(
                        "What " + key.name() + " has countersigned is not a beginning of the log.");
            }
        });
        return "the checkpoint is signed, and " + countersigned.size() + " witnesses have countersigned";
    }

    private String documents(Consumer<String> progress) {
        Search search = new Search(progress);
        documents.forEach(some -> some.each(document -> search.look(document.document(), document.source())));
        search.finish();
        return "each of " + search.seen + " documents has its entry"
                + (search.waiting > 0 ? ", " + search.waiting + " of them soon" : "");
    }

    /** Looks for the entries of many documents at a time. */
    private final class Search {

        private final Consumer<String> progress;
        private final List<Map.Entry<String, String>> some = new ArrayList<>();
        private long seen;
        private long waiting;

        private Search(Consumer<String> progress) {
            this.progress = progress;
        }

        void look(String document, String source) {
            some.add(Map.entry(document, source));
            if (some.size() == LOOKED_UP_AT_ONCE) {
                finish();
            }
        }

        void finish() {
            List<String> sources = some.stream().map(Map.Entry::getValue).toList();
            Set<String> known = parts.entries().known(sources);
            List<Map.Entry<String, String>> missing =
                    some.stream().filter(one -> !known.contains(one.getValue())).toList();
            Set<String> onTheWay = parts
                    .waiting()
                    .these(missing.stream().map(Map.Entry::getValue).toList())
                    .stream()
                    .map(WaitingEntry::id)
                    .collect(Collectors.toSet());
            missing.stream()
                    .filter(one -> !onTheWay.contains(one.getValue()))
                    .findFirst()
                    .ifPresent(one -> {
                        throw new IllegalStateException("There is no entry of " + one.getKey()
                                + " in the public log: it was put into the store afterwards, or it came less than a"
                                + " minute ago.");
                    });
            seen += some.size();
            waiting += missing.size();
            if (!some.isEmpty() && seen % (10L * LOOKED_UP_AT_ONCE) == 0) {
                progress.accept(seen + " documents have their entries");
            }
            some.clear();
        }
    }
}
