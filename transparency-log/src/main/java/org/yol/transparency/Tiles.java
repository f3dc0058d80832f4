package org.yol.transparency;

/** Reading of tiles. */
final class Tiles {

    private Tiles() {}

    /** @throws IllegalArgumentException when what is read has not the length of the tile */
    static byte[] read(TileReader reader, Tile tile) {
        byte[] hashes = reader.read(tile);
        if (hashes.length != tile.width() * Hash.BYTES) {
            throw new IllegalArgumentException(
                    tile + " has " + hashes.length + " bytes instead of " + tile.width() * Hash.BYTES);
        }
        return hashes;
    }
}
