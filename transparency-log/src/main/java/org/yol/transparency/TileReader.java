package org.yol.transparency;

/** Where tiles come from: a store, a folder, or a log somewhere else. */
@FunctionalInterface
public interface TileReader {

    /**
     * The hashes of a tile, one behind the other.
     *
     * @return {@link Tile#width()} times {@link Hash#BYTES} bytes
     * @throws RuntimeException when it cannot be read; what it is, is the reader's affair
     */
    byte[] read(Tile tile);
}
