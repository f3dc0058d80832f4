package org.yol.witness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.erdtman.jcs.JsonCanonicalizer;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.Hash;
import org.yol.transparency.Proofs;
import org.yol.transparency.Tile;
import org.yol.transparency.Tree;
import org.yol.transparency.VerifierKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keys that the log introduced: in an entry of kind {@code log-key}, which a key signed that is believed already. */
final class Introductions {

    private final RemoteLog log;

    Introductions(RemoteLog log) {
        this.log = log;
    }

    /** @param signature over the canonical JSON of the entry without it */
    private record Introduction(VerifierKey key, VerifierKey by, byte[] signature, byte[] signed) {}

    /**
     * The keys that became believable, in their order.
     *
     * @param tree of the checkpoint, which is known to hold all that was countersigned
     */
    List<VerifierKey> learn(PinnedLog pinned, Tree tree, Checkpoint checkpoint) {
        Map<Long, Introduction> introductions = new HashMap<>();
        for (long index : log.introductions()) {
            if (index < tree.size()) {
                introduction(index, tree, checkpoint).ifPresent(found -> introductions.put(index, found));
            }
        }
        List<VerifierKey> believed = new ArrayList<>(pinned.keys());
        List<VerifierKey> learned = new ArrayList<>();
        // The second key after the one that is known is introduced by the first one.
        introductions.keySet().stream().sorted().map(introductions::get).forEach(one -> {
            if (believed.contains(one.by())
                    && !believed.contains(one.key())
                    && one.key().name().equals(pinned.origin())
                    && one.by().isSigned(one.signed(), one.signature())) {
                believed.add(one.key());
                learned.add(one.key());
            }
        });
        return learned;
    }

    private Optional<Introduction> introduction(long index, Tree tree, Checkpoint checkpoint) {
        Tile tile = Tile.at(0, index / Tile.FULL, tree.size());
        List<byte[]> bundle = log.entries(tile);
        int place = (int) (index % Tile.FULL);
        if (place >= bundle.size()) {
            return Optional.empty();
        }
        byte[] entry = bundle.get(place);
        boolean included = Proofs.isIncluded(
                Hash.ofLeaf(entry), index, checkpoint.size(), checkpoint.root(), tree.inclusion(index));
        return included ? parse(entry) : Optional.empty();
    }

    private static Optional<Introduction> parse(byte[] entry) {
        try {
            JsonNode said = JsonMapper.shared().readTree(entry);
            if (!(said instanceof ObjectNode object)
                    || !object.path("kind").asString("").equals("log-key")
                    || !object.has("previous")) {
                return Optional.empty();
            }
            byte[] signature =
                    Base64.getDecoder().decode(object.path("signature").asString(""));
            object.remove("signature");
            return Optional.of(new Introduction(
                    VerifierKey.parse(object.path("key").asString("")),
                    VerifierKey.parse(object.path("previous").asString("")),
                    signature,
                    new JsonCanonicalizer(object.toString()).getEncodedUTF8()));
        } catch (JacksonException | IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }
}
