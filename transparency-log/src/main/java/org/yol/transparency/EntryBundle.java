package org.yol.transparency;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of a tile, each with its length ahead in two bytes (c2sp.org/tlog-tiles). */
public final class EntryBundle {

    /** Bytes that an entry may have. */
    public static final int LONGEST_ENTRY = 0xFFFF;

    private EntryBundle() {}

    /** @throws IllegalArgumentException when an entry is longer than {@link #LONGEST_ENTRY} */
    public static byte[] encode(List<byte[]> entries) {
        var bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException(
                        "An entry has at most " + LONGEST_ENTRY + " bytes, not " + entry.length);
            }
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /** @throws IllegalArgumentException when the bytes end within an entry, or hold more than a full tile has */
    public static List<byte[]> decode(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        for (int at = 0; at < bundle.length; ) {
            int start = at + 2;
            if (start > bundle.length) {
                throw new IllegalArgumentException("The bundle ends within the length of an entry");
            }
            int end = start + ((bundle[at] & 0xFF) << 8 | bundle[at + 1] & 0xFF);
            if (end > bundle.length) {
                throw new IllegalArgumentException("The bundle ends within an entry");
            }
            if (entries.size() == Tile.FULL) {
                throw new IllegalArgumentException("A bundle has at most " + Tile.FULL + " entries");
            }
            entries.add(Arrays.copyOfRange(bundle, start, end));
            at = end;
        }
        return entries;
    }
}
