package org.yol.transparency;

import java.util.Arrays;

/**
 * A tile that will not change any more, with its hashes.
 *
 * @param level 0 to 63
 * @param index of the tile in its level, from 0
 * @param hashes 256 hashes, one behind the other: 8,192 bytes
 */
public record FullTile(int level, long index, byte[] hashes) {

    public FullTile {
        if (hashes.length != Tile.FULL * Hash.BYTES) {
            throw new IllegalArgumentException("A full tile has 8192 bytes, not " + hashes.length);
        }
    }

    /** Its place. */
    public Tile tile() {
        return new Tile(level, index, Tile.FULL);
    }

    /**
     * The first of the entries that one of its hashes is of.
     *
     * @param place of the hash, 0 to 255
     */
    public long firstEntry(int place) {
        return (index * Tile.FULL + place) << level * Tile.HEIGHT;
    }

    /** The hash of the part of the tree below it, which a tile of the next level holds. */
    public Hash hash() {
        return rootOf(hashes, 0, Tile.FULL);
    }

    /** The hash above a power of two of neighbouring hashes. */
    static Hash rootOf(byte[] hashes, int from, int count) {
        if (count == 1) {
            return Hash.at(from, hashes);
        }
        int half = count / 2;
        return Hash.ofNode(rootOf(hashes, from, half), rootOf(hashes, from + half, half));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FullTile tile
                && level == tile.level
                && index == tile.index
                && Arrays.equals(hashes, tile.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return tile().path();
    }
}
