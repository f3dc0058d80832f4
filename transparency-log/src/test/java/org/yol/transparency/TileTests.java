package org.yol.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class TileTests {

    /** The examples of c2sp.org/tlog-tiles and of Go's tlog. */
    @Example
    void pathsAreAsPublished() {
        assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(4, 1_234_067, 1).path()).isEqualTo("tile/4/x001/x234/067.p/1");
        assertThat(new Tile(0, 1_067, 5).entriesPath()).isEqualTo("tile/entries/x001/067.p/5");
        assertThat(new Tile(63, 0, 255)).hasToString("tile/63/000.p/255");
        assertThatIllegalStateException().isThrownBy(() -> new Tile(1, 0, 1).entriesPath());
    }

    @Property
    void pathsAreReadAsWritten(
            @ForAll @IntRange(max = 63) int level,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 256 - 1) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        var tile = new Tile(level, index, width);
        assertThat(Tile.parse(tile.path())).isEqualTo(tile);
        var entries = new Tile(0, index, width);
        assertThat(Tile.parseEntries(entries.entriesPath())).isEqualTo(entries);
    }

    @Example
    void eachTileHasOnePath() {
        Stream.of(
                        "tile/0/1",
                        "tile/0/0001",
                        "tile/0/x000/001",
                        "tile/0/001/002",
                        "tile/0/x001",
                        "tile/0/x001/x002",
                        "tile/00/001",
                        "tile/64/001",
                        "tile/-1/001",
                        "tile/0/-01",
                        "tile/0/001.p/0",
                        "tile/0/001.p/01",
                        "tile/0/001.p/256",
                        "tile/0/001.p/1000",
                        "tile/0/001.p/",
                        "tile/0/001.p",
                        "tile/0/001/",
                        "/tile/0/001",
                        "tile/0/../001",
                        "tile/0/٠٠١",
                        "tile/data/001",
                        "tile/entries/001",
                        "tile/0/x009/x223/x372/x036/x854/x775/808",
                        // 256 times this is 0 in 64 bits.
                        "tile/0/x072/x057/x594/x037/x927/936",
                        "tile/0/x036/x028/x797/x018/x963/967",
                        "tile/0/x001/x001/x001/x001/x001/x001/x001/001",
                        "")
                .forEach(path -> assertThatIllegalArgumentException().as(path).isThrownBy(() -> Tile.parse(path)));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.parseEntries("tile/0/001"));
    }

    /** The example of c2sp.org/tlog-tiles. */
    @Example
    void treeOf70000HasThePublishedTiles() {
        assertThat(Tile.at(0, 272, 70_000)).isEqualTo(new Tile(0, 272, 256));
        assertThat(Tile.at(0, 273, 70_000)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.at(1, 0, 70_000)).isEqualTo(new Tile(1, 0, 256));
        assertThat(Tile.at(1, 1, 70_000)).isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.at(2, 0, 70_000)).isEqualTo(new Tile(2, 0, 1));
        assertThat(Tile.at(1, 0, 256)).isEqualTo(new Tile(1, 0, 1));
        assertThat(Tile.at(7, 0, Long.MAX_VALUE)).isEqualTo(new Tile(7, 0, 127));
    }

    @Example
    void treeHasNoOtherTiles() {
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(0, 274, 70_000));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(0, 1, 256));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(3, 0, 70_000));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(63, 0, Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(-1, 0, 70_000));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(0, -1, 70_000));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.at(0, Long.MAX_VALUE, 70_000));
    }

    @Property(tries = 100)
    void bundlesAreReadAsWritten(@ForAll @Size(max = 256) List<byte[]> entries) {
        var read = EntryBundle.decode(EntryBundle.encode(entries));
        assertThat(read).hasSameSizeAs(entries);
        for (int i = 0; i < entries.size(); i++) {
            assertThat(read.get(i)).isEqualTo(entries.get(i));
        }
    }

    @Property
    void bundlesOfRubbishAreRefused(@ForAll byte[] bundle) {
        try {
            assertThat(EntryBundle.encode(EntryBundle.decode(bundle))).isEqualTo(bundle);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("bundle");
        }
    }

    @Example
    void bundlesHaveLimits() {
        byte[] longest = new byte[EntryBundle.LONGEST_ENTRY];
        Arrays.fill(longest, (byte) 7);
        assertThat(EntryBundle.decode(EntryBundle.encode(List.of(longest, new byte[0]))))
                .hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.encode(List.of(new byte[65_536])));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryBundle.decode(EntryBundle.encode(Collections.nCopies(257, new byte[1]))));
        byte[] cut = EntryBundle.encode(List.of("entry".getBytes(StandardCharsets.UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(Arrays.copyOf(cut, 6)));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.decode(Arrays.copyOf(cut, 1)));
    }
}
