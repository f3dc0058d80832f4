package org.yol.transparency;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A log in memory, whose hashes are made as RFC 9162 defines them and not as {@link GrowingTree} does. Of any size it
 * once had it still has the tiles.
 */
public final class TestLog implements TileReader {

    private final SigningKey key;
    private final List<byte[]> entries = new ArrayList<>();
    private final List<List<Hash>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    public TestLog(SigningKey key) {
        this.key = key;
    }

    /** A log of a new key. */
    public static TestLog of(String origin, int size) {
        return new TestLog(SigningKey.generate(origin, Algorithm.ED25519)).grownTo(size);
    }

    public SigningKey key() {
        return key;
    }

    public String origin() {
        return key.verifierKey().name();
    }

    public int size() {
        return entries.size();
    }

    /** Adds entries that say their number until there are so many. */
    public TestLog grownTo(int size) {
        while (size() < size) {
            append("{\"entry\":" + size() + "}");
        }
        return this;
    }

    public TestLog append(String entry) {
        entries.add(entry.getBytes(StandardCharsets.UTF_8));
        append(0, Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    private void append(int level, Hash hash) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        var hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() % Tile.FULL == 0) {
            append(level + 1, root(hashes.subList(hashes.size() - Tile.FULL, hashes.size())));
        }
    }

    /** Another history of the same key: the first entries are the same. */
    public TestLog fork(int size) {
        return fork(key, size);
    }

    /** The same entries under another key. */
    public TestLog fork(SigningKey other, int size) {
        var fork = new TestLog(other);
        entries.subList(0, size).forEach(entry -> fork.append(new String(entry, StandardCharsets.UTF_8)));
        return fork;
    }

    public Hash leaf(int index) {
        return levels.getFirst().get(index);
    }

    public String entry(int index) {
        return new String(entries.get(index), StandardCharsets.UTF_8);
    }

    public Hash root(int size) {
        return root(levels.getFirst().subList(0, size));
    }

    /** RFC 9162, 2.1.1. */
    private static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int middle = Integer.highestOneBit(leaves.size() - 1);
        return Hash.ofNode(root(leaves.subList(0, middle)), root(leaves.subList(middle, leaves.size())));
    }

    public Tree tree(int size) {
        return new Tree(size, this);
    }

    public Tree tree() {
        return tree(size());
    }

    public SignedNote checkpoint() {
        return checkpoint(size());
    }

    public SignedNote checkpoint(int size) {
        var text = new Checkpoint(origin(), size, root(size)).text();
        return SignedNote.of(text, key.sign(text));
    }

    public TransparencyProof proof(int index) {
        return new TransparencyProof(index, tree().inclusion(index), checkpoint());
    }

    @Override
    public byte[] read(Tile tile) {
        var bytes = new ByteArrayOutputStream();
        hashes(tile).forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    private List<Hash> hashes(Tile tile) {
        int from = (int) tile.index() * Tile.FULL;
        return levels.get(tile.level()).subList(from, from + tile.width());
    }

    /** The bundle of a tile's entries. */
    public byte[] entries(Tile tile) {
        int from = (int) tile.index() * Tile.FULL;
        return EntryBundle.encode(entries.subList(from, from + tile.width()));
    }

    /** All tiles of the tree as it is. */
    public List<Tile> tiles() {
        return tiles(size());
    }

    /** All tiles of the tree as it was. */
    public static List<Tile> tiles(long size) {
        var tiles = new ArrayList<Tile>();
        for (int level = 0; size >>> 8 * level > 0; level++) {
            for (long index = 0; index * Tile.FULL < size >>> 8 * level; index++) {
                tiles.add(Tile.at(level, index, size));
            }
        }
        return tiles;
    }

    /** Writes checkpoint, tiles and entries as the static files that a web server would serve. */
    public void writeTo(Path folder) {
        write(folder, "checkpoint", checkpoint().toString().getBytes(StandardCharsets.UTF_8));
        for (Tile tile : tiles()) {
            write(folder, tile.path(), read(tile));
            if (tile.level() == 0) {
                write(folder, tile.entriesPath(), entries(tile));
            }
        }
    }

    private static void write(Path folder, String path, byte[] content) {
        try {
            Files.createDirectories(folder.resolve(path).getParent());
            Files.write(folder.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The proof that the tree only grew, as a witness is asked with it. */
    public AddCheckpoint growth(int earlierSize) {
        return new AddCheckpoint(earlierSize, tree().consistency(earlierSize), checkpoint());
    }

    static <T> List<T> changed(List<T> list, int place, Function<T, T> change) {
        var changed = new ArrayList<>(list);
        changed.set(place, change.apply(changed.get(place)));
        return changed;
    }

    static Hash changed(Hash hash, int place) {
        byte[] bytes = hash.bytes();
        bytes[place] ^= 1;
        return Hash.of(bytes);
    }
}
