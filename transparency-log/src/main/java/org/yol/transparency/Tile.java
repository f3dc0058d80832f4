package org.yol.transparency;

import java.util.regex.Pattern;

/**
 * The place of up to 256 neighbouring hashes of the tree (c2sp.org/tlog-tiles). At level 0 they are hashes of entries,
 * above each is the hash of a full tile of the level below.
 *
 * @param level 0 to 63
 * @param index of the tile in its level, from 0; so that its hashes can be counted, which no tree comes near to
 * @param width how many hashes it has, 1 to {@value #FULL}
 */
public record Tile(int level, long index, int width) {

    /** Hashes of a tile that will not change any more. */
    public static final int FULL = 256;

    /** Of the tree that the hashes of a full tile make. */
    static final int HEIGHT = 8;

    private static final Pattern HASHES = Pattern.compile("tile/(0|[1-9][0-9]?)/([^p]+?)(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final Pattern ENTRIES = Pattern.compile("tile/entries/([^p]+?)(?:\\.p/([1-9][0-9]{0,2}))?");
    private static final Pattern INDEX = Pattern.compile("(?:x[0-9]{3}/){0,6}[0-9]{3}");

    public Tile {
        if (level < 0 || level > 63) {
            throw new IllegalArgumentException("The level of a tile is 0 to 63, not " + level);
        }
        if (index < 0) {
            throw new IllegalArgumentException("The index of a tile is not negative: " + index);
        }
        if (index >= Long.MAX_VALUE / FULL) {
            throw new IllegalArgumentException("No tree has so many tiles: " + index);
        }
        if (width < 1 || width > FULL) {
            throw new IllegalArgumentException("The width of a tile is 1 to " + FULL + ", not " + width);
        }
    }

    /**
     * The tile as a tree of this size has it: full, or as wide as the tree reaches.
     *
     * @throws IllegalArgumentException when the tree does not reach it
     */
    public static Tile at(int level, long index, long treeSize) {
        long width = countAt(level, treeSize) - index * FULL;
        if (level < 0 || index < 0 || index > treeSize / FULL || width <= 0) {
            throw new IllegalArgumentException(
                    "A tree of " + treeSize + " entries has no tile " + index + " at level " + level);
        }
        return new Tile(level, index, (int) Math.min(FULL, width));
    }

    /** How many hashes all tiles of a level have together. */
    static long countAt(int level, long treeSize) {
        return level * HEIGHT >= Long.SIZE ? 0 : treeSize >>> level * HEIGHT;
    }

    /** Whether a tree of this size has all of its hashes. */
    public boolean isWithin(long treeSize) {
        return index * FULL + width <= countAt(level, treeSize);
    }

    /** Whether it will not change any more. */
    public boolean isFull() {
        return width == FULL;
    }

    /** Where its hashes are below the log's address, such as {@code tile/0/x001/067.p/5}. */
    public String path() {
        return "tile/" + level + "/" + place();
    }

    /**
     * Where the entries of a tile of level 0 are below the log's address, such as {@code tile/entries/x001/067.p/5}.
     *
     * @throws IllegalStateException at another level
     */
    public String entriesPath() {
        if (level != 0) {
            throw new IllegalStateException("Only tiles of level 0 have entries, not of level " + level);
        }
        return "tile/entries/" + place();
    }

    private String place() {
        var path = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            path.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return isFull() ? path.toString() : path + ".p/" + width;
    }

    /**
     * The tile whose {@link #path()} this is.
     *
     * @throws IllegalArgumentException when it is no tile's
     */
    public static Tile parse(String path) {
        var found = HASHES.matcher(path);
        if (!found.matches()) {
            throw new IllegalArgumentException("Not the path of a tile");
        }
        return of(Integer.parseInt(found.group(1)), found.group(2), found.group(3));
    }

    /**
     * The tile whose {@link #entriesPath()} this is.
     *
     * @throws IllegalArgumentException when it is no tile's
     */
    public static Tile parseEntries(String path) {
        var found = ENTRIES.matcher(path);
        if (!found.matches()) {
            throw new IllegalArgumentException("Not the path of a tile's entries");
        }
        return of(0, found.group(1), found.group(2));
    }

    private static Tile of(int level, String index, String width) {
        if (!INDEX.matcher(index).matches() || index.startsWith("x000/")) {
            throw new IllegalArgumentException("Not the index of a tile in the form x001/234/067");
        }
        // Full tiles have no width in their paths.
        int hashes = width == null ? FULL : Integer.parseInt(width);
        if (width != null && hashes >= FULL) {
            throw new IllegalArgumentException("The width of a tile that is not full is 1 to 255, not " + width);
        }
        try {
            return new Tile(level, Long.parseLong(index.replace("x", "").replace("/", "")), hashes);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The index of the tile is too large", e);
        }
    }

    @Override
    public String toString() {
        return path();
    }
}
