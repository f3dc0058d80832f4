package org.yol.gateway.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.GrowingTree;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.Tile;
import org.yol.transparency.Tree;

/**
 * A public log as the service would publish it.
 *
 * @param entries canonical JSON of each
 */
public record StandInLog(String origin, SigningKey key, List<String> entries) {

    /** The hash of an entry of that number in the tree. */
    public static Hash leaf(String entry) {
        return Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8));
    }

    /** Its tiles by their paths, as of the first so many entries. */
    public Map<String, byte[]> tiles(int size) {
        var tree = GrowingTree.empty();
        entries.subList(0, size).forEach(entry -> tree.append(leaf(entry)));
        Map<String, byte[]> tiles = new HashMap<>();
        tree.takeFullTiles()
                .forEach(full -> tiles.put(new Tile(full.level(), full.index(), Tile.FULL).path(), full.hashes()));
        tree.partialTiles().forEach((tile, hashes) -> tiles.put(tile.path(), hashes));
        return tiles;
    }

    /** The tree of the first so many entries. */
    public Tree tree(int size) {
        var tiles = tiles(size);
        return new Tree(size, tile -> tiles.get(tile.path()));
    }

    /** What it signs of the first so many. */
    public SignedNote checkpoint(int size) {
        var text = new Checkpoint(origin, size, tree(size).root()).text();
        return SignedNote.of(text, key.sign(text));
    }

    /** The same with others from that number on. */
    public StandInLog rewrittenFrom(int first) {
        List<String> others = new ArrayList<>(entries.subList(0, first));
        entries.subList(first, entries.size()).forEach(entry -> others.add(entry.replace("\"at\"", "\"when\"")));
        return new StandInLog(origin, key, others);
    }
}
