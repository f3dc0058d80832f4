package org.yol.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TreeTests {

    /** A tile of level 2 begins at 65,536 entries. */
    private static final TestLog LARGE = TestLog.of("large.example/log", 66_000);

    private static final List<Integer> SIZES = List.of(255, 256, 257, 511, 512, 1_000, 65_535, 65_536, 65_537, 66_000);

    @Example
    void everyEntryOfEverySmallTreeIsProven() {
        for (int size = 1; size <= 70; size++) {
            for (int index = 0; index < size; index++) {
                assertProven(index, size);
            }
        }
    }

    /** Each of another size, whose root is made from all of its leaves. */
    @Property(tries = 60)
    void everyEntryIsProven(
            @ForAll @IntRange(min = 1, max = 66_000) int size, @ForAll @IntRange(max = 65_999) int entry) {
        assertProven(entry % size, size);
    }

    @Example
    void entriesAtTheEdgesOfTilesAreProven() {
        for (int size : SIZES) {
            for (int index : List.of(0, 1, 254, 255, 256, 511, 65_535, 65_536, size - 1)) {
                if (index < size) {
                    assertProven(index, size);
                }
            }
        }
    }

    private static void assertProven(int index, int size) {
        var tree = LARGE.tree(size);
        assertThat(tree.leaf(index)).isEqualTo(LARGE.leaf(index));
        var proof = tree.inclusion(index);
        assertThat(Proofs.isIncluded(LARGE.leaf(index), index, size, root(size), proof))
                .as("entry %s of %s", index, size)
                .isTrue();
    }

    @Example
    void allSmallTreesGrowFromAllSmallerOnes() {
        for (int size = 0; size <= 70; size++) {
            for (int earlier = 0; earlier <= size; earlier++) {
                assertGrown(earlier, size);
            }
        }
    }

    @Example
    void treesGrowAcrossTheEdgesOfTiles() {
        for (int size : SIZES) {
            for (int earlier : SIZES) {
                if (earlier <= size) {
                    assertGrown(earlier, size);
                }
            }
        }
    }

    @Property(tries = 200)
    void treesGrow(@ForAll @IntRange(max = 3_000) int one, @ForAll @IntRange(max = 3_000) int other) {
        assertGrown(Math.min(one, other), Math.max(one, other));
    }

    private static void assertGrown(int earlier, int size) {
        var tree = LARGE.tree(size);
        assertThat(tree.root()).isEqualTo(root(size));
        assertThat(tree.root(earlier)).isEqualTo(root(earlier));
        assertThat(Proofs.isConsistent(earlier, root(earlier), size, root(size), tree.consistency(earlier)))
                .as("%s from %s", size, earlier)
                .isTrue();
    }

    private static final Map<Integer, Hash> ROOTS = new HashMap<>();

    private static Hash root(int size) {
        return ROOTS.computeIfAbsent(size, LARGE::root);
    }

    @Property(tries = 50)
    void growingTreeIsTheTreeItsTilesHold(
            @ForAll @IntRange(max = 1_500) int from, @ForAll @IntRange(max = 1_500) int more) {
        int size = from + more;
        Map<Tile, byte[]> stored = new HashMap<>();
        TestLog.tiles(from).forEach(tile -> stored.put(tile, LARGE.read(tile)));

        // Goes on where another process left off, and looks at no tile that is full.
        var growing = GrowingTree.of(from, tile -> {
            assertThat(tile.isFull()).isFalse();
            return stored.get(tile);
        });
        assertThat(growing.root()).isEqualTo(root(from));
        for (int index = from; index < size; index++) {
            growing.append(LARGE.leaf(index));
        }
        growing.takeFullTiles().forEach(tile -> stored.put(tile.tile(), tile.hashes()));
        stored.putAll(growing.partialTiles());

        assertThat(growing.size()).isEqualTo(size);
        assertThat(growing.root()).isEqualTo(root(size));
        assertThat(growing.takeFullTiles()).isEmpty();
        for (Tile tile : TestLog.tiles(size)) {
            assertThat(stored.get(tile)).as(tile.path()).isEqualTo(LARGE.read(tile));
        }
        assertThat(new Tree(size, stored::get).root()).isEqualTo(root(size));
    }

    @Example
    void growingTreeCompletesTilesOfTwoLevelsAtOnce() {
        var growing = GrowingTree.empty();
        for (int index = 0; index < 65_536; index++) {
            growing.append(LARGE.leaf(index));
        }
        var full = growing.takeFullTiles();
        assertThat(full).hasSize(257);
        assertThat(full.getLast().tile()).isEqualTo(new Tile(1, 0, 256));
        assertThat(full.getLast().hash()).isEqualTo(root(65_536)).isEqualTo(growing.root());
        assertThat(growing.partialTiles()).containsOnlyKeys(new Tile(2, 0, 1));
    }

    @Example
    void readsFewTilesForAProof() {
        List<Tile> read = new ArrayList<>();
        var tree = new Tree(66_000, tile -> {
            read.add(tile);
            return LARGE.read(tile);
        });
        tree.inclusion(12_345);
        assertThat(read).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5);
    }

    @Example
    void asksForNothingThatTheTreeHasNot() {
        var tree = LARGE.tree(10);
        assertThatIllegalArgumentException().isThrownBy(() -> tree.leaf(10));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.inclusion(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.consistency(11));
        assertThatIllegalArgumentException().isThrownBy(() -> tree.root(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tree(-1, LARGE));
        assertThatIllegalArgumentException().isThrownBy(() -> GrowingTree.of(-1, LARGE));
        assertThat(LARGE.tree(0).root()).isEqualTo(Hash.EMPTY_TREE);
    }

    @Example
    void tileOfAnotherLengthIsNoTile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tree(10, tile -> new byte[9 * Hash.BYTES]).root())
                .withMessage("tile/0/000.p/10 has 288 bytes instead of 320");
    }
}
