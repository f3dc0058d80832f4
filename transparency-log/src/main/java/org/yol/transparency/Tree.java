package org.yol.transparency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of a certain size, read from its tiles. Remembers the tiles it read last; for one thread at a time.
 *
 * <p>Believes what it reads: whoever has the tiles from somebody else compares {@link #root()} with a signed
 * checkpoint, or checks a proof with {@link Proofs}.
 */
public final class Tree {

    private static final int KEPT_TILES = 64;
    private static final int TILE_HEIGHT = 8;

    private final long size;
    private final TileReader reader;
    private final Map<Tile, byte[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > KEPT_TILES;
        }
    };

    /**
     * @param size entries, 0 or more
     * @param reader of the tiles as a tree of this size has them
     */
    public Tree(long size, TileReader reader) {
        if (size < 0) {
            throw new IllegalArgumentException("The size of a tree is not negative: " + size);
        }
        this.size = size;
        this.reader = reader;
    }

    /** How many entries it has. */
    public long size() {
        return size;
    }

    /** The hash of the whole tree. */
    public Hash root() {
        return root(size);
    }

    /**
     * The hash of the whole tree when it had fewer entries.
     *
     * @param earlierSize 0 to {@link #size()}
     */
    public Hash root(long earlierSize) {
        requireEarlier(earlierSize);
        return earlierSize == 0 ? Hash.EMPTY_TREE : range(0, earlierSize);
    }

    /**
     * The hash of an entry.
     *
     * @param index from 0, less than {@link #size()}
     */
    public Hash leaf(long index) {
        requireEntry(index);
        return complete(index, 0);
    }

    /**
     * The proof that an entry is in the tree: the hashes beside its way to the root, from the leaf up (RFC 9162,
     * 2.1.3.1).
     *
     * @param index from 0, less than {@link #size()}
     */
    public List<Hash> inclusion(long index) {
        requireEntry(index);
        var proof = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + largestPowerBelow(to - from);
            if (index < middle) {
                proof.addFirst(range(middle, to));
                to = middle;
            } else {
                proof.addFirst(range(from, middle));
                from = middle;
            }
        }
        return proof;
    }

    /**
     * The proof that the tree grew from an earlier one with nothing changed (RFC 9162, 2.1.4.1).
     *
     * @param earlierSize 0 to {@link #size()}; the proof is empty at both ends
     */
    public List<Hash> consistency(long earlierSize) {
        requireEarlier(earlierSize);
        if (earlierSize == 0) {
            return List.of();
        }
        var proof = new ArrayList<Hash>();
        long from = 0;
        long to = size;
        while (to != earlierSize) {
            long middle = from + largestPowerBelow(to - from);
            if (earlierSize <= middle) {
                proof.addFirst(range(middle, to));
                to = middle;
            } else {
                proof.addFirst(range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            proof.addFirst(range(from, to));
        }
        return proof;
    }

    /** The hash of a range of entries, which begins where a complete part of the tree can begin. */
    private Hash range(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return complete(from, Long.numberOfTrailingZeros(count));
        }
        long middle = from + largestPowerBelow(count);
        return Hash.ofNode(range(from, middle), range(middle, to));
    }

    /** The hash of 2^height entries. */
    private Hash complete(long from, int height) {
        int level = height / TILE_HEIGHT;
        int count = 1 << height % TILE_HEIGHT;
        long place = from >>> level * TILE_HEIGHT;
        byte[] hashes = tile(Tile.at(level, place / Tile.FULL, size));
        return FullTile.rootOf(hashes, (int) (place % Tile.FULL), count);
    }

    private byte[] tile(Tile tile) {
        byte[] known = kept.get(tile);
        if (known == null) {
            known = Tiles.read(reader, tile);
            kept.put(tile, known);
        }
        return known;
    }

    static long largestPowerBelow(long count) {
        return Long.highestOneBit(count - 1);
    }

    private void requireEntry(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " entries has no entry " + index);
        }
    }

    private void requireEarlier(long earlierSize) {
        if (earlierSize < 0 || earlierSize > size) {
            throw new IllegalArgumentException("A tree of " + size + " entries never had " + earlierSize);
        }
    }
}
