package org.yol.bench.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.yol.bench.platform.Later;
import org.yol.transparency.Checkpoint;
import org.yol.transparency.EntryBundle;
import org.yol.transparency.FullTile;
import org.yol.transparency.GrowingTree;
import org.yol.transparency.Hash;
import org.yol.transparency.SignedNote;
import org.yol.transparency.Tile;
import org.yol.transparency.TransparencyProof;
import org.yol.transparency.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the log at one address, and checks what it reads. */
public final class LogReader {

    private static final int AT_ONCE = 8;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(500);

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final URI log;

    /** @param address of the gateway, or of the service itself */
    public LogReader(URI address) {
        this.log = address.resolve("/api/log/");
    }

    /**
     * How many entries it says that it has, without asking who says so.
     *
     * @throws IOException when it does not answer
     */
    long size() throws IOException {
        HttpResponse<byte[]> answer = send("checkpoint");
        if (answer.statusCode() != 200) {
            throw new IOException("The log answers " + answer.statusCode());
        }
        return Checkpoint.parse(note(answer.body()).text()).size();
    }

    /**
     * The last checkpoint.
     *
     * @throws IllegalStateException when none of the published keys has signed it
     */
    public Checkpoint checkpoint() {
        SignedNote note = note(get("checkpoint"));
        if (note.verifiedBy(keys()).isEmpty()) {
            throw new IllegalStateException("Nobody known has signed the checkpoint " + note);
        }
        return Checkpoint.parse(note.text());
    }

    /** The keys that the log publishes. */
    public Collection<VerifierKey> keys() {
        return json("keys")
                .get("keys")
                .valueStream()
                .map(key -> VerifierKey.parse(key.asString()))
                .toList();
    }

    /** The proof of an entry as the log gives it. */
    public TransparencyProof proof(long index) {
        return TransparencyProof.parse(text("entries/" + index + "/proof"));
    }

    /** The number of the entry of a leaf. */
    public long index(Hash leaf) {
        return json("leaves/" + leaf.hex()).get("index").asLong();
    }

    /**
     * All entries, the first one first.
     *
     * @throws IllegalStateException when they or the tiles are not those of the last checkpoint
     */
    public List<String> checkedEntries() {
        Checkpoint checkpoint = checkpoint();
        long size = checkpoint.size();
        List<Tile> bundles = new ArrayList<>();
        for (long first = 0; first < size; first += Tile.FULL) {
            bundles.add(Tile.at(0, first / Tile.FULL, size));
        }
        List<byte[]> entries = each(bundles.stream().map(Tile::entriesPath).toList()).stream()
                .flatMap(bundle -> EntryBundle.decode(bundle).stream())
                .toList();
        GrowingTree tree = GrowingTree.empty();
        entries.forEach(entry -> tree.append(Hash.ofLeaf(entry)));
        if (tree.size() != size || !tree.root().equals(checkpoint.root())) {
            throw new IllegalStateException(
                    "The " + tree.size() + " entries are not those of the checkpoint of " + size + " entries");
        }
        check(tree);
        return entries.stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .toList();
    }

    /** Where all tiles are of a log of that size, those of entries too. */
    public static List<String> paths(long size) {
        List<String> paths = new ArrayList<>();
        for (int level = 0; size >>> 8 * level > 0; level++) {
            for (long first = 0; first < size >>> 8 * level; first += Tile.FULL) {
                Tile tile = Tile.at(level, first / Tile.FULL, size);
                paths.add(tile.path());
                if (level == 0) {
                    paths.add(tile.entriesPath());
                }
            }
        }
        return paths;
    }

    private void check(GrowingTree tree) {
        List<String> paths = new ArrayList<>();
        List<byte[]> expected = new ArrayList<>();
        for (FullTile full : tree.takeFullTiles()) {
            paths.add(new Tile(full.level(), full.index(), Tile.FULL).path());
            expected.add(full.hashes());
        }
        tree.partialTiles().forEach((tile, hashes) -> {
            paths.add(tile.path());
            expected.add(hashes);
        });
        List<byte[]> read = each(paths);
        for (int tile = 0; tile < paths.size(); tile++) {
            if (!Arrays.equals(read.get(tile), expected.get(tile))) {
                throw new IllegalStateException(paths.get(tile) + " is not that of the entries");
            }
        }
    }

    private List<byte[]> each(List<String> paths) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<byte[]>> answers =
                    paths.stream().map(path -> threads.submit(() -> get(path))).toList();
            List<byte[]> all = new ArrayList<>();
            for (Future<byte[]> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().toString(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path));
    }

    private String text(String path) {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    private static SignedNote note(byte[] bytes) {
        return SignedNote.parse(new String(bytes, StandardCharsets.UTF_8));
    }

    /** Asked again for a while: much may just have been too much. */
    private byte[] get(String path) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String problem;
            try {
                HttpResponse<byte[]> answer = send(path);
                if (answer.statusCode() == 200) {
                    return answer.body();
                }
                problem = path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    throw new IllegalStateException(problem);
                }
            } catch (IOException e) {
                problem = path + ": " + e;
            }
            if (System.nanoTime() > limit) {
                throw new IllegalStateException(problem);
            }
            Later.sleep(AGAIN_AFTER);
        }
    }

    private HttpResponse<byte[]> send(String path) throws IOException {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(log.resolve(path))
                            .timeout(ANSWERED_WITHIN)
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
