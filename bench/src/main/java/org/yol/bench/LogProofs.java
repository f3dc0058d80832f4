package org.yol.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.yol.bench.CommandLine.Option;
import org.yol.transparency.Algorithm;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.EntryBundle;
import org.yol.transparency.FullTile;
import org.yol.transparency.GrowingTree;
import org.yol.transparency.Hash;
import org.yol.transparency.Proofs;
import org.yol.transparency.SignedNote;
import org.yol.transparency.SigningKey;
import org.yol.transparency.Tile;
import org.yol.transparency.TransparencyProof;
import org.yol.transparency.Tree;

/**
 * The public log's own work, without a platform around it: a proof in a log of many entries, and the check of a tenth
 * of them. Tiles of the lowest level and entries lie in temporary files, since they are as large as a heap.
 */
final class LogProofs {

    private static final int MOST_PROOFS = 10_000;

    /** As many countries sign at most. */
    private static final int WITNESSES = 6;

    private final int entries;
    private final SigningKey key = SigningKey.generate("localhost:8080/api/log", Algorithm.ED25519);

    LogProofs(CommandLine asked) {
        entries = asked.number(Option.COUNT);
    }

    /** Prints all figures, and returns those that are bounded. */
    List<Row> measure() {
        try {
            List<Row> rows = new ArrayList<>(proofs());
            rows.add(check(Math.max(1, entries / 10)));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Row> proofs() throws IOException {
        Path file = Files.createTempFile("yol-tiles", null);
        try (FileChannel lowest = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            Map<Tile, byte[]> others = new HashMap<>();
            GrowingTree tree = GrowingTree.empty();
            long began = System.nanoTime();
            for (int index = 0; index < entries; index++) {
                tree.append(Hash.ofLeaf(entry(index)));
                for (FullTile tile : tree.takeFullTiles()) {
                    if (tile.level() == 0) {
                        write(lowest, tile.hashes());
                    } else {
                        others.put(tile.tile(), tile.hashes());
                    }
                }
            }
            others.putAll(tree.partialTiles());
            double seconds = (System.nanoTime() - began) / 1e9;
            say("log-proofs, growing: %d entries in %.1f s, %.0f /s", entries, seconds, entries / seconds);
            return proofs(tree.root(), lowest, others);
        }
    }

    private List<Row> proofs(Hash root, FileChannel lowest, Map<Tile, byte[]> others) {
        SignedNote checkpoint = signed(new Checkpoint(key.verifierKey().name(), entries, root, List.of()));
        SplittableRandom random = new SplittableRandom(9);
        int proofs = Math.min(MOST_PROOFS, entries);
        long[] nanos = new long[proofs];
        int mostHashes = 0;
        int mostText = 0;
        // The first half is what a machine does that has just begun.
        for (int i = -proofs; i < proofs; i++) {
            long index = random.nextLong(entries);
            long began = System.nanoTime();
            // A tree of its own for each proof: nothing is remembered from the one before.
            List<Hash> proof = new Tree(
                            entries, tile -> tile.level() == 0 && tile.isFull() ? read(lowest, tile) : others.get(tile))
                    .inclusion(index);
            long took = System.nanoTime() - began;
            if (i == -proofs) {
                say("log-proofs, the very first proof: %.2f ms", took / 1e6);
            }
            nanos[Math.max(i, 0)] = took;
            if (!Proofs.isIncluded(Hash.ofLeaf(entry(index)), index, entries, root, proof)) {
                throw new IllegalStateException("The proof of entry " + index + " is wrong");
            }
            mostHashes = Math.max(mostHashes, proof.size() * Hash.BYTES);
            mostText = Math.max(
                    mostText,
                    new TransparencyProof(index, proof, checkpoint).toString().getBytes(StandardCharsets.UTF_8).length);
        }
        Arrays.sort(nanos);
        double median = nanos[proofs / 2] / 1e6;
        double p99 = nanos[proofs * 99 / 100] / 1e6;
        say("log-proofs, proof of one of %d entries: p50 %.3f ms, p99 %.3f ms", entries, median, p99);
        say(
                "log-proofs, bytes: %d of hashes at most, %d of the whole .tlog-proof, %d with %d cosignatures",
                mostHashes, mostText, mostText + cosignatures(checkpoint.text()), WITNESSES);
        return List.of(
                Row.atMost("inclusion proof in a log of %d entries, p99".formatted(entries), "ms", p99, 5, 1),
                Row.atMost("its hashes", "bytes", mostHashes, 1_024, 1_024));
    }

    private static int cosignatures(String checkpoint) {
        SigningKey witness = SigningKey.generate("witness.example.kz/yol", Algorithm.COSIGNATURE);
        String line = witness.cosign(checkpoint, Instant.now()).line() + "\n";
        return WITNESSES * line.getBytes(StandardCharsets.UTF_8).length;
    }

    private Row check(int size) throws IOException {
        Path file = Files.createTempFile("yol-entries", null);
        try (FileChannel bundles = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            List<Integer> lengths = new ArrayList<>();
            GrowingTree tree = GrowingTree.empty();
            for (int first = 0; first < size; first += Tile.FULL) {
                List<byte[]> entries = new ArrayList<>();
                for (int index = first; index < Math.min(size, first + Tile.FULL); index++) {
                    entries.add(entry(index));
                    tree.append(Hash.ofLeaf(entry(index)));
                }
                byte[] bundle = EntryBundle.encode(entries);
                lengths.add(bundle.length);
                write(bundles, bundle);
            }
            String note = signed(new Checkpoint(key.verifierKey().name(), size, tree.root(), List.of()))
                    .toString();
            long began = System.nanoTime();
            check(bundles, lengths, SignedNote.parse(note));
            double seconds = (System.nanoTime() - began) / 1e9;
            say(
                    "log-proofs, check of %d entries (%d MB) against the checkpoint: %.2f s",
                    size, bundles.size() / 1_000_000, seconds);
            return Row.atMost("check of %d entries against the checkpoint".formatted(size), "s", seconds, 10, 5);
        }
    }

    /** Everything that somebody who trusts the log's key only has to do. */
    private void check(FileChannel bundles, List<Integer> lengths, SignedNote note) {
        if (note.verifiedBy(List.of(key.verifierKey())).isEmpty()) {
            throw new IllegalStateException("The checkpoint is not signed");
        }
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        GrowingTree tree = GrowingTree.empty();
        long at = 0;
        for (int length : lengths) {
            EntryBundle.decode(read(bundles, at, length)).forEach(entry -> tree.append(Hash.ofLeaf(entry)));
            tree.takeFullTiles();
            at += length;
        }
        if (tree.size() != checkpoint.size() || !tree.root().equals(checkpoint.root())) {
            throw new IllegalStateException("The entries are not those of the checkpoint");
        }
    }

    /** As long as the entry of a submission, and another one for each index. */
    private static byte[] entry(long index) {
        return """
                {"at":"2026-11-26T09:14:07.123Z","call":"6f1c2a5e-3d0b-4c8e-9a57-0d5f7e1b2c3a","digest":"%064x","kind":"submission"}""".formatted(index).getBytes(StandardCharsets.UTF_8);
    }

    private SignedNote signed(Checkpoint checkpoint) {
        return new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text())));
    }

    private static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static byte[] read(FileChannel channel, Tile tile) {
        int length = tile.width() * Hash.BYTES;
        return read(channel, tile.index() * length, length);
    }

    private static byte[] read(FileChannel channel, long at, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
                // Until all of it is there.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.array();
    }

    private static void say(String line, Object... values) {
        Ground.say(String.format(Locale.ROOT, line, values));
    }
}
