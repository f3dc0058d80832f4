package org.yol.transparency;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree that entries are added to. Keeps its right edge only: less than 256 hashes of each level. For one thread at a
 * time.
 */
public final class GrowingTree {

    private final List<ByteArrayOutputStream> edges = new ArrayList<>();
    private final List<FullTile> completed = new ArrayList<>();
    private long size;

    private GrowingTree(long size) {
        this.size = size;
    }

    /**
     * The tree of a size, to go on with.
     *
     * @param size entries, 0 or more
     * @param reader of the tiles as a tree of this size has them; asked for those at the right edge that are not full
     */
    public static GrowingTree of(long size, TileReader reader) {
        if (size < 0) {
            throw new IllegalArgumentException("The size of a tree is not negative: " + size);
        }
        var tree = new GrowingTree(size);
        for (int level = 0; Tile.countAt(level, size) > 0; level++) {
            var edge = tree.edge(level);
            long count = Tile.countAt(level, size);
            if (count % Tile.FULL > 0) {
                edge.writeBytes(Tiles.read(reader, Tile.at(level, count / Tile.FULL, size)));
            }
        }
        return tree;
    }

    /** A tree without entries. */
    public static GrowingTree empty() {
        return new GrowingTree(0);
    }

    /**
     * Adds an entry.
     *
     * @param leaf {@link Hash#ofLeaf} of the entry, which is entry {@link #size()} before and counted in it afterwards
     */
    public void append(Hash leaf) {
        size++;
        append(0, leaf);
    }

    private void append(int level, Hash hash) {
        var edge = edge(level);
        edge.writeBytes(hash.bytes());
        if (edge.size() == Tile.FULL * Hash.BYTES) {
            var full = new FullTile(level, Tile.countAt(level, size) / Tile.FULL - 1, edge.toByteArray());
            edge.reset();
            completed.add(full);
            append(level + 1, full.hash());
        }
    }

    private ByteArrayOutputStream edge(int level) {
        if (edges.size() == level) {
            edges.add(new ByteArrayOutputStream(Tile.FULL * Hash.BYTES));
        }
        return edges.get(level);
    }

    /** How many entries it has. */
    public long size() {
        return size;
    }

    /** The hash of the whole tree. */
    public Hash root() {
        Hash root = null;
        for (var edge : edges) {
            byte[] hashes = edge.toByteArray();
            // Complete parts of the tree from the right, which is from the smallest: as the bits of the count say.
            for (int end = hashes.length / Hash.BYTES; end > 0; ) {
                int count = Integer.lowestOneBit(end);
                Hash part = FullTile.rootOf(hashes, end - count, count);
                root = root == null ? part : Hash.ofNode(part, root);
                end -= count;
            }
        }
        return root == null ? Hash.EMPTY_TREE : root;
    }

    /** The tiles that became full since this was last asked, in the order in which they did. */
    public List<FullTile> takeFullTiles() {
        var taken = List.copyOf(completed);
        completed.clear();
        return taken;
    }

    /** The tiles at the right edge that are not full, with their hashes: what a log serves beside full tiles. */
    public Map<Tile, byte[]> partialTiles() {
        var tiles = new LinkedHashMap<Tile, byte[]>();
        for (int level = 0; level < edges.size(); level++) {
            byte[] hashes = edges.get(level).toByteArray();
            if (hashes.length > 0) {
                tiles.put(Tile.at(level, Tile.countAt(level, size) / Tile.FULL, size), hashes);
            }
        }
        return tiles;
    }
}
