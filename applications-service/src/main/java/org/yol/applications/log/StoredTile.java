package org.yol.applications.log;

import org.bson.codecs.pojo.annotations.BsonId;
import org.yol.transparency.FullTile;

/**
 * A tile that is full, and so never changes. Public because the record codec can read no other.
 *
 * @param id level and index, each with as many digits as the largest has
 * @param hashes 256, of 32 bytes each
 * @param hash of their tree, lower-case hex: what stands for the tile one level above
 */
public record StoredTile(@BsonId String id, byte[] hashes, String hash) {

    static StoredTile of(FullTile tile) {
        return new StoredTile(
                id(tile.level(), tile.index()), tile.hashes(), tile.hash().hex());
    }

    static String id(int level, long index) {
        return String.format("%02d/%012d", level, index);
    }
}
