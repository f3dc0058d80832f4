package org.yol.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HeapsTests {

    @Property(tries = 100)
    void doesWhatAQueueDoes(@ForAll Random random) {
        var heaps = new Heaps(new int[] {1, 20, 1});
        heaps.add(0, 3);
        heaps.add(2, 4);
        var queue = new PriorityQueue<Long>();
        for (int step = 0; step < 200; step++) {
            long key = random.nextInt(50);
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (!heaps.isFull(1)) {
                        heaps.add(1, key);
                        queue.add(key);
                    }
                }
                case 1 -> {
                    queue.add(key);
                    assertThat(heaps.exchange(1, key)).isEqualTo(queue.remove());
                }
                case 2 -> {
                    if (!queue.isEmpty()) {
                        assertThat(heaps.removeWorst(1)).isEqualTo(queue.remove());
                    }
                }
                default -> {
                    if (random.nextInt(10) == 0) {
                        heaps.keep(1, kept -> kept % 3 > 0);
                        queue.removeIf(kept -> kept % 3 == 0);
                    }
                }
            }
            assertThat(heaps.size(1)).isEqualTo(queue.size());
            assertThat(queue.isEmpty() || heaps.worst(1) == queue.peek()).isTrue();
        }
        assertThat(heaps.worst(0)).isEqualTo(3);
        assertThat(heaps.worst(2)).isEqualTo(4);
    }

    @Example
    void takesNoMoreThanThereIsRoomFor() {
        var heaps = new Heaps(new int[] {0, 1});
        assertThatIllegalStateException().isThrownBy(() -> heaps.add(0, 1));
        assertThat(heaps.exchange(0, 1)).isEqualTo(1);
    }
}
