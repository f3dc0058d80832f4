package org.yol.allocation.proof.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.EntryBundle;
import org.yol.transparency.GrowingTree;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.Tile;
import org.yol.transparency.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log as its latest checkpoint has it: every entry is fetched, and their tree compared with the one that was signed
 * (C2SP tlog-tiles, tlog-checkpoint, tlog-cosignature).
 */
final class SignedLog {

    private static final int LONGEST_TEXT = SignedNote.LONGEST;
    private static final int LONGEST_BUNDLE = Tile.FULL * (2 + EntryBundle.LONGEST_ENTRY);

    /** Bundles that are fetched at once. */
    private static final int AT_ONCE = 4;

    private final String address;
    private final Source source;

    SignedLog(String address, Source source) {
        this.address = address;
        this.source = source;
    }

    /**
     * Reads all of it.
     *
     * @param pinned the key that has to have signed; without it, the one that the log shows
     * @param history is told each entry
     * @throws IllegalArgumentException where something is not in its form
     */
    List<Finding> read(Optional<VerifierKey> pinned, CallHistory history) {
        SignedNote note = SignedNote.parse(text("checkpoint"));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        return List.of(
                signed(note, checkpoint, pinned),
                countersigned(note),
                whole(checkpoint, history),
                new Finding("Every entry can be read", "", history.unreadable()));
    }

    private Finding signed(SignedNote note, Checkpoint checkpoint, Optional<VerifierKey> pinned) {
        VerifierKey key = pinned.orElseGet(this::shownKey);
        List<String> faults = new ArrayList<>();
        try {
            if (note.verifiedBy(List.of(key)).isEmpty()) {
                faults.add("the checkpoint has no signature of " + key);
            }
        } catch (IllegalArgumentException e) {
            faults.add(e.getMessage());
        }
        if (!key.name().equals(checkpoint.origin())) {
            faults.add("the checkpoint is of the log " + checkpoint.origin() + ", and the key of " + key.name());
        }
        return new Finding(
                "The checkpoint of the public log is signed",
                "by %s%s".formatted(key, pinned.isPresent() ? "" : ", which the log itself showed: see --log-key"),
                faults);
    }

    private VerifierKey shownKey() {
        return VerifierKey.parse(
                JsonMapper.shared().readTree(text("keys")).at("/keys/0").asString(""));
    }

    /** Witnesses are those that the log names; who runs one knows its key. */
    private Finding countersigned(SignedNote note) {
        Map<VerifierKey, String> witnesses = new LinkedHashMap<>();
        for (JsonNode witness : JsonMapper.shared().readTree(text("witnesses"))) {
            witnesses.put(
                    VerifierKey.parse(witness.path("key").asString("")),
                    witness.path("country").asString(""));
        }
        try {
            String countries = note.verifiedBy(witnesses.keySet()).stream()
                    .map(witnesses::get)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new Finding(
                    "Countersignatures are right",
                    countries.isEmpty() ? "there is none of this checkpoint" : "of " + countries,
                    List.of());
        } catch (IllegalArgumentException e) {
            return new Finding("Countersignatures are right", "", List.of(e.getMessage()));
        }
    }

    private Finding whole(Checkpoint checkpoint, CallHistory history) {
        GrowingTree tree = GrowingTree.empty();
        List<String> faults = new ArrayList<>();
        long tiles = Math.ceilDiv(checkpoint.size(), Tile.FULL);
        for (long from = 0; from < tiles && faults.isEmpty(); from += AT_ONCE) {
            List<Tile> some = LongStream.range(from, Math.min(tiles, from + AT_ONCE))
                    .mapToObj(index -> Tile.at(0, index, checkpoint.size()))
                    .toList();
            List<List<byte[]>> bundles =
                    some.parallelStream().map(this::entries).toList();
            for (int at = 0; at < some.size(); at++) {
                if (bundles.get(at).size() < some.get(at).width()) {
                    faults.add("the log shows fewer entries than it has signed, from entry "
                            + (tree.size() + bundles.get(at).size()) + " on");
                    break;
                }
                for (byte[] entry : bundles.get(at).subList(0, some.get(at).width())) {
                    history.add(tree.size(), entry);
                    tree.append(Hash.ofLeaf(entry));
                }
            }
        }
        if (faults.isEmpty() && !tree.root().equals(checkpoint.root())) {
            faults.add("the entries make a tree with the hash %s, and signed is %s"
                    .formatted(tree.root().hex(), checkpoint.root().hex()));
        }
        return new Finding(
                "All its entries are the ones that were signed",
                String.format(Locale.ROOT, "%,d entries", checkpoint.size()),
                faults);
    }

    /** A log may have thrown a bundle away that was not full, once it is. */
    private List<byte[]> entries(Tile tile) {
        String path = address + "/" + tile.entriesPath();
        byte[] bundle;
        try {
            bundle = source.get(path, LONGEST_BUNDLE);
        } catch (NotThere e) {
            if (tile.isFull()) {
                throw e;
            }
            bundle = source.get(path.substring(0, path.indexOf(".p/")), LONGEST_BUNDLE);
        }
        return EntryBundle.decode(bundle);
    }

    private String text(String path) {
        return new String(source.get(address + "/" + path, LONGEST_TEXT), StandardCharsets.UTF_8);
    }
}
