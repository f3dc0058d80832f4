package org.yol.applications.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yol.platform.document.AggregateCollections;
import org.yol.platform.document.FinalDocuments;
import org.yol.platform.document.Results;
import org.yol.platform.document.Sorting;
import org.yol.transparency.FullTile;
import org.yol.transparency.Hash;
import org.yol.transparency.Tile;
import org.yol.transparency.TileReader;

/**
 * The hashes of the tree. Full tiles are kept; the one at each level that is not full yet is made of what is below it,
 * so that there is nothing in it to keep up to date.
 */
@Component
class LogTiles implements TileReader {

    private static final long REMEMBERED_BYTES = 8_000_000;

    /** What remembering costs beside the bytes: anybody may ask for many small ones. */
    private static final int BESIDES = 200;

    /** A store that was wrong and is put right is seen so, here too, after that. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final FinalDocuments<StoredTile> tiles;
    private final LogEntries entries;

    /** What was read once is the same for ever, unless somebody writes in the store. */
    private final Cache<Tile, byte[]> recent = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_BYTES)
            .weigher((Tile _, byte[] hashes) -> hashes.length + BESIDES)
            .expireAfterWrite(REMEMBERED)
            .build();

    LogTiles(AggregateCollections collections, LogEntries entries) {
        this.tiles = collections.openFinal("log-tiles", StoredTile.class, List.of());
        this.entries = entries;
    }

    /** Keeps tiles that have become full; one that is there already stays. */
    void keep(List<FullTile> full) {
        tiles.keepEach(full.stream().map(StoredTile::of).toList());
    }

    /** What is kept of a tile; empty when it is not. */
    Optional<byte[]> stored(FullTile full) {
        return tiles.find(StoredTile.id(full.level(), full.index())).map(StoredTile::hashes);
    }

    /** @throws Halted when there is less in the store than that */
    @Override
    public byte[] read(Tile tile) {
        return recent.get(tile, this::load);
    }

    /** Reads everything anew. */
    void forget() {
        recent.invalidateAll();
    }

    private byte[] load(Tile tile) {
        byte[] hashes = tiles.find(StoredTile.id(tile.level(), tile.index()))
                .map(StoredTile::hashes)
                .orElseGet(() -> hex(
                        tile.level() == 0
                                ? leaves(tile)
                                : below(tile).map(StoredTile::hash).toList()));
        int wanted = tile.width() * Hash.BYTES;
        if (hashes.length < wanted) {
            throw new Halted(
                    PublicLog.Halt.STORE_BEHIND, "Less is stored than was signed: there is not all of " + tile.path());
        }
        return hashes.length == wanted ? hashes : Arrays.copyOf(hashes, wanted);
    }

    private List<String> leaves(Tile tile) {
        long first = tile.index() * Tile.FULL;
        return entries.signed(first, tile.width()).stream().map(LogEntry::leaf).toList();
    }

    private Stream<StoredTile> below(Tile tile) {
        int level = tile.level() - 1;
        long first = tile.index() * Tile.FULL;
        try (Results<StoredTile> found = tiles.summaries()
                .all(
                        and(
                                gte("_id", StoredTile.id(level, first)),
                                lt("_id", StoredTile.id(level, first + tile.width()))),
                        Sorting.ascending("_id"),
                        null)) {
            return found.next(Tile.FULL).stream();
        }
    }

    private static byte[] hex(List<String> hashes) {
        return HexFormat.of().parseHex(hashes.stream().collect(Collectors.joining()));
    }
}
